import Receivables

/// What a group header (02) says of the accounts below it.
struct BAI2Group {
  private(set) var line = 1
  /// The bank's routing number, where it is one.
  private(set) var bank: String?
  private(set) var day = CalendarDay(number: 0)
  private(set) var currency = Self.usual
  /// What the bank calls it, when that is not simply news.
  private(set) var warning: String?
  /// Whether nothing of it may be taken: what was deleted, or only a test.
  private(set) var isLeftOut = false

  /// Dollars where no record says otherwise.
  private static let usual = Currency("USD") ?? Currency(bits: 0)

  init() {}

  /// `02,receiver,originator,status,day,time,currency,modifier`. Throws `Refusal`.
  init(_ record: inout BAI2Record, _ days: StatementDays) throws(Refusal) {
    line = record.line
    _ = record.field()
    bank = record.field()
    let status = record.field()
    day = try days.short(record.field(), line: line)
    _ = record.field()
    let code = record.field()
    if !code.isEmpty { currency = try Self.currency(code, line: line) }
    let modifier = record.field()
    switch (status, modifier) {
    case ("2", _): (warning, isLeftOut) = ("a deletion of what was sent before", true)
    case ("4", _): (warning, isLeftOut) = ("a test", true)
    case ("3", _): warning = "a correction of what was sent before"
    case (_, "1"), (_, "3"): warning = "preliminary"
    default: break
    }
  }

  static func currency(_ code: String, line: Int) throws(Refusal) -> Currency {
    guard let currency = Currency(code) else {
      throw Refusal(
        line: line,
        reason:
          "\(Quoted(code)) is not the code of a currency, such as USD. Fetch the statement from the bank again."
      )
    }
    return currency
  }
}

/// From when money can be used: one field, or several as the first of them says.
struct BAI2Funds {
  private(set) var valued: CalendarDay?
  private(set) var isImmediate = false

  /// Reads as many fields as there are. Throws `Refusal` for a kind that does not exist, since nobody knows then where the
  /// next field begins.
  init(_ record: inout BAI2Record, _ days: StatementDays) throws(Refusal) {
    let kind = record.field()
    switch kind {
    case "", "Z", "1", "2": break
    case "0": isImmediate = true
    case "S":
      for _ in 0..<3 { _ = record.field() }
    case "V":
      let day = record.field()
      if !day.isEmpty { valued = try days.short(day, line: record.line) }
      _ = record.field()
    case "D":
      let count = record.field().utf8.wholeNumber ?? 0
      for _ in 0..<min(count, 1_000) {
        guard !record.isRead else { break }
        _ = record.field()
        _ = record.field()
      }
    default:
      throw Refusal(
        line: record.line,
        reason:
          "\(Quoted(kind)) is not a kind of funds: 0, 1, 2, S, V, D and Z are. Fetch the statement from the bank "
          + "again.")
    }
  }
}

/// What a trailer counts.
struct BAI2Totals {
  /// Lines, continuations with them.
  var records = 0
  /// Accounts of a group, groups of a file.
  var parts = 0
  /// All amounts of headers and transactions, as they are written.
  private(set) var sum: Int64 = 0

  init(records: Int = 0) { self.records = records }

  mutating func add(_ minor: Int64, line: Int) throws(Refusal) {
    sum = try StatementAmount.sum(sum, minor, line: line)
  }

  /// Compares with what the trailer says, and leaves a warning for each difference. Throws `Refusal` for a total that is
  /// no amount.
  func check(
    _ record: inout BAI2Record, _ total: String, counts: [String], into sink: inout StatementSink
  ) throws(Refusal) {
    let line = record.line
    var warnings: [StatementWarning] = []
    let said = try StatementAmount.minor(record.field(), places: 0, marks: [], line: line)
    if said != sum { warnings.append(.control(line: line, what: total, said: said, found: sum)) }
    for what in counts {
      let found = what == "records" ? records : parts
      guard let said = record.field().utf8.wholeNumber, said != found else { continue }
      warnings.append(
        .control(line: line, what: "a number of \(what) of", said: Int64(said), found: Int64(found)))
    }
    for warning in warnings { sink.warn(warning) }
  }
}

/// A deposit and the items that tell what is in it: both are transactions, and only one of them is money.
struct BAI2Deposit {
  private var whole: (entry: BankEntry, code: BAI2Code)?
  private var items: [BankEntry] = []

  /// Whether `entry` tells a part of the deposit before it; then it is kept with it.
  mutating func takes(_ entry: BankEntry, _ code: BAI2Code) -> Bool {
    guard let whole, code.deposits.contains(whole.code.number) else { return false }
    items.append(entry)
    return true
  }

  /// A transaction that items may follow.
  mutating func begin(_ entry: BankEntry, _ code: BAI2Code) { (whole, items) = ((entry, code), []) }

  /// The transaction: its items where they come to it, else the whole with a warning.
  mutating func end() -> (entries: [BankEntry], warning: StatementWarning?)? {
    guard let deposit = whole?.entry else { return nil }
    let items = self.items
    (whole, self.items) = (nil, [])
    guard !items.isEmpty else { return ([deposit], nil) }
    var sum: Int64 = 0
    var overflows = false
    for item in items {
      let (next, isTooLarge) = sum.addingReportingOverflow(item.amount.minor)
      (sum, overflows) = (next, overflows || isTooLarge)
    }
    let parts = Money(minor: sum, deposit.amount.currency)
    let isWhole = overflows || parts != deposit.amount
    let batch = PaymentBatch(
      reference: deposit.references.bank, total: deposit.amount, count: items.count, isWhole: isWhole)
    guard !isWhole else {
      var deposit = deposit
      deposit.batch = batch
      return ([deposit], .parts(line: deposit.line, entry: deposit.amount, parts: parts))
    }
    return (
      items.map { item in
        var item = item
        item.batch = batch
        return item
      }, nil
    )
  }
}
