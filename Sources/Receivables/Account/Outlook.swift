/// The day as of which something is derived, and the next day that would change the answer.
///
/// Every rule sees the date only by asking whether a day has come. An answer can therefore change on no other
/// day than one that was asked about, and the earliest of those still to come is `changesOn`.
struct Outlook {
  /// The day as of which everything holds.
  let asOf: CalendarDay
  /// The earliest day asked about that has not come.
  private(set) var changesOn: CalendarDay?

  init(asOf: CalendarDay) { self.asOf = asOf }

  /// Whether `day` is `asOf` or earlier.
  mutating func hasCome(_ day: CalendarDay) -> Bool {
    if day <= asOf { return true }
    if changesOn.map({ day < $0 }) ?? true { changesOn = day }
    return false
  }

  /// Whether `day` is over.
  mutating func hasPassed(_ day: CalendarDay) -> Bool { hasCome(day.advanced(by: 1)) }

  /// Whether `day` is `asOf`.
  mutating func isToday(_ day: CalendarDay) -> Bool { hasCome(day) && !hasPassed(day) }
}
