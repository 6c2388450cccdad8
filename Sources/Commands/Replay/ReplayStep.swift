import TextScreen

/// One line of a replay script.
enum ReplayStep: Equatable {
  case keys([Key])
  case type(String)
  case paste(String)
  case resize(Size)
  case wait(minutes: Int)
  /// The day is over: the same book is opened on the next business day.
  case tomorrow
  case hangUp
  case importFile(String)
  case show(caption: String)
}
