extension PromiseTerms {
  /// Adds the lines of the commitment to `text`.
  func write(to text: inout String) {
    EntryText.append("promise.amount", "\(amount.minor) \(amount.currency)", to: &text)
    EntryText.append("promise.day", day.iso as String, to: &text)
    if kind != .promise { EntryText.append("promise.kind", kind.rawValue as String, to: &text) }
    EntryText.append("promise.method", method, to: &text)
    EntryText.append("promise.reference", reference, to: &text)
    EntryText.append("promise.invoices", numbers: invoices.map(\.rawValue), to: &text)
    if paidBefore != 0 { EntryText.append("promise.paid_before", numbers: [paidBefore], to: &text) }
    EntryText.append("promise.supersedes", numbers: supersedes.map(\.rawValue), to: &text)
    EntryText.append("promise.exception", exception, to: &text)
  }

  /// What the lines of a record say of a commitment.
  struct Lines {
    private var kind = Kind.promise
    private var amount: Money?
    private var day: CalendarDay?
    private var method: String?
    private var reference: String?
    private var invoices: [DocumentID] = []
    private var paidBefore: Int64 = 0
    private var supersedes: [EntryNumber] = []
    private var exception: String?

    /// Takes one line that begins with `promise.`. Throws `EntryTextError`.
    mutating func take(_ key: String, _ value: Span<UInt8>) throws(EntryTextError) {
      switch key {
      case "promise.amount": amount = try EntryText.money(value)
      case "promise.day": day = try EntryText.day(value)
      case "promise.kind":
        guard let kind = Kind(rawValue: EntryText.raw(value)) else {
          throw EntryTextError("a promise of the kind “\(EntryText.raw(value))”")
        }
        self.kind = kind
      case "promise.method": method = EntryText.string(value)
      case "promise.reference": reference = EntryText.string(value)
      case "promise.invoices": invoices = try EntryText.documents(value)
      case "promise.paid_before":
        paidBefore = try EntryText.number(value)
        guard paidBefore >= 0 else { throw EntryTextError("less than nothing paid before a promise") }
      case "promise.supersedes":
        supersedes = try EntryText.numbers(value).map { EntryNumber(rawValue: $0) }
      case "promise.exception": exception = EntryText.string(value)
      default: break
      }
    }

    /// The commitment; nil without an amount. Throws `EntryTextError` when the day is missing.
    func terms() throws(EntryTextError) -> PromiseTerms? {
      guard let amount else { return nil }
      guard let day else { throw EntryTextError("a promise without a day") }
      return PromiseTerms(
        kind: kind, amount: amount, day: day, method: method, reference: reference, invoices: invoices,
        paidBefore: paidBefore, supersedes: supersedes, exception: exception)
    }
  }
}
