/// Finds what money of a bank statement pays, in one walk over the accounts of a book.
///
/// Invoices that the payer names are the surest, then a payer whose name or account number is known with an amount that fits,
/// last an amount that only one open invoice has. Nothing is applied by it.
public struct PaymentMatching {
  private struct Money {
    let money: ReceivedMoney
    let named: NamedNumbers
    let payer: NameKey?
    var matches: [PaymentMatch] = []
    /// Customers of the payer's name, or whose money was taken for theirs before.
    var payers: Set<AccountID> = []
    /// Invoices that are open for exactly so much, wherever they are.
    var sameAmount: [PaymentMatch] = []

    /// What is to be chosen from. What names invoices of somebody else than the payer is a doubt, however well it fits.
    var found: [PaymentMatch] {
      let own = matches.filter { payers.contains($0.account) }
      guard let surest = own.map(\.certainty).min() else {
        // Of a stranger's money one customer's invoices are named, or more of them than of anybody else.
        let most = matches.max { $0.parts.count < $1.parts.count }
        if let most, most.certainty == .certain,
          matches.count(where: { $0.parts.count == most.parts.count }) == 1
        {
          return [most]
        }
        return matches
      }
      let mine = own.filter { $0.certainty == surest }
      if surest == .certain { return mine }
      return mine + matches.filter { !payers.contains($0.account) && $0.certainty == .certain }
    }
  }

  /// Invoices of one customer among which sums are looked for: more have too many that fit by chance.
  private static let mostInSums = 12

  private var all: [Money]
  /// What is open of invoices that were seen, minor units.
  private var left: [InvoiceName: Int64] = [:]
  /// Receipts of the accounts that were seen, with whose they are.
  public private(set) var recorded: [RecordedMoney] = []
  /// The money that may name a number, by its key.
  private var byKey: [String: [Int]] = [:]
  private var byPayer: [String: [Int]] = [:]
  private var byAmount: [Receivables.Money: [Int]] = [:]

  /// For money in any order.
  public init(_ money: [ReceivedMoney]) {
    all = money.map { money in
      let texts = [money.text] + money.named.map(\.number)
      return Money(
        money: money, named: NamedNumbers(texts.joined(separator: " ")),
        payer: money.payer.map { NameKey($0) })
    }
    for (place, one) in all.enumerated() {
      for key in one.named.keys { byKey[key, default: []].append(place) }
      if let payer = one.payer, !payer.text.isEmpty { byPayer[payer.text, default: []].append(place) }
      if one.money.amount.minor > 0 { byAmount[one.money.amount, default: []].append(place) }
    }
  }

  /// Looks at the next account, as it stands on `day` with what was recorded of banks. Throws `MoneyError.overflow`.
  public mutating func see(_ file: AccountFile, asOf day: CalendarDay) throws(MoneyError) {
    let receipts = try RecordedReceipts(file, asOf: day)
    let file = receipts.file
    var open: [DocumentID: Int64] = [:]
    for invoice in file.invoices where invoice.issued <= day { open[invoice.id] = invoice.original.minor }
    for application in file.applications where application.dated <= day {
      guard let left = open[application.invoice] else { continue }
      open[application.invoice] = try left.subtractingChecked(application.amount)
    }
    let items = file.invoices.compactMap { invoice in
      open[invoice.id].map { Item(invoice: invoice, open: $0) }
    }
    var concerned: Set<Int> = []
    var isConcerned = false
    let others = file.related.filter(\.isTogether).map(\.name)
    var known: Set<Int> = []
    for name in [file.customer.name] + others.map(\.title) {
      known.formUnion(byPayer[NameKey(name).text] ?? [])
    }
    recorded += receipts.all
    for payer in receipts.payers { known.formUnion(byPayer[payer] ?? []) }
    for place in known { all[place].payers.insert(file.customer.id) }
    for number in [file.customer.number] + others.map(\.number) {
      if let key = NamedNumbers.key(number) { known.formUnion(byKey[key] ?? []) }
    }
    for item in items {
      for key in item.keys { concerned.formUnion(byKey[key] ?? []) }
      guard item.open > 0 else { continue }
      for place in byAmount[Receivables.Money(minor: item.open, item.invoice.original.currency)] ?? [] {
        isConcerned = true
        all[place].sameAmount.append(
          PaymentMatch(
            file.customer, [item.whole], .likely, "only \(item.invoice.number) is open for exactly so much"))
      }
    }
    for place in all.indices where all[place].money.amount.minor < 0 && !receipts.taken.isEmpty {
      if let match = receipts.match(all[place].money, file.customer) {
        all[place].matches.append(match)
        concerned.remove(place)
        known.remove(place)
      }
    }
    for place in concerned.union(known) {
      guard var match = match(all[place], file.customer, items, isKnown: known.contains(place)) else {
        continue
      }
      // Who booked it already must not be told that it is to come.
      if !match.parts.isEmpty, let booked = receipts.booked(all[place].money) {
        match.certainty = .likely
        match.reason += "; the books have so much of \(booked.dated.iso) as \(booked.number)"
      }
      all[place].matches.append(match)
    }
    // Of a million invoices a statement is about a few.
    guard isConcerned || !concerned.isEmpty || !known.isEmpty else { return }
    for item in items where item.open > 0 {
      left[InvoiceName(file.customer.id, item.invoice.number)] = item.open
    }
  }

  /// What each money probably pays, in the order in which it was given: the surest first, several where nobody can say.
  /// An invoice is not paid twice: what earlier money takes is not there for later one. Money that is recorded already, by
  /// its place, pays nothing more.
  public func matches(besides recorded: Set<Int> = []) -> [[PaymentMatch]] {
    var left = left
    return all.enumerated().map { place, one in
      guard !recorded.contains(place) else { return [] }
      let found = one.found
      // Two customers of whom something speaks for it are a doubt.
      if found.count > 1 { return found.map { match in match.doubtful } }
      let only = found.first ?? (one.sameAmount.count == 1 ? one.sameAmount[0] : nil)
      guard let only, one.money.amount.minor > 0 else { return only.map { [$0] } ?? [] }
      return [only.taking(from: &left)]
    }
  }
}

/// An invoice of a book.
private struct InvoiceName: Hashable {
  let account: AccountID
  let number: String

  init(_ account: AccountID, _ number: String) { (self.account, self.number) = (account, number) }
}

extension PaymentMatching {
  /// An invoice with what is open of it, minor units.
  private struct Item {
    let invoice: Invoice
    let open: Int64

    var whole: IncomingApplication { IncomingApplication(invoice: invoice.number, amount: open) }

    /// How payers may name it.
    var keys: [String] { ([invoice.number] + invoice.formerNumbers).compactMap { NamedNumbers.key($0) } }
  }

  private func match(
    _ money: Money, _ customer: Customer, _ items: [Item], isKnown: Bool
  ) -> PaymentMatch? {
    let amount = money.money.amount
    let mine = items.filter { $0.invoice.original.currency == amount.currency }
    let named = mine.filter { item in item.keys.contains { money.named.keys.contains($0) } }
    if amount.minor < 0 {
      guard !named.isEmpty else { return nil }
      var left = Int64(clamping: amount.minor.magnitude)
      let parts = named.compactMap { item -> IncomingApplication? in
        let part = min(max(item.invoice.original.minor - item.open, 0), left)
        left -= part
        return part > 0 ? IncomingApplication(invoice: item.invoice.number, amount: part) : nil
      }
      return PaymentMatch(customer, parts, .likely, "names \(told(named)), which it had paid")
    }
    let open = named.filter { $0.open > 0 }
    if !open.isEmpty {
      var match = match(amount, customer, open, money.money)
      // Digits alone may be anything: a date, a postcode, another number that they are a part of.
      let isTold = open.allSatisfy { item in
        item.keys.contains { money.named.keys.contains($0) && $0.contains { !$0.isNumber } }
      }
      if match.certainty == .certain, !isTold, !money.payers.contains(customer.id) {
        match.certainty = .likely
        match.reason += "; the payer is not known as this customer"
      }
      return match
    }
    if !named.isEmpty {
      return PaymentMatch(customer, [], .likely, "names \(told(named)), which is paid already")
    }
    guard isKnown else { return nil }
    let due = mine.filter { $0.open > 0 }
    if let one = due.first(where: { $0.open == amount.minor }),
      due.count(where: { $0.open == amount.minor }) == 1
    {
      return PaymentMatch(
        customer, [one.whole], .likely, "known payer, \(one.invoice.number) is open for exactly so much")
    }
    if let sum = onlySum(amount.minor, of: due) {
      return PaymentMatch(customer, sum.map(\.whole), .likely, "known payer, \(told(sum)) come to the amount")
    }
    return PaymentMatch(customer, [], .likely, "known payer, no invoices fit the amount")
  }

  /// Of invoices that the payer names.
  private func match(
    _ amount: Receivables.Money, _ customer: Customer, _ named: [Item], _ money: ReceivedMoney
  ) -> PaymentMatch {
    let sum = named.reduce(Int64(0)) { $0.addingReportingOverflow($1.open).partialValue }
    let keys = Set(named.flatMap(\.keys))
    // A payer who lists what is paid of each is believed, and nothing else is.
    let isListed = money.named.contains {
      $0.amount != nil || NamedNumbers.key($0.number).map { !keys.contains($0) } ?? false
    }
    guard sum != amount.minor || isListed else {
      let come = named.count == 1 ? "is open for exactly so much" : "come to the amount"
      return PaymentMatch(customer, named.map(\.whole), .certain, "names \(told(named)), which \(come)")
    }
    // What the payer says of each counts where it comes to the amount and none is paid too much.
    let said = named.map { item in
      money.named.first { NamedNumbers.key($0.number).map(item.keys.contains) ?? false }?.amount
    }
    if said.allSatisfy({ $0 != nil }), said.reduce(Int64(0), { $0 &+ ($1 ?? 0) }) == amount.minor,
      zip(named, said).allSatisfy({ $0.open >= ($1 ?? 0) && ($1 ?? 0) > 0 })
    {
      let parts = zip(named, said).map { IncomingApplication(invoice: $0.invoice.number, amount: $1 ?? 0) }
      return PaymentMatch(customer, parts, .certain, "says what it pays of \(told(named))")
    }
    var left = amount.minor
    let parts = named.sorted { ($0.invoice.due, $0.invoice.id) < ($1.invoice.due, $1.invoice.id) }
      .compactMap { item -> IncomingApplication? in
        let part = min(item.open, left)
        left -= part
        return part > 0 ? IncomingApplication(invoice: item.invoice.number, amount: part) : nil
      }
    let off = Receivables.Money(minor: abs(sum - amount.minor), amount.currency)
    let size =
      sum == amount.minor
      ? "but lists something else" : "and is \(off) \(sum > amount.minor ? "less" : "more") than what is open"
    return PaymentMatch(customer, parts, .likely, "names \(told(named)), \(size)")
  }

  /// The only two or more invoices that come to the amount; nil where several do, or none. All together count first.
  private func onlySum(_ amount: Int64, of items: [Item]) -> [Item]? {
    let total = items.reduce(Int64(0)) { $0.addingReportingOverflow($1.open).partialValue }
    if items.count > 1, total == amount { return items }
    guard (3...Self.mostInSums).contains(items.count) else { return nil }
    var found: [Item]?
    for choice in 1..<(1 << items.count) where choice.nonzeroBitCount > 1 {
      var sum: Int64 = 0
      for place in items.indices where choice & (1 << place) != 0 { sum &+= items[place].open }
      guard sum == amount else { continue }
      if found != nil { return nil }
      found = items.indices.filter { choice & (1 << $0) != 0 }.map { items[$0] }
    }
    return found
  }

  private func told(_ items: [Item]) -> String {
    let names = items.prefix(3).map(\.invoice.number)
    let more = items.count > 3 ? " and \(items.count - 3) more" : ""
    return names.joined(separator: more.isEmpty ? " and " : ", ") + more
  }
}

extension PaymentMatch {
  /// The same as far as earlier money leaves it, of which it then takes its parts.
  fileprivate func taking(from left: inout [InvoiceName: Int64]) -> PaymentMatch {
    var match = self
    let names = parts.map { InvoiceName(account, $0.invoice) }
    let isLeft = zip(names, parts).allSatisfy { left[$0, default: 0] >= $1.amount }
    if !isLeft {
      match.certainty = .likely
      match.reason += "; money above it pays them too"
      match.parts = []
    }
    for part in match.parts { left[InvoiceName(account, part.invoice), default: 0] -= part.amount }
    return match
  }

  fileprivate var doubtful: PaymentMatch {
    var match = self
    match.certainty = .likely
    match.reason += "; so does another customer's"
    return match
  }
}
