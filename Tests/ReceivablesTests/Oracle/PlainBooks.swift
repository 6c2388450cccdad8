import Receivables

/// An account's documents as of a day, read from docs/MANUAL.md and the tables of the domain alone: what was put against
/// an invoice lies there coin by coin, in the order in which it came.
struct PlainBooks {
  /// A part of an application that is handed over as a whole. All amounts of an account are multiples of it.
  struct Coin {
    /// Place of the invoice in the file.
    let place: Int
    let application: Int64
    let source: Application.Source
    let isMoney: Bool
    let dated: CalendarDay
    /// The date of the payment, where the books say which it is.
    let paymentDated: CalendarDay?

    /// The day from which it counts for what was agreed on `day`: money counts from the day on which it was there, and not
    /// from that on which it was applied; what came to the books later counts from the day of the agreement.
    func counts(since day: CalendarDay) -> CalendarDay {
      if isMoney, let paymentDated, day <= paymentDated, paymentDated < dated { return paymentDated }
      return max(dated, day)
    }
  }

  /// A covered invoice: its place in the file, the part that is meant, and what the books had on it then.
  struct Cover {
    let place: Int
    var part: Int64
    let paid: Int64
    let credited: Int64
  }

  let file: AccountFile
  let day: CalendarDay
  /// What a coin is worth, minor units.
  let worth: Int64
  /// What is open of each invoice of the file, below zero when overpaid; nil while it is not issued.
  let open: [Int64?]
  /// Coins that no reversal took back.
  let coins: [Coin]
  /// What was owed of its invoice once each coin lay there and all that came with it, without what came after them.
  let owedAfterAll: [Int64]

  init(_ file: AccountFile, _ day: CalendarDay, worth: Int64) {
    self.file = file
    self.day = day
    self.worth = worth
    var open: [Int64?] = file.invoices.map { $0.issued <= day ? $0.original.minor : nil }
    var coins: [Coin] = []
    for application in file.applications where application.dated <= day {
      guard let place = file.invoices.firstIndex(where: { $0.id == application.invoice }), open[place] != nil
      else { continue }
      open[place]? -= application.amount
      if application.amount < 0 {
        Self.takeBack(application, at: place, &coins, worth: worth)
        continue
      }
      let coin = Coin(
        place: place, application: application.id, source: application.source, isMoney: application.isMoney,
        dated: application.dated,
        paymentDated: file.credits.first { $0.id == application.credit && $0.kind == .payment }?.dated)
      coins.append(contentsOf: repeatElement(coin, count: Int(application.amount / worth)))
    }
    self.open = open
    self.coins = coins
    var later = open
    var last: (application: Int64, open: Int64)?
    owedAfterAll = coins.reversed().map { coin in
      defer { later[coin.place]? += worth }
      if let last, last.application == coin.application { return last.open }
      let open = max(later[coin.place] ?? 0, 0)
      last = (coin.application, open)
      return open
    }.reversed()
  }

  /// The domain says that a reversal re-evaluates, not what it takes back where it names nothing or too little. The
  /// product's choice (`OpenItems.netApplications`): the named application first, then the latest of its kind.
  private static func takeBack(
    _ reversal: Application, at place: Int, _ coins: inout [Coin], worth: Int64
  ) {
    var left = -reversal.amount / worth
    for isNamed in [true, false] {
      for index in coins.indices.reversed() where left > 0 && coins[index].place == place {
        let coin = coins[index]
        guard isNamed ? coin.application == reversal.reverses : coin.isMoney == reversal.isMoney else {
          continue
        }
        coins.remove(at: index)
        left -= 1
      }
    }
  }

  /// What is open of an invoice, nothing when it is overpaid or not issued.
  func owed(_ place: Int) -> Int64 { max(open[place] ?? 0, 0) }

  /// What was open of an invoice when a day was over, by what is known today: what was taken back since never was there.
  func owed(_ place: Int, on day: CalendarDay) -> Int64 {
    let later = Int64(coins.count { $0.place == place && $0.dated > day }) * worth
    return max((open[place] ?? 0) + later, 0)
  }

  func isPastDue(_ place: Int) -> Bool { owed(place) > 0 && file.invoices[place].due < day }

  /// The covered invoices that there are, in the currency that was said, each once.
  func covers(_ said: [CoveredInvoice]) -> [Cover] {
    var covers: [Cover] = []
    for cover in said {
      guard
        let place = file.invoices.indices.first(where: {
          open[$0] != nil && file.invoices[$0].number == cover.number
        }), file.invoices[place].original.currency == cover.amount.currency,
        !covers.contains(where: { $0.place == place })
      else { continue }
      covers.append(
        Cover(place: place, part: cover.amount.minor, paid: cover.paid, credited: cover.credited))
    }
    return covers
  }

  /// Places of the coins that came to `covers` and were not in the books on `day`, when they were agreed upon.
  ///
  /// Rows have no time, so amounts tell what was there (docs/DECISIONS.md, "What the books had is told by amounts"): the
  /// oldest coins dated up to `day`.
  func new(to covers: [Cover], since day: CalendarDay) -> [Int] {
    var paid: [Int: Int64] = [:]
    var credited: [Int: Int64] = [:]
    for cover in covers { (paid[cover.place], credited[cover.place]) = (cover.paid, cover.credited) }
    var new: [Int] = []
    for (index, coin) in coins.enumerated() {
      guard let money = paid[coin.place], let credit = credited[coin.place] else { continue }
      if coin.dated <= day, (coin.isMoney ? money : credit) > 0 {
        if coin.isMoney { paid[coin.place] = money - worth } else { credited[coin.place] = credit - worth }
      } else {
        new.append(index)
      }
    }
    return new
  }
}

extension PlainBooks {
  /// The same in their order, but of what came together these come last: what settled a dispute.
  func new(to covers: [Cover], since day: CalendarDay, last: Set<Int>) -> [Int] {
    inOrder(new(to: covers, since: day), last: last)
  }

  /// Places of coins in their order, but of what came together these come last.
  func inOrder(_ places: [Int], last: Set<Int>) -> [Int] {
    let groups = Dictionary(grouping: places) { coins[$0].application }
    return groups.values.sorted { $0[0] < $1[0] }.flatMap { together in
      together.filter { !last.contains($0) } + together.filter { last.contains($0) }
    }
  }
}

// MARK: Aging

extension PlainBooks {
  /// What is open in a currency by days past due.
  func buckets(_ currency: Currency, _ aging: AgingPolicy) -> [Int64] {
    var buckets = Array(repeating: Int64(0), count: aging.bounds.count + 1)
    for (place, invoice) in file.invoices.enumerated() where invoice.original.currency == currency {
      let start = aging.basis == .due ? invoice.due : invoice.issued
      let days = start.distance(to: day)
      buckets[aging.bounds.count { days > $0 }] += owed(place)
    }
    return buckets
  }

  /// What is owed to the customer in a currency, zero or below: credits that are not applied, and, which the domain does
  /// not name, what was paid too much on an invoice (`CurrencyBalance.tally`).
  func credits(_ currency: Currency) -> Int64 {
    var sum: Int64 = 0
    for (place, invoice) in file.invoices.enumerated() where invoice.original.currency == currency {
      sum += min(open[place] ?? 0, 0)
    }
    return sum - unapplied.filter { $0.credit.amount.currency == currency }.reduce(0) { $0 + $1.left }
  }

  /// Credits of which something is left. More applied than there was is an error of the books, not money.
  var unapplied: [(credit: Credit, left: Int64)] {
    file.credits.filter { $0.dated <= day && ($0.spent.map { $0 > day } ?? true) }.compactMap { credit in
      var left = credit.amount.minor
      for application in file.applications where application.credit == credit.id && application.dated <= day {
        if file.invoices.contains(where: { $0.id == application.invoice && $0.issued <= day }) {
          left -= application.amount
        }
      }
      return left != 0 && (left > 0) == (credit.amount.minor > 0) ? (credit, left) : nil
    }
  }

  /// The largest coin in which everything said and booked of an account can be counted out.
  static func worth(_ file: AccountFile) -> Int64 {
    var amounts = file.invoices.map(\.original.minor) + file.applications.map(\.amount)
    for section in file.entries.flatMap(\.body.sections) {
      var covers: [CoveredInvoice] = []
      if let terms = section as? PromiseTerms {
        amounts += [terms.amount.minor] + terms.replaces.map(\.amount.minor)
        if let incentive = terms.incentive { amounts.append(incentive.amount.minor) }
        covers = terms.covers
      }
      if let terms = section as? PlanTerms {
        amounts += terms.replaces.map(\.amount.minor)
        if let incentive = terms.incentive { amounts.append(incentive.amount.minor) }
        covers = terms.covers
      }
      if let terms = section as? DisputeTerms { covers = terms.covers }
      if let change = section as? MatterChange { amounts += change.accepted.map(\.amount.minor) }
      for cover in covers { amounts += [cover.amount.minor, cover.paid, cover.credited] }
    }
    return max(amounts.reduce(0, greatestDivisor), 1)
  }

  private static func greatestDivisor(_ one: Int64, _ other: Int64) -> Int64 {
    var (large, small) = (abs(one), abs(other))
    while small != 0 { (large, small) = (small, large % small) }
    return large
  }
}
