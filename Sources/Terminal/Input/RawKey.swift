/// What ncurses reads at once.
enum RawKey: Equatable {
  /// A character, controls among them.
  case character(Unicode.Scalar)
  /// One of its key codes.
  case code(Int32)
}
