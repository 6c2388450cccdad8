/// What a customer committed to: so much, on that day, in that way, for these invoices.
public struct PromiseTerms: Hashable, Sendable {
  /// A promise looks forward; a claim says that the money is already on its way.
  public enum Kind: String, Hashable, Sendable {
    /// "I will pay on …".
    case promise
    /// "I paid on …": verified against the books, never held as a promise.
    case saysPaid = "says_paid"
  }

  /// Forward or already sent.
  public var kind: Kind
  /// How much, in the currency of the invoices.
  public var amount: Money
  /// The day of payment; for `saysPaid` the day it was sent.
  public var day: CalendarDay
  /// Code of the policy's payment methods: `"ach"`, `"check"`.
  public var method: String?
  /// Cheque number or transfer reference.
  public var reference: String?
  /// The covered invoices. Never empty in a stored record: all past due when the collector did not choose.
  public var invoices: [DocumentID]
  /// Money already applied to the covered invoices on the very day the promise was taken, minor units: it
  /// came before the promise, so it does not keep it.
  public var paidBefore: Int64
  /// Open promises that this one replaces, by the entry that took them.
  public var supersedes: [EntryNumber]
  /// Why the day is beyond the policy's longest range, when it is.
  public var exception: String?

  /// A commitment.
  public init(
    kind: Kind = .promise, amount: Money, day: CalendarDay, method: String? = nil, reference: String? = nil,
    invoices: [DocumentID], paidBefore: Int64 = 0, supersedes: [EntryNumber] = [], exception: String? = nil
  ) {
    self.kind = kind
    self.amount = amount
    self.day = day
    self.method = method
    self.reference = reference
    self.invoices = invoices
    self.paidBefore = paidBefore
    self.supersedes = supersedes
    self.exception = exception
  }
}
