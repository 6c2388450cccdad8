/// An invoice that is open as of a day, with the slices that come off what is to be collected.
public struct InvoiceStatus: Hashable, Sendable {
  /// The invoice.
  public var invoice: Invoice
  /// Original less everything applied up to the day, minor units.
  public var open: Int64
  /// Calendar days past due; zero or negative when not overdue.
  public var daysPastDue: Int
  /// Index into the policy's buckets.
  public var bucket: Int
  /// Contested part.
  public var disputed: Int64
  /// Part covered by plan instalments not yet due.
  public var planned: Int64
  /// Part under a promise inside date and grace.
  public var promised: Int64
  /// What is left of `open` after the slices. Counts towards the amount to collect when past due.
  public var collectable: Int64
  /// Level of the last promise on it; 0 without one.
  public var promiseLevel: Int

  /// Whether it is past due.
  public var isPastDue: Bool { daysPastDue > 0 }
}
