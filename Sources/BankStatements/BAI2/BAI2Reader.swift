import Receivables

/// Reads BAI2: a file (01) of groups (02) of accounts (03) with transactions (16), each closed by control totals (49, 98,
/// 99).
///
/// Amounts are in minor units and have no sign in a transaction, whose code tells the side. Codes of summaries stand in
/// 03 only, and of these the opening and the closing ledger balance are taken.
struct BAI2Reader {
  private var records: BAI2Records
  private let days: StatementDays
  private var group = BAI2Group()
  private var deposit = BAI2Deposit()
  private var account = BAI2Totals()
  private var groups = BAI2Totals()
  private var file = BAI2Totals()
  private var isFileOpen = false
  private var isGroupOpen = false

  init(_ bytes: UnsafeBufferPointer<UInt8>, _ days: StatementDays) {
    records = BAI2Records(bytes)
    self.days = days
  }

  /// Reads the whole file. Throws `Refusal`.
  mutating func read(into sink: inout StatementSink) throws(Refusal) {
    var last = 1
    while var record = try records.next() {
      last = record.line
      for total in [\BAI2Reader.account, \.groups, \.file] { self[keyPath: total].records += record.count }
      try take(&record, into: &sink)
    }
    guard !isFileOpen, !isGroupOpen, sink.open == nil else {
      throw Refusal(
        line: last,
        reason:
          "The file ends within a statement: its trailer (99) is missing, so that it was cut off. Fetch it from "
          + "the bank again.")
    }
  }

  private mutating func take(_ record: inout BAI2Record, into sink: inout StatementSink) throws(Refusal) {
    switch record.code {
    case "01":
      isFileOpen = true
      file = BAI2Totals(records: record.count)
    case "02":
      try demand(isFileOpen && !isGroupOpen && sink.open == nil, record, "a group", "file header (01)")
      group = try BAI2Group(&record, days)
      groups = BAI2Totals(records: record.count)
      file.parts += 1
      isGroupOpen = true
    case "03":
      try demand(isGroupOpen && sink.open == nil, record, "an account", "group header (02)")
      account = BAI2Totals(records: record.count)
      try begin(&record, into: &sink)
    case "16":
      try demand(sink.open != nil, record, "a transaction", "account header (03)")
      try readTransaction(&record, into: &sink)
    case "49":
      try demand(sink.open != nil, record, "the end of an account", "account header (03)")
      try flush(into: &sink)
      try account.check(&record, "an account total of", counts: ["records"], into: &sink)
      try groups.add(account.sum, line: record.line)
      sink.end()
    case "98":
      try demand(isGroupOpen && sink.open == nil, record, "the end of a group", "group header (02)")
      try groups.check(&record, "a group total of", counts: ["accounts", "records"], into: &sink)
      try file.add(groups.sum, line: record.line)
      isGroupOpen = false
    case "99":
      try demand(isFileOpen && !isGroupOpen, record, "the end of a file", "file header (01)")
      try file.check(&record, "a file total of", counts: ["groups", "records"], into: &sink)
      isFileOpen = false
    default:
      throw Refusal(
        line: record.line,
        reason: "There are no records \(record.code) in BAI2. Fetch the statement from the bank again.")
    }
  }

  /// A record in its place. Throws `Refusal` for one that stands somewhere else.
  private func demand(
    _ isInPlace: Bool, _ record: BAI2Record, _ what: String, _ before: String
  ) throws(Refusal) {
    guard isInPlace else {
      throw Refusal(
        line: record.line,
        reason:
          "Here stands \(what) (\(record.code)) out of its place: a \(before) comes before it, or what was begun "
          + "there has not ended. Lines are missing; fetch the statement from the bank again.")
    }
  }

  /// `03,account,currency,code,amount,count,funds,code,amount,…`.
  private mutating func begin(_ record: inout BAI2Record, into sink: inout StatementSink) throws(Refusal) {
    var statement = BankStatement(
      .bai2, line: record.line, account: BankAccount(record.field(), bank: group.bank))
    guard !statement.account.number.isEmpty else {
      throw Refusal(
        line: record.line, reason: "The account has no number. Fetch the statement from the bank again.")
    }
    let code = record.field()
    let currency = try code.isEmpty ? group.currency : BAI2Group.currency(code, line: record.line)
    statement.currency = currency
    (statement.first, statement.last) = (group.day, group.day)
    if let what = group.warning { statement.warnings.append(.status(line: group.line, what: what)) }
    while !record.isRead {
      let code = record.field()
      let amount = record.field()
      _ = record.field()
      _ = try BAI2Funds(&record, days)
      guard !amount.isEmpty else { continue }
      let minor = try StatementAmount.minor(amount, places: 0, marks: [], line: record.line)
      try account.add(minor, line: record.line)
      switch code {
      // What was deleted or is a test has no balances to compare with.
      case _ where group.isLeftOut: break
      case "010": statement.opening = Money(minor: minor, currency)
      case "015": statement.closing = Money(minor: minor, currency)
      default: break
      }
    }
    groups.parts += 1
    sink.begin(statement)
  }

  /// `16,code,amount,funds,bank reference,customer reference,text`.
  private mutating func readTransaction(
    _ record: inout BAI2Record, into sink: inout StatementSink
  ) throws(Refusal) {
    guard let open = sink.open, let currency = open.currency else { return }
    let text = record.field()
    guard let code = BAI2Code(text) else {
      throw Refusal(
        line: record.line,
        reason:
          "\(Quoted(text)) is not a type code, which has three digits. Fetch the statement from the bank again."
      )
    }
    let amount = record.field()
    let minor =
      amount.isEmpty && code.side == .none
      ? 0 : try StatementAmount.minor(amount, places: 0, marks: [], line: record.line)
    try account.add(minor, line: record.line)
    let funds = try BAI2Funds(&record, days)
    guard !group.isLeftOut, code.side == .credit || code.side == .debit else {
      if code.side != .none { sink.change { $0.notBooked += 1 } }
      if code.side == .unknown, !group.isLeftOut {
        sink.warn(
          .unknownCode(line: record.line, code: text, amount: "\(Money(minor: minor, currency))"))
      }
      return
    }
    let signed = Money(minor: code.side == .debit ? -minor : minor, currency)
    var entry = BankEntry(open, line: record.line, booked: group.day, amount: signed)
    entry.valued = funds.valued ?? (funds.isImmediate ? group.day : nil)
    entry.method = code.method
    entry.isReversal = code.isReversal
    entry.references.bank = record.field().reference
    let reference = record.field().reference
    if code.isCheckPaid {
      entry.references.check = reference
    } else {
      entry.references.instruction = reference
    }
    entry.remittance = record.rest()
    if code.isReturn { entry.returned = PaymentReturn(code: nil) }
    if deposit.takes(entry, code) { return }
    try flush(into: &sink)
    deposit.begin(entry, code)
  }

  /// Hands on the last transaction, which waited for items that tell its parts.
  private mutating func flush(into sink: inout StatementSink) throws(Refusal) {
    guard let (entries, warning) = deposit.end() else { return }
    if let warning { sink.warn(warning) }
    guard let total = entries.first?.batch?.total ?? entries.first?.amount, let line = entries.first?.line
    else {
      return
    }
    try sink.add(total, line: line, entries)
  }
}
