import Receivables

/// What a booked `Ntry` is told as: one entry, or one for each payment in it.
struct CamtBooking {
  private(set) var entries: [BankEntry] = []
  private(set) var warning: StatementWarning?

  /// The entries of `entry`. Payments stand apart only when they come to the booking to the cent: what a bank leaves out
  /// of them, such as its charges, nobody can put down to one of them. Throws `Refusal` for an entry without a day.
  init(_ entry: CamtEntry, of statement: BankStatement) throws(Refusal) {
    guard let booked = entry.booked ?? entry.valued else {
      throw Refusal(
        line: entry.line,
        reason:
          "The entry has neither a day of booking nor a value day. Fetch the statement from the bank again.")
    }
    var whole = BankEntry(statement, line: entry.line, booked: booked, amount: entry.amount)
    whole.valued = entry.valued
    whole.isReversal = entry.isReversal
    whole.method = entry.code.method
    whole.title = entry.title
    whole.references.bank = entry.bankReference
    whole.references.booking = entry.number
    let name = entry.bankReference ?? entry.number ?? entry.payments.reference
    let count = entry.payments.count ?? 1
    if entry.payments.details.count <= 1, count <= 1 {
      if let only = entry.payments.details.first {
        Self.put(only, into: &whole)
        whole.references.bank = entry.bankReference ?? only.references.bank
      }
      entries = [whole]
      return
    }
    let amounts = entry.payments.details.map { Self.signed($0, entry) }
    let sum = Self.sum(amounts, in: entry.amount.currency)
    let batch = PaymentBatch(
      reference: name, total: entry.amount, count: max(count, amounts.count),
      isWhole: sum != entry.amount || amounts.count <= 1)
    whole.batch = batch
    guard !batch.isWhole else {
      if amounts.count > 1 {
        warning = sum.map { .parts(line: entry.line, entry: entry.amount, parts: $0) }
      }
      Self.putTogether(entry.payments.details, into: &whole)
      entries = [whole]
      return
    }
    for (detail, amount) in zip(entry.payments.details, amounts) {
      guard let amount else { continue }
      var part = whole
      part.line = detail.line
      part.amount = amount
      part.references.bank = nil
      Self.put(detail, into: &part)
      entries.append(part)
    }
  }

  private static func put(_ detail: CamtDetail, into part: inout BankEntry) {
    let booking = part.references.booking
    part.references = detail.references
    part.references.booking = booking
    part.method = detail.code?.method ?? part.method
    part.title = detail.title ?? part.title
    part.remittance = detail.texts.joined(separator: " ")
    part.documents = detail.documents
    part.returned = detail.returned
    part.counterparty = counterparty(of: detail, part)
  }

  /// Who is not us. Debtor and creditor stay those of the payment when it comes back, so that the sign tells the other
  /// one then.
  private static func counterparty(of detail: CamtDetail, _ part: BankEntry) -> Counterparty {
    let nobody = Counterparty()
    func isOurs(_ party: Counterparty) -> Bool {
      party.account.map { BankAccount($0).isSame(as: part.account) } ?? false
    }
    if isOurs(detail.creditor), detail.debtor != nobody { return detail.debtor }
    if isOurs(detail.debtor), detail.creditor != nobody { return detail.creditor }
    let isBack = part.isReversal || detail.returned != nil
    let likely = (part.amount.minor > 0) != isBack ? detail.debtor : detail.creditor
    let other = likely == detail.debtor ? detail.creditor : detail.debtor
    return likely == nobody && isBack ? other : likely
  }

  /// What the parts of a booking say, of one entry.
  private static func putTogether(_ details: [CamtDetail], into whole: inout BankEntry) {
    whole.remittance = details.flatMap(\.texts).joined(separator: " ")
    whole.documents = details.flatMap(\.documents)
    whole.references.structured = details.flatMap(\.references.structured)
  }

  /// The amount of a payment with its sign, in the currency of its booking; nil when it is not told.
  private static func signed(_ detail: CamtDetail, _ entry: CamtEntry) -> Money? {
    guard let amount = detail.amount, amount.currency == entry.amount.currency else { return nil }
    let isDebit = detail.isDebit ?? (entry.amount.minor < 0)
    return Money(minor: isDebit ? -amount.minor : amount.minor, amount.currency)
  }

  private static func sum(_ amounts: [Money?], in currency: Currency) -> Money? {
    var sum: Int64 = 0
    for amount in amounts {
      guard let amount else { return nil }
      let (next, overflows) = sum.addingReportingOverflow(amount.minor)
      guard !overflows else { return nil }
      sum = next
    }
    return Money(minor: sum, currency)
  }
}
