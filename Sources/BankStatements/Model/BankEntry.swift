public import Receivables

/// Money that came into an account or went out of it, as the bank booked it.
public struct BankEntry: Hashable, Sendable {
  /// How its file is written.
  public var format: BankFormat
  /// The line in the file on which it begins, from 1.
  public var line: Int
  /// The account that it was booked on.
  public var account: BankAccount
  /// The day on which the bank booked it.
  public var booked: CalendarDay
  /// The day from which it counts for interest.
  public var valued: CalendarDay?
  /// Positive when money came in, negative when it went out.
  public var amount: Money
  /// Whether the bank takes back what it had booked before.
  public var isReversal = false
  /// Why it came back, when it is a payment that was returned.
  public var returned: PaymentReturn?
  /// How money moved, by the codes of payment methods: `"ach"`, `"wire"`, `"check"`, `"card"`, `"direct_debit"`,
  /// `"cash"`; nil when the bank's codes do not tell.
  public var method: String?
  /// What the bank calls it: `"SEPA-GUTSCHRIFT"`.
  public var title: String?
  /// What names the payment.
  public var references = PaymentReferences()
  /// What the payer wrote, as one line; empty without any.
  public var remittance = ""
  /// The invoices and credit notes that the payer named, one by one.
  public var documents: [ReferredDocument] = []
  /// Who paid; of money that went out, who got it.
  public var counterparty = Counterparty()
  /// The booking that it is a part of; nil when it is a booking of its own.
  public var batch: PaymentBatch?

  /// An entry of which nothing more is known.
  public init(format: BankFormat, line: Int, account: BankAccount, booked: CalendarDay, amount: Money) {
    self.format = format
    self.line = line
    self.account = account
    self.booked = booked
    self.amount = amount
  }

  init(_ statement: BankStatement, line: Int, booked: CalendarDay, amount: Money) {
    self.init(
      format: statement.format, line: line, account: statement.account, booked: booked, amount: amount)
  }
}

/// What names a payment. A reference that says that there is none (`NOTPROVIDED`, `NONREF`) is nil.
public struct PaymentReferences: Hashable, Sendable {
  /// What the payer's side gave it and every bank handed on: `EndToEndId`, `EREF+`, `/EREF/`.
  public var endToEnd: String?
  /// What the account's bank gave it: `AcctSvcrRef`, behind `//` in `:61:`, `FITID`.
  public var bank: String?
  /// The number that its booking has in the statement: `NtryRef`.
  public var booking: String?
  /// What whoever ordered it gave their own bank: `InstrId`, subfield 7 of `:61:`, the customer reference of BAI2.
  public var instruction: String?
  /// The mandate of a direct debit: `MndtId`, `MREF+`.
  public var mandate: String?
  /// The number of a check.
  public var check: String?
  /// References in a form with check digits, as they came: `"RF18539007547034"`, a Swiss QR reference.
  public var structured: [String] = []

  /// Without any reference.
  public init() {}
}

/// A document that a payer named in a field of its own.
public struct ReferredDocument: Hashable, Sendable {
  /// Its number as spelt.
  public var number: String
  /// Code of its kind: `"CINV"` an invoice, `"CREN"` a credit note; nil when it is not said.
  public var kind: String?
  /// What was paid for it; nil when it is not said.
  public var amount: Money?

  /// A document of that number.
  public init(number: String, kind: String? = nil, amount: Money? = nil) {
    self.number = number
    self.kind = kind
    self.amount = amount
  }
}

/// Who stands on the other side of a payment.
public struct Counterparty: Hashable, Sendable {
  /// The name as the bank has it.
  public var name: String?
  /// IBAN or number of their account as spelt.
  public var account: String?
  /// For whom they paid, when that is somebody else.
  public var ultimate: String?

  /// Somebody; nobody known without a name.
  public init(name: String? = nil, account: String? = nil, ultimate: String? = nil) {
    self.name = name
    self.account = account
    self.ultimate = ultimate
  }
}

/// That a payment came back, and why.
public struct PaymentReturn: Hashable, Sendable {
  /// The bank's code: `"AM04"`; nil when it gives none.
  public var code: String?
  /// The reason in words: of the bank, or what the code means; empty when nobody says.
  public var reason: String

  /// A return. Without words of the bank, what `code` means in ISO 20022 is the reason.
  public init(code: String?, reason: String = "") {
    self.code = code
    self.reason = reason.isEmpty ? code.flatMap(ReturnCode.meaning) ?? "" : reason
  }
}

/// The booking that a payment is a part of.
public struct PaymentBatch: Hashable, Sendable {
  /// The bank's name of the booking; nil without any.
  public var reference: String?
  /// What all of it comes to, with the sign of an entry.
  public var total: Money
  /// How many payments it holds; 0 when the bank does not say.
  public var count: Int
  /// Whether the entry stands for the whole booking, since the file does not tell its parts.
  public var isWhole: Bool

  /// A booking.
  public init(reference: String?, total: Money, count: Int, isWhole: Bool) {
    self.reference = reference
    self.total = total
    self.count = count
    self.isWhole = isWhole
  }
}
