import Receivables
import SQLEngine

extension AccountSummary {
  /// The summary that `DerivedRows` stored: `row` has the columns of `DerivedTable.summary`. Throws
  /// `LedgerError.unreadable` with the column.
  init(row: Statement, balances: [CurrencyBalance]) throws(LedgerError) {
    self.init(
      balances: balances, lane: try row.stored(.lane, as: Lane.self), next: try NextAction(summary: row),
      priority: row.int(.priority), band: try row.stored(.band, as: Band.self) ?? .d,
      orderAmount: 0 &- row.int64(SummaryColumn.amountOrder.rawValue), oldestDue: row.day(.oldestDue),
      flags: AccountFlags(rawValue: row.int(.flags)), promise: try PromiseMark(summary: row),
      promiseLevel: row.int(.promiseLevel), lastContact: row.day(.lastContact),
      lastWorked: row.day(.workedDay).map { WorkedMark(day: $0, result: row.text(.workedResult)) },
      reasons: try ReasonText.reasons(in: row.text(.reasons)), changesOn: row.day(.changesOn))
  }
}

extension NextAction {
  fileprivate init?(summary row: Statement) throws(LedgerError) {
    guard let kind = try row.stored(.nextKind, as: Kind.self), let day = row.day(.nextDay) else { return nil }
    let minutes = row.optionalInt(SummaryColumn.nextTime.rawValue)
    self.init(
      kind, on: day, at: minutes.flatMap { TimeOfDay(hour: $0 / 60, minute: $0 % 60) },
      zone: row.optionalText(SummaryColumn.nextZone.rawValue))
  }
}

extension PromiseMark {
  fileprivate init?(summary row: Statement) throws(LedgerError) {
    guard let state = try row.stored(.promiseState, as: PromiseState.self), let day = row.day(.promiseDay)
    else {
      return nil
    }
    let amount = try Money(
      row: row, amount: SummaryColumn.promiseAmount.rawValue, currency: SummaryColumn.promiseCurrency.rawValue
    )
    self.init(amount: amount, day: day, state: state)
  }
}

extension Statement {
  fileprivate func int(_ column: SummaryColumn) -> Int { int(column.rawValue) }

  fileprivate func text(_ column: SummaryColumn) -> String { text(column.rawValue) }

  fileprivate func day(_ column: SummaryColumn) -> CalendarDay? {
    optionalInt(column.rawValue).map { CalendarDay(number: $0) }
  }

  fileprivate func stored<Value: RawRepresentable<String>>(
    _ column: SummaryColumn, as type: Value.Type
  ) throws(LedgerError) -> Value? {
    guard let text = optionalText(column.rawValue) else { return nil }
    guard let value = Value(rawValue: text) else { throw .unreadable("\(column.name) “\(text)”") }
    return value
  }
}

extension CurrencyBalance {
  /// The balance that `DerivedRows` stored, with as many buckets as the policy has. Throws
  /// `LedgerError.unreadable`.
  init(row: Statement, bucketCount: Int) throws(LedgerError) {
    guard let currency = Currency(row.text(1)) else { throw .unreadable("a balance in “\(row.text(1))”") }
    self.init(currency: currency, bucketCount: bucketCount)
    for index in buckets.indices { buckets[index] = row.int64(2 + index) }
    credits = row.int64(9)
    pastDue = row.int64(10)
    disputed = row.int64(11)
    planned = row.int64(12)
    promised = row.int64(13)
    toCollect = row.int64(14)
  }
}

/// The reasons of a summary as one compact text: `code points finding`, one a line, the finding being `since 20781`,
/// `amount 120000 USD`, `number 3`, `promise 120000 USD 20781`,
/// `failed 120000 USD 20781 50000`, `at 20781 840` or `in_vain 20781 20782 840`.
enum ReasonText {
  static func text(of reasons: [Reason]) -> String {
    var text = ""
    for reason in reasons {
      if !text.isEmpty { text += "\n" }
      text += "\(reason.code) \(reason.points) "
      switch reason.finding {
      case .since(let day): text += "since \(day.number)"
      case .amount(let money): text += "amount \(money.minor) \(money.currency)"
      case .number(let number): text += "number \(number)"
      case .promise(let money, let day): text += "promise \(money.minor) \(money.currency) \(day.number)"
      case .failed(let money, let paid, let day):
        text += "failed \(money.minor) \(money.currency) \(day.number) \(paid)"
      case .at(let day, let time): text += "at \(day.number)" + (time.map { " \($0.minutes)" } ?? "")
      case .inVain(let day, let next, let time):
        text += "in_vain \(day.number) \(next.number)" + (time.map { " \($0.minutes)" } ?? "")
      }
    }
    return text
  }

  static func reasons(in text: String) throws(LedgerError) -> [Reason] {
    var text = text
    // Bytes, not characters: a queue's first frame reads some hundred of these.
    let reasons = text.withUTF8 { bytes in bytes.split(separator: UInt8(ascii: "\n")).map(reason) }
    guard !reasons.contains(nil) else { throw .unreadable("the reasons “\(text)”") }
    return reasons.compactMap { $0 }
  }

  private static func reason(_ line: Slice<UnsafeBufferPointer<UInt8>>) -> Reason? {
    let words = line.split(separator: UInt8(ascii: " ")).map { String(decoding: $0, as: UTF8.self) }
    guard words.count >= 4, let points = Int(words[1]), let finding = finding(words[2], words.dropFirst(3))
    else { return nil }
    return Reason(code: words[0], finding: finding, points: points)
  }

  private static func finding(_ kind: String, _ words: ArraySlice<String>) -> Reason.Finding? {
    let words = Array(words)
    guard let number = Int64(words[0]) else { return nil }
    let day = CalendarDay(number: Int(number))
    switch (kind, words.count) {
    case ("since", 1): return .since(day)
    case ("number", 1): return .number(number)
    case ("at", 1): return .at(day, nil)
    case ("at", 2): return time(words[1]).map { .at(day, $0) }
    case ("in_vain", 2): return Int(words[1]).map { .inVain(day, next: CalendarDay(number: $0), nil) }
    case ("in_vain", 3):
      guard let next = Int(words[1]), let time = time(words[2]) else { return nil }
      return .inVain(day, next: CalendarDay(number: next), time)
    case ("amount", 2): return Currency(words[1]).map { .amount(Money(minor: number, $0)) }
    case ("promise", 3):
      guard let currency = Currency(words[1]), let due = Int(words[2]) else { return nil }
      return .promise(Money(minor: number, currency), CalendarDay(number: due))
    case ("failed", 4):
      guard let currency = Currency(words[1]), let due = Int(words[2]), let paid = Int64(words[3]) else {
        return nil
      }
      return .failed(Money(minor: number, currency), paid: paid, CalendarDay(number: due))
    default: return nil
    }
  }

  private static func time(_ minutes: String) -> TimeOfDay? {
    Int(minutes).flatMap { TimeOfDay(hour: $0 / 60, minute: $0 % 60) }
  }
}
