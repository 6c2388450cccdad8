import Receivables

/// Reads MT940: messages of fields, each message a statement or a page of one.
///
/// `:20:` begins a statement, `:25:` names the account, `:60F:` or `:60M:` the balance and the currency, each `:61:` is
/// an entry with its `:86:`, `:62F:` or `:62M:` the balance behind them.
struct MT940Reader {
  private var fields: MT940Fields
  private let days: StatementDays
  /// A `:61:` whose `:86:` may follow.
  private var pending: BankEntry?
  private var isClosed = false

  init(_ bytes: UnsafeBufferPointer<UInt8>, _ days: StatementDays) {
    fields = MT940Fields(bytes)
    self.days = days
  }

  /// Reads the whole file. Throws `Refusal`.
  mutating func read(into sink: inout StatementSink) throws(Refusal) {
    while let field = try fields.next() { try take(field, into: &sink) }
    try finish(into: &sink)
  }

  private mutating func take(_ field: MT940Field, into sink: inout StatementSink) throws(Refusal) {
    switch field.tag {
    case "20":
      try finish(into: &sink)
      var statement = BankStatement(.mt940, line: field.line)
      statement.id = field.text.reference
      sink.begin(statement)
      isClosed = false
    case "25", "25P": sink.change { $0.account = BankAccount(field.text) }
    case "28", "28C": sink.change { $0.number = field.text.oneLine }
    case "60F", "60M":
      let (balance, day) = try readBalance(field)
      sink.change {
        ($0.opening, $0.first) = (balance, day)
        $0.currency = balance.currency
      }
    case "61":
      try flush(into: &sink)
      try begin(field, in: &sink)
    case "86":
      // Behind the closing balance it is about the statement.
      guard !isClosed, var entry = pending else { return }
      MT940Information(field.lines).put(into: &entry)
      pending = entry
      try flush(into: &sink)
    case "62F", "62M":
      try flush(into: &sink)
      let (balance, day) = try readBalance(field)
      sink.change { ($0.closing, $0.last) = (balance, day) }
      isClosed = true
    case "34F", "13D":
      throw Refusal(
        line: field.line,
        reason:
          "This is an interim report (MT942), whose entries may still change. Read the statement of the day "
          + "(MT940) instead.")
    default: break
    }
  }

  private mutating func begin(_ field: MT940Field, in sink: inout StatementSink) throws(Refusal) {
    guard let open = sink.open, !open.account.number.isEmpty, let currency = open.currency else {
      throw Refusal(
        line: field.line,
        reason:
          "An entry stands here before its statement has named account (:25:) and opening balance (:60F:), which "
          + "tells the currency. Fetch the statement from the bank again.")
    }
    let line = try MT940Line(field, currency, days)
    guard !line.isExpected else {
      sink.change { $0.notBooked += 1 }
      return
    }
    pending = line.entry(of: open)
  }

  private mutating func flush(into sink: inout StatementSink) throws(Refusal) {
    guard let entry = pending else { return }
    pending = nil
    try sink.add(entry.amount, line: entry.line, [entry])
  }

  private mutating func finish(into sink: inout StatementSink) throws(Refusal) {
    try flush(into: &sink)
    guard let open = sink.open else { return }
    guard isClosed else {
      throw Refusal(
        line: open.line,
        reason:
          "The statement that begins here has no closing balance (:62F:): the file was cut off. Fetch it from "
          + "the bank again.")
    }
    sink.end()
  }

  /// `C261103EUR1234,56`.
  private func readBalance(_ field: MT940Field) throws(Refusal) -> (Money, CalendarDay) {
    let text = Array(field.text.utf8)
    guard text.count > 10, text[0] == 0x43 || text[0] == 0x44,
      let currency = Currency(String(decoding: text[7..<10], as: UTF8.self))
    else {
      throw Refusal(
        line: field.line,
        reason:
          "\(Quoted(field.text)) is not a balance, such as C261103EUR1234,56. Fetch the statement from the bank "
          + "again.")
    }
    let day = try days.short(String(decoding: text[1..<7], as: UTF8.self), line: field.line)
    let minor = try StatementAmount.minor(
      String(decoding: text[10...], as: UTF8.self), places: currency.exponent, marks: [.comma],
      line: field.line)
    return (Money(minor: text[0] == 0x44 ? -minor : minor, currency), day)
  }
}
