/// How a bank tells of money, as far as it serves to know the same money again in another file.
public struct BankBooking: Hashable, Sendable {
  /// How its file was written: `"camt"`.
  public var format: String
  /// The account that it was booked on, as the file spells it.
  public var account: String
  /// The day from which it counts for interest.
  public var valued: CalendarDay?
  /// What the account's bank calls it.
  public var bankReference: String?
  /// What the payer's side gave it.
  public var endToEnd: String?
  /// The number of a check.
  public var check: String?
  /// References with check digits.
  public var structured: [String] = []
  /// Who paid, as the bank has it.
  public var payer: String?
  /// IBAN or number of the payer's account.
  public var payerAccount: String?
  /// What the payer wrote.
  public var text = ""

  /// Money of which nothing more is known.
  public init(format: String, account: String) { (self.format, self.account) = (format, account) }

  init(reading lines: SectionLines) throws(EntryTextError) {
    self.init(format: try lines.needed("format"), account: try lines.needed("bank_account"))
    valued = try lines.optional("valued") { (text) throws(EntryTextError) in try EntryValue.day(text) }
    (bankReference, endToEnd, check) = (lines["bank_reference"], lines["end_to_end"], lines["check"])
    structured = lines.lines.filter { $0.key == "structured" }.map(\.value)
    (payer, payerAccount, text) = (lines["payer"], lines["payer_account"], lines["text"] ?? "")
  }

  func write(to lines: inout SectionWriter) {
    lines.line("format", format as String)
    lines.line("bank_account", account as String)
    lines.line("valued", valued?.iso)
    lines.line("bank_reference", bankReference)
    lines.line("end_to_end", endToEnd)
    lines.line("check", check)
    for reference in structured { lines.line("structured", reference as String) }
    lines.line("payer", payer)
    lines.line("payer_account", payerAccount)
    if !text.isEmpty { lines.line("text", text as String) }
  }
}
