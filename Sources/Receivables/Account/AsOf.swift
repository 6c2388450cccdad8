/// The day as of which something is derived, which remembers what it was asked.
///
/// Every rule sees the date only by asking whether a day has come. An answer can therefore change on no other day than
/// one that was asked about, and the earliest of those still to come is `changesOn`.
struct AsOf {
  /// The day as of which everything holds.
  let day: CalendarDay
  /// The earliest day asked about that has not come.
  private(set) var changesOn: CalendarDay?

  init(_ day: CalendarDay) { self.day = day }

  /// Whether `other` is the day or earlier.
  mutating func hasCome(_ other: CalendarDay) -> Bool {
    if other <= day { return true }
    if changesOn.map({ other < $0 }) ?? true { changesOn = other }
    return false
  }

  /// Whether `other` is over.
  mutating func hasPassed(_ other: CalendarDay) -> Bool { hasCome(other.advanced(by: 1)) }

  /// Whether `other` is the day.
  mutating func isToday(_ other: CalendarDay) -> Bool { hasCome(other) && !hasPassed(other) }
}
