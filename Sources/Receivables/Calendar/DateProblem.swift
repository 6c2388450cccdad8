/// Why a text is not a day. `description` continues a sentence that begins with the quoted text.
public enum DateProblem: Error, Hashable, Sendable {
  /// Nothing but spaces.
  case empty
  /// Not in any notation of dates.
  case notADate
  /// In a notation of dates, but the calendar has no such day: `31.04.2026`.
  case noSuchDay
  /// Two days are possible and no order was given: `3/4/2026`.
  case ambiguous
  /// A spreadsheet has kept the time and lost the day: `00:00.0`.
  case destroyed
}

extension DateProblem: CustomStringConvertible {
  /// `"is not a date"`.
  public var description: String {
    switch self {
    case .empty: "is empty where a date is needed"
    case .notADate: "is not a date"
    case .noSuchDay: "is not a day of the calendar"
    case .ambiguous: "could be two different days"
    case .destroyed: "has lost its day; a spreadsheet has kept only the time"
    }
  }
}
