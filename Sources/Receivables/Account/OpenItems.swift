/// An issued invoice as of a day: what is open, how old it is, and which parts are not to be collected now.
public struct OpenItem: Hashable, Sendable {
  /// The invoice.
  public let invoice: Invoice
  /// Original less everything applied up to the day, minor units; zero or less when nothing is open.
  public internal(set) var open: Int64
  /// What is open, cut into what is held for a reason and what is free.
  public internal(set) var slices = Slices()
  /// Calendar days past due; zero or negative when not overdue.
  public internal(set) var daysPastDue = 0
  /// Index into the policy's buckets.
  public internal(set) var bucket = 0
  /// Level of the last promise on it; 0 without one.
  public internal(set) var promiseLevel = 0
  /// Index of the last application to it; −1 without one.
  var lastApplication = -1
  /// When it was last brought to zero, while it still is.
  var clearedOn: CalendarDay?
  /// Whether money, rather than a credit note or a write-off, brought it to zero.
  var isClearedByMoney = false

  init(_ invoice: Invoice) {
    self.invoice = invoice
    open = invoice.original.minor
  }

  /// Whether it is past due.
  public var isPastDue: Bool { daysPastDue > 0 }

  /// What is free and past due: the amount to collect, minor units.
  public var toCollect: Int64 { isPastDue ? slices.free : 0 }

  /// Takes an application off what is open.
  mutating func apply(_ application: Application) throws(MoneyError) {
    let wasOpen = open > 0
    open = try open.subtractingChecked(application.amount)
    if open > 0 {
      clearedOn = nil
    } else if wasOpen {
      clearedOn = application.dated
      isClearedByMoney = application.isMoney
    }
  }
}

/// A credit of which a part is not applied as of a day.
public struct UnappliedCredit: Hashable, Sendable {
  /// The credit.
  public var credit: Credit
  /// What is left of it, minor units; negative for what was taken back of another credit that is not applied.
  public var left: Int64
}

/// An application with what its reversals have left of it.
struct NetApplication {
  let application: Application
  /// The date of the payment that it applies, where the books say which that is.
  var paymentDated: CalendarDay?
  /// Minor units, zero or more.
  var net: Int64
  /// What of it was in the books when something was agreed, minor units.
  var known: Int64 = 0
  /// What of the rest settled a dispute and is nothing to what was agreed beside it, minor units.
  var disputed: Int64 = 0

  /// What of it came since, minor units.
  var new: Int64 { net - known - disputed }

  /// The day from which it counts for what was agreed on `day`: money that came to the books later counts although it was
  /// dated before.
  func counts(since day: CalendarDay) -> CalendarDay { max(received(since: day) ?? application.dated, day) }

  /// When the money was received, for what was agreed on `day`: a payment that came since counts from its own date, also
  /// where it was applied later. Nil where the application tells.
  func received(since day: CalendarDay) -> CalendarDay? {
    paymentDated.flatMap { $0 >= day && $0 < application.dated ? $0 : nil }
  }
}

/// What stays applied to an invoice, minor units.
struct AppliedSums: Hashable, Sendable {
  /// By money.
  var paid: Int64 = 0
  /// By credit notes and write-offs.
  var credited: Int64 = 0
}

/// An account's books as of a day: documents and applications dated up to and including it.
struct OpenItems {
  /// Invoices issued, in the order of the file: oldest due first.
  private(set) var items: [OpenItem] = []
  /// Credits of which something is not applied.
  private(set) var unapplied: [UnappliedCredit] = []
  /// Applications in force, oldest first.
  private(set) var applications: [Application] = []
  /// For each application the one before it on the same invoice; −1 for the first.
  private var earlier: [Int] = []
  private var places: ByDocument<Int>
  private var numbers: [String: Int] = [:]
  /// Where two of the account's numbers count as one: by their spelling.
  private var spellings: [String: Int] = [:]
  /// The dates of payments, while there is a journal that asks for them.
  private var paymentsDated: [DocumentID: CalendarDay] = [:]
  /// When a bank booked the money of applications, where that was known before the books had it.
  private var receivedOn: [Int64: CalendarDay] = [:]

  /// Ages what is open and leaves all of it free; with `isNamed` invoices are found by their numbers also where nothing
  /// was recorded yet. Throws `MoneyError.overflow`.
  init(
    _ file: AccountFile, _ aging: AgingPolicy, _ asOf: inout AsOf, isNamed: Bool = false
  ) throws(MoneyError) {
    items.reserveCapacity(file.invoices.count)
    places = ByDocument(of: file.invoices.count)
    for invoice in file.invoices where asOf.hasCome(invoice.issued) {
      places[invoice.id] = items.count
      items.append(OpenItem(invoice))
    }
    // Only what the journal says, or is about to say, speaks of numbers.
    if isNamed || !file.entries.isEmpty {
      for (place, item) in items.enumerated() {
        let key = DocumentKey(item.invoice.number).text
        if let first = numbers[key] {
          spellings[items[first].invoice.number] = first
          spellings[item.invoice.number] = place
        } else {
          numbers[key] = place
        }
      }
      for (place, item) in items.enumerated() {
        for former in item.invoice.formerNumbers where numbers[DocumentKey(former).text] == nil {
          numbers[DocumentKey(former).text] = place
        }
      }
      for credit in file.credits where credit.kind == .payment { paymentsDated[credit.id] = credit.dated }
    }
    var used = ByDocument<Int64>(of: file.credits.count)
    applications.reserveCapacity(file.applications.count)
    earlier.reserveCapacity(file.applications.count)
    for application in file.applications where asOf.hasCome(application.dated) {
      guard let place = places[application.invoice] else { continue }
      try items[place].apply(application)
      earlier.append(items[place].lastApplication)
      items[place].lastApplication = applications.count
      applications.append(application)
      if let credit = application.credit {
        used[credit] = try (used[credit] ?? 0).addingChecked(application.amount)
      }
    }
    for place in items.indices where items[place].open > 0 {
      items[place].slices = Slices(open: items[place].open)
      items[place].bucket = aging.bucket(of: items[place].invoice, &asOf)
      _ = asOf.hasPassed(items[place].invoice.due)
      items[place].daysPastDue = items[place].invoice.due.distance(to: asOf.day)
    }
    for credit in file.credits where asOf.hasCome(credit.dated) {
      if let spent = credit.spent, asOf.hasCome(spent) { continue }
      let left = try credit.amount.minor.subtractingChecked(used[credit.id] ?? 0)
      // More applied than there was is an error of the books, not money.
      if left != 0, left.signum() == credit.amount.minor.signum() {
        unapplied.append(UnappliedCredit(credit: credit, left: left))
      }
    }
  }

  /// The same of books that receipts complete. Throws `MoneyError.overflow`.
  init(_ books: CompletedBooks, _ aging: AgingPolicy, _ asOf: inout AsOf) throws(MoneyError) {
    try self.init(books.file, aging, &asOf)
    receivedOn = books.receivedOn
  }

  /// The item at `place`.
  subscript(place: Int) -> OpenItem {
    get { items[place] }
    _modify { yield &items[place] }
  }

  /// Where an invoice stands in `items`; nil when it is not issued or unknown.
  func place(of invoice: DocumentID) -> Int? { places[invoice] }

  /// Where the invoice of that number stands, spelled in any way that `DocumentKey` takes for the same. Of two that it
  /// takes for the same, as books made by an earlier version may hold, the one that is spelled so.
  func place(number: String) -> Int? { spellings[number] ?? numbers[DocumentKey(number).text] }

  /// Holds up to `amount` of the item at `place`, no more than is free, and returns what was taken.
  mutating func take(_ amount: Int64, at place: Int, as slice: Slice) -> Int64 {
    items[place].slices.take(amount, as: slice)
  }

  /// The applications to the invoice at `place`, newest first, as indices into `applications`.
  func applications(at place: Int) -> some Sequence<Int> {
    sequence(state: items[place].lastApplication) { [earlier] index in
      guard index >= 0 else { return nil }
      defer { index = earlier[index] }
      return index
    }
  }

  /// What stays applied to the invoice at `place`, oldest first.
  ///
  /// A reversal takes back the application that it names; one that names none takes back the latest earlier ones of
  /// its kind.
  func netApplications(at place: Int) -> [NetApplication] {
    var result: [NetApplication] = []
    for index in Array(applications(at: place)).reversed() {
      let application = applications[index]
      if application.amount >= 0 {
        let dated = application.isMoney ? received(application) : nil
        result.append(
          NetApplication(application: application, paymentDated: dated, net: application.amount))
      } else {
        Self.take(back: application, from: &result)
      }
    }
    return result
  }

  /// When the money of an application came, as far as bank or books tell.
  private func received(_ application: Application) -> CalendarDay? {
    let dated = application.credit.flatMap { paymentsDated[$0] }
    guard let booked = receivedOn[application.id] else { return dated }
    return min(booked, dated ?? booked)
  }

  private static func take(back reversal: Application, from list: inout [NetApplication]) {
    var left = Int64(clamping: reversal.amount.magnitude)
    if let named = reversal.reverses, let index = list.lastIndex(where: { $0.application.id == named }) {
      let taken = min(left, list[index].net)
      list[index].net -= taken
      left -= taken
    }
    for index in list.indices.reversed() where list[index].application.isMoney == reversal.isMoney {
      guard left > 0 else { return }
      let taken = min(left, list[index].net)
      list[index].net -= taken
      left -= taken
    }
  }

  /// What stays applied to open invoices, by those that have anything. Throws `MoneyError.overflow`.
  func appliedSums() throws(MoneyError) -> [DocumentID: AppliedSums] {
    var sums: [DocumentID: AppliedSums] = [:]
    for place in items.indices where items[place].open > 0 && items[place].lastApplication >= 0 {
      sums[items[place].invoice.id] = try appliedSums(at: place)
    }
    return sums
  }

  /// What stays applied to the invoice at `place`, counted as it is matched with promises, so that what was there can be
  /// told from what is new. Throws `MoneyError.overflow`.
  func appliedSums(at place: Int) throws(MoneyError) -> AppliedSums {
    var sum = AppliedSums()
    for applied in netApplications(at: place) {
      if applied.application.isMoney {
        sum.paid = try sum.paid.addingChecked(applied.net)
      } else {
        sum.credited = try sum.credited.addingChecked(applied.net)
      }
    }
    return sum
  }

  /// What was open at the end of `day` of the invoice at `place`; never below zero. Throws `MoneyError.overflow`.
  func open(at place: Int, on day: CalendarDay) throws(MoneyError) -> Int64 {
    var open = items[place].open
    for index in applications(at: place) where applications[index].dated > day {
      open = try open.addingChecked(applications[index].amount)
    }
    return max(open, 0)
  }

  /// What was open of the invoice at `place` once `application` was there, by what is known today: what was taken back
  /// since was never there. Never below zero. Throws `MoneyError.overflow`.
  func open(at place: Int, after application: Application) throws(MoneyError) -> Int64 {
    var open = items[place].open
    for money in netApplications(at: place).reversed() {
      guard money.application.id != application.id else { break }
      open = try open.addingChecked(money.net)
    }
    return max(open, 0)
  }

  /// Whether anything was open of the invoice at `place` when `day` began or when it ended. Throws
  /// `MoneyError.overflow`.
  func wasOpen(at place: Int, during day: CalendarDay) throws(MoneyError) -> Bool {
    let item = items[place]
    guard item.invoice.issued <= day, item.clearedOn.map({ $0 >= day }) ?? true else { return false }
    return max(try open(at: place, on: day.advanced(by: -1)), try open(at: place, on: day)) > 0
  }
}
