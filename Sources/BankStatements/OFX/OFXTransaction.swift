import Receivables

/// One `STMTTRN`.
struct OFXTransaction {
  /// The line on which it begins, from 1.
  let line: Int
  private var kind = ""
  private var posted: CalendarDay?
  private var available: CalendarDay?
  private var amount: (text: String, line: Int)?
  private var name: String?
  private var payee: String?
  private var memo: String?
  private var account: String?
  private var currency: Currency?
  private var references = PaymentReferences()
  private var correcting: String?

  init(line: Int) { self.line = line }

  /// Takes a value that stands in `group`. Throws `Refusal`.
  mutating func take(
    _ tag: String, _ text: String, _ line: Int, in group: String, _ days: StatementDays
  ) throws(Refusal) {
    switch (group, tag) {
    case ("STMTTRN", "TRNTYPE"): kind = text.uppercased()
    case ("STMTTRN", "DTPOSTED"): posted = try days.compact(text, line: line)
    case ("STMTTRN", "DTAVAIL"): available = try days.compact(text, line: line)
    case ("STMTTRN", "TRNAMT"): amount = (text, line)
    case ("STMTTRN", "FITID"): references.bank = text.reference
    case ("STMTTRN", "CHECKNUM"): references.check = text.reference
    case ("STMTTRN", "REFNUM"): references.instruction = text.reference
    case ("STMTTRN", "CORRECTACTION"): correcting = text.uppercased()
    case ("STMTTRN", "NAME"), ("STMTTRN", "EXTDNAME"): name = name ?? text
    case ("STMTTRN", "MEMO"): memo = text
    case ("PAYEE", "NAME"): payee = text
    case ("BANKACCTTO", "ACCTID"), ("CCACCTTO", "ACCTID"): account = text
    // In CURRENCY the amount is in that one; in ORIGCURRENCY it was, before it was booked.
    case ("CURRENCY", "CURSYM"):
      guard let code = Currency(text) else {
        throw Refusal(
          line: line,
          reason:
            "\(Quoted(text)) is not the code of a currency, such as USD. Fetch the statement from the bank again."
        )
      }
      currency = code
    default: break
    }
  }

  /// Whether it is no money that came or went: an amount that is only held, or one that the bank takes off its list.
  var isLeftOut: Bool { kind == "HOLD" || correcting == "DELETE" }

  /// What it does to an earlier transaction; nil when it is none of that.
  var correction: String? {
    switch correcting {
    case "DELETE": "a deletion of a transaction that was sent before"
    case "REPLACE": "a correction of a transaction that was sent before"
    default: nil
    }
  }

  /// The kind, when it says the other side than the sign of `amount`.
  func contradicting(_ amount: Money) -> String? {
    switch kind {
    case "CREDIT", "DEP", "DIRECTDEP": amount.minor < 0 ? kind : nil
    case "DEBIT", "FEE", "SRVCHG", "PAYMENT", "DIRECTDEBIT": amount.minor > 0 ? kind : nil
    default: nil
    }
  }

  /// Minor units of an amount, which has a sign and may have a comma before its decimals. Throws `Refusal`.
  static func minor(_ text: String, _ currency: Currency, line: Int) throws(Refusal) -> Int64 {
    try StatementAmount.minor(text, places: currency.exponent, marks: [.comma, 0x2E], line: line)
  }

  /// The entry. Throws `Refusal` without day or amount.
  func entry(of statement: BankStatement, _ usual: Currency) throws(Refusal) -> BankEntry {
    guard let posted, let amount else {
      throw Refusal(
        line: line,
        reason:
          "The transaction has no \(posted == nil ? "day (DTPOSTED)" : "amount (TRNAMT)"). Fetch the statement "
          + "from the bank again.")
    }
    let currency = self.currency ?? usual
    let minor = try Self.minor(amount.text, currency, line: amount.line)
    var entry = BankEntry(statement, line: line, booked: posted, amount: Money(minor: minor, currency))
    entry.valued = available
    entry.method = method
    entry.references = references
    entry.remittance = memo ?? ""
    entry.counterparty = Counterparty(name: payee ?? name, account: account)
    // Where a payee is named, NAME is one more line of text.
    if let payee, let name, name != payee { entry.title = name }
    return entry
  }

  private var method: String? {
    switch kind {
    case "CHECK": "check"
    case "CASH", "ATM": "cash"
    case "POS": "card"
    case "DIRECTDEP": "ach"
    case "DIRECTDEBIT": "direct_debit"
    default: nil
    }
  }
}
