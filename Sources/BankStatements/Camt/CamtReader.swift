import Receivables

/// Reads camt.053 and camt.054 of any version: elements are known by their names, wherever versions have put what is in
/// them.
///
/// `Document/BkToCstmrStmt/Stmt` and `Document/BkToCstmrDbtCdtNtfctn/Ntfctn`, each with an account, balances and
/// entries. One entry is in memory at a time.
struct CamtReader {
  let xml: XMLCursor
  let format: BankFormat
  let days: StatementDays

  init(_ xml: XMLCursor, _ format: BankFormat, _ days: StatementDays) {
    self.xml = xml
    self.format = format
    self.days = days
  }

  /// Reads the whole file. Throws `Refusal`.
  mutating func read(into sink: inout StatementSink) throws(Refusal) {
    // To the very end, also behind the last statement: a file that breaks off was not read.
    while try xml.child(of: 0) != nil {
      let document = xml.depth
      while let message = try xml.child(of: document) {
        guard message == "BkToCstmrStmt" || message == "BkToCstmrDbtCdtNtfctn" else { continue }
        let inside = xml.depth
        while let part = try xml.child(of: inside) {
          if part == "Stmt" || part == "Ntfctn" { try readStatement(into: &sink) }
        }
      }
    }
  }

  private mutating func readStatement(into sink: inout StatementSink) throws(Refusal) {
    sink.begin(BankStatement(format, line: xml.line))
    let statement = xml.depth
    var numbers: (electronic: String?, legal: String?)
    while let name = try xml.child(of: statement) {
      switch name {
      case "Id":
        let id = try xml.words()
        sink.change { $0.id = id }
      case "ElctrncSeqNb": numbers.electronic = try xml.words()
      case "LglSeqNb": numbers.legal = try xml.words()
      case "FrToDt":
        let (first, last) = try readDays()
        sink.change { ($0.first, $0.last) = (first, last) }
      case "Acct":
        let (account, currency) = try readAccount()
        sink.change { ($0.account, $0.currency) = (account, currency) }
      case "Bal":
        let balance = try readBalance()
        sink.change { balance.take(into: &$0) }
      case "Ntry":
        guard let open = sink.open, !open.account.number.isEmpty else {
          throw Refusal(
            line: xml.line,
            reason: "The statement does not say which account it is of. Fetch it from the bank again.")
        }
        try readEntry(of: open, into: &sink)
      default: break
      }
    }
    sink.change { $0.number = numbers.legal ?? numbers.electronic }
    sink.end()
  }

  private func readEntry(of open: BankStatement, into sink: inout StatementSink) throws(Refusal) {
    let entry = try CamtEntry(xml, days)
    guard entry.isBooked else {
      sink.change { $0.notBooked += 1 }
      return
    }
    let booking = try CamtBooking(entry, of: open)
    if let warning = booking.warning { sink.warn(warning) }
    try sink.add(entry.amount, line: entry.line, booking.entries)
  }

  private func readDays() throws(Refusal) -> (first: CalendarDay?, last: CalendarDay?) {
    var found: (first: CalendarDay?, last: CalendarDay?)
    let inside = xml.depth
    while let name = try xml.child(of: inside) {
      switch name {
      case "FrDtTm", "FrDt": found.first = try days.iso(try xml.words() ?? "", line: xml.line)
      case "ToDtTm", "ToDt": found.last = try days.iso(try xml.words() ?? "", line: xml.line)
      default: break
      }
    }
    return found
  }

  private func readAccount() throws(Refusal) -> (BankAccount, Currency?) {
    var (account, currency, bank): (String?, Currency?, String?)
    let inside = xml.depth
    while let name = try xml.child(of: inside) {
      switch name {
      case "Id": account = try xml.readAccountNumber()
      case "Ccy": currency = try xml.readCurrency(try xml.words() ?? "")
      case "Svcr": bank = try readBankNumber()
      default: break
      }
    }
    return (BankAccount(account ?? "", bank: bank), currency)
  }

  /// `FinInstnId/ClrSysMmbId/MmbId`: a routing number, where no IBAN tells the bank.
  private func readBankNumber() throws(Refusal) -> String? {
    var number: String?
    let servicer = xml.depth
    while let name = try xml.child(of: servicer) {
      guard name == "FinInstnId" else { continue }
      let institution = xml.depth
      while let name = try xml.child(of: institution) {
        guard name == "ClrSysMmbId" else { continue }
        let member = xml.depth
        while let name = try xml.child(of: member) {
          if name == "MmbId" { number = try xml.words() }
        }
      }
    }
    return number
  }

  private func readBalance() throws(Refusal) -> CamtBalance {
    var balance = CamtBalance()
    let line = xml.line
    var (minor, isDebit): (Money?, Bool?)
    let inside = xml.depth
    while let name = try xml.child(of: inside) {
      switch name {
      case "Tp":
        let type = xml.depth
        while let name = try xml.child(of: type) {
          if name == "CdOrPrtry" { balance.kind = try xml.readCode() }
        }
      case "Amt": minor = try xml.readMoney()
      case "CdtDbtInd": isDebit = try xml.readIsDebit()
      case "Dt": balance.day = try days.iso(try xml.words() ?? "", line: xml.line)
      default: break
      }
    }
    guard let minor, let isDebit else {
      throw Refusal(
        line: line, reason: "The balance has no amount, or no side. Fetch the statement from the bank again.")
    }
    balance.amount = Money(minor: isDebit ? -minor.minor : minor.minor, minor.currency)
    return balance
  }
}

/// A balance as a statement gives it.
struct CamtBalance {
  /// `OPBD`, `CLBD` and others.
  var kind: String?
  var amount: Money?
  var day: CalendarDay?

  /// Only what was booked counts: what is available, or expected, is another figure.
  func take(into statement: inout BankStatement) {
    guard let amount else { return }
    switch kind {
    case "OPBD":
      statement.opening = amount
      statement.first = statement.first ?? day
    // What closed the day before opens this one, where nothing is said of the opening itself.
    case "PRCD": statement.opening = statement.opening ?? amount
    case "CLBD":
      statement.closing = amount
      statement.last = statement.last ?? day
    default: break
    }
    statement.currency = statement.currency ?? amount.currency
  }
}
