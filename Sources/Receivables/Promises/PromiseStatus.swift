/// A promise with its outcome as of a day.
public struct PromiseStatus: Hashable, Sendable {
  /// The entry that took it.
  public var entry: EntryNumber
  /// The business date on which it was taken.
  public var takenOn: CalendarDay
  /// Who promised.
  public var contact: String?
  /// What was promised.
  public var terms: PromiseTerms
  /// How it stands.
  public var state: PromiseState
  /// Money that counts towards it, minor units.
  public var paid: Int64
  /// Credit notes that reduced what was promised, minor units.
  public var credited: Int64
  /// 1 for the first promise on its invoices, one more after each that did not hold.
  public var level: Int
  /// The day on which enough had come, in time or late.
  public var paidInFullOn: CalendarDay?
  /// Calendar days from the promised day to `paidInFullOn`, when that was after date and grace.
  public var daysLate: Int?
  /// Why it was withdrawn, voided or superseded.
  public var endedBecause: String?
}
