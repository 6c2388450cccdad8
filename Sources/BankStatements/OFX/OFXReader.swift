import Receivables

/// Reads OFX: statements of bank accounts and credit cards (`STMTRS`, `CCSTMTRS`) with their transactions.
struct OFXReader<Source: OFXSource> {
  private var source: Source
  private let format: BankFormat
  private let days: StatementDays
  /// Groups that are open and mean something here, from outside in.
  private var groups: [String] = []
  private var bank: String?
  private var status = OFXStatus()
  private var transaction: OFXTransaction?
  private var balance: (amount: String?, line: Int) = (nil, 1)
  private var line = 1

  init(_ source: Source, _ format: BankFormat, _ days: StatementDays) {
    self.source = source
    self.format = format
    self.days = days
  }

  /// Groups whose values are read. Any other tag without text is an empty value.
  private static var known: Set<String> {
    [
      "OFX", "STATUS", "SONRS", "FI", "STMTTRNRS", "CCSTMTTRNRS", "STMTRS", "CCSTMTRS", "BANKACCTFROM",
      "CCACCTFROM",
      "BANKACCTTO", "CCACCTTO", "BANKTRANLIST", "STMTTRN", "PAYEE", "CURRENCY", "ORIGCURRENCY", "LEDGERBAL",
      "AVAILBAL", "BALLIST", "BAL", "BANKTRANLISTP", "STMTTRNP", "IMAGEDATA",
    ]
  }

  /// Reads the whole file. Throws `Refusal`.
  mutating func read(into sink: inout StatementSink) throws(Refusal) {
    var hasEnded = false
    while let event = try source.next() {
      switch event {
      case .open(let name, let line):
        self.line = line
        guard Self.known.contains(name) else { continue }
        try open(name, line, into: &sink)
      case .value(let name, let text, let line):
        self.line = line
        if let text = text.oneLine { try take(name, text, line, into: &sink) }
      case .close(let name):
        hasEnded = hasEnded || name == "OFX"
        guard let place = groups.lastIndex(of: name) else { continue }
        let closed = groups[place...].reversed()
        groups.removeSubrange(place...)
        for group in closed { try close(group, into: &sink) }
      }
    }
    guard hasEnded, groups.isEmpty else {
      throw Refusal(
        line: line,
        reason:
          "The file ends here without the end of its statements: it was cut off. Fetch it from the bank again."
      )
    }
  }

  private mutating func open(_ name: String, _ line: Int, into sink: inout StatementSink) throws(Refusal) {
    guard groups.count < 32 else {
      throw Refusal(
        line: line,
        reason:
          "The groups of this file are nested deeper than those of any statement. It is damaged, or no statement."
      )
    }
    switch name {
    case "STMTTRN":
      if let transaction {
        throw Refusal(
          line: line,
          reason:
            "A transaction begins here before that of line \(transaction.line) has ended. Fetch the statement from "
            + "the bank again.")
      }
      guard sink.open != nil else {
        throw Refusal(
          line: line,
          reason: "A transaction stands here outside of a statement. Fetch it from the bank again.")
      }
      transaction = OFXTransaction(line: line)
    case "STMTTRNP": sink.change { $0.notBooked += 1 }
    case "STMTRS", "CCSTMTRS":
      guard sink.open == nil else {
        throw Refusal(
          line: line,
          reason:
            "A statement begins here before the one before it has ended. Fetch them from the bank again.")
      }
      sink.begin(BankStatement(format, line: line))
    case "BANKACCTFROM", "CCACCTFROM": bank = nil
    case "LEDGERBAL": balance = (nil, line)
    case "STATUS": status = OFXStatus()
    default: break
    }
    groups.append(name)
  }

  private mutating func take(
    _ name: String, _ text: String, _ line: Int, into sink: inout StatementSink
  ) throws(Refusal) {
    if var read = transaction {
      try read.take(name, text, line, in: groups.last ?? "", days)
      transaction = read
      return
    }
    switch (groups.last, name) {
    case ("STATUS", "CODE"): status.code = text
    case ("STATUS", "SEVERITY"): status.severity = text
    case ("STATUS", "MESSAGE"): status.message = text
    case (_, "CURDEF"):
      guard let currency = Currency(text) else {
        throw Refusal(
          line: line,
          reason:
            "\(Quoted(text)) is not the code of a currency, such as USD. Fetch the statement from the bank again."
        )
      }
      sink.change { $0.currency = currency }
    case ("BANKACCTFROM", "BANKID"): bank = text
    case ("BANKACCTFROM", "ACCTID"), ("CCACCTFROM", "ACCTID"):
      let account = BankAccount(text, bank: bank)
      sink.change { $0.account = account }
    case ("BANKTRANLIST", "DTSTART"):
      let day = try days.compact(text, line: line)
      sink.change { $0.first = day }
    case ("BANKTRANLIST", "DTEND"):
      let day = try days.compact(text, line: line)
      sink.change { $0.last = day }
    case ("LEDGERBAL", "BALAMT"): balance.amount = text
    default: break
    }
  }

  private mutating func close(_ name: String, into sink: inout StatementSink) throws(Refusal) {
    switch name {
    case "STMTTRN": try finishTransaction(into: &sink)
    case "STATUS": try status.check(line)
    case "LEDGERBAL":
      guard let amount = balance.amount, let currency = sink.open?.currency else { return }
      let minor = try OFXTransaction.minor(amount, currency, line: balance.line)
      sink.change { $0.closing = Money(minor: minor, currency) }
    case "STMTRS", "CCSTMTRS": sink.end()
    default: break
    }
  }

  private mutating func finishTransaction(into sink: inout StatementSink) throws(Refusal) {
    guard let read = transaction, let open = sink.open else { return }
    transaction = nil
    guard let currency = open.currency, !open.account.number.isEmpty else {
      throw Refusal(
        line: read.line,
        reason:
          "A transaction stands here before its statement has named currency (CURDEF) and account (ACCTID). Fetch "
          + "it from the bank again.")
    }
    guard !read.isLeftOut else {
      sink.change { $0.notBooked += 1 }
      if let what = read.correction { sink.warn(.status(line: read.line, what: what)) }
      return
    }
    let entry = try read.entry(of: open, currency)
    if let what = read.correction { sink.warn(.status(line: read.line, what: what)) }
    if let kind = read.contradicting(entry.amount) {
      sink.warn(.sign(line: read.line, kind: kind, amount: entry.amount))
    }
    try sink.add(entry.amount, line: read.line, [entry])
  }
}

/// What the bank says about its own answer.
struct OFXStatus {
  var code = ""
  var severity = ""
  var message: String?

  /// Throws `Refusal` for an answer that is an error.
  func check(_ line: Int) throws(Refusal) {
    guard severity == "ERROR" else { return }
    let said = message.map { ": \(Quoted($0))" } ?? ""
    throw Refusal(
      line: line,
      reason:
        "The bank answered with error \(String(code.unicodeScalars.prefix(10)))\(said). Ask for the statement again."
    )
  }
}
