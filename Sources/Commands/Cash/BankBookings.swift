import BankStatements
import Receivables

extension BankBooking {
  /// As far as an entry tells.
  init(_ entry: BankEntry) {
    // A CSV may not name its account, and the journal needs a value: a dash is an account of no number too.
    let account = entry.account.spelt
    self.init(format: entry.format.rawValue, account: account.isEmpty ? "-" : account)
    valued = entry.valued
    (bankReference, endToEnd) = (entry.references.bank, entry.references.endToEnd)
    check = entry.references.check
    structured = entry.references.structured
    (payer, payerAccount) = (entry.counterparty.name, entry.counterparty.account)
    text = entry.remittance
  }
}

extension BankEntry {
  /// What was recorded, to be compared with what another file tells; nil where its format is none that is read.
  init?(_ recorded: RecordedMoney) {
    let booking = recorded.terms.booking
    guard let format = BankFormat(rawValue: booking.format) else { return nil }
    self.init(
      format: format, line: 0, account: BankAccount(booking.account), booked: recorded.terms.booked,
      amount: recorded.terms.amount)
    valued = booking.valued
    (references.bank, references.endToEnd) = (booking.bankReference, booking.endToEnd)
    (references.check, references.structured) = (booking.check, booking.structured)
    counterparty = Counterparty(name: booking.payer, account: booking.payerAccount)
    remittance = booking.text
  }
}

extension ReceivedMoney {
  /// Money of a statement with what tells whose it is.
  init(_ entry: BankEntry) {
    let references = entry.references
    let texts =
      [entry.remittance, references.endToEnd, references.instruction].compactMap { $0 }
      + references.structured + references.structured.compactMap(Self.plain)
    self.init(
      day: entry.booked, amount: entry.amount,
      payer: entry.counterparty.ultimate ?? entry.counterparty.name, text: texts.joined(separator: " "),
      booking: BankBooking(entry))
    named = entry.documents.map { ($0.number, $0.amount?.minor) }
    because = entry.returned.map { returned in
      let code = returned.code.map { returned.reason.isEmpty ? $0 : " (\($0))" } ?? ""
      return returned.reason + code
    }
  }

  /// What a seller made a reference with check digits of: RF and two digits stand before it (ISO 11649), or one digit
  /// behind 26 (Swiss QR reference). Nil for another one.
  private static func plain(_ reference: String) -> String? {
    let bare = reference.filter { $0.isLetter || $0.isNumber }
    if bare.uppercased().hasPrefix("RF"), bare.count > 6 { return String(bare.dropFirst(4)) }
    guard bare.count == 27, bare.allSatisfy(\.isNumber) else { return nil }
    return String(bare.dropLast().drop { $0 == "0" })
  }
}
