/// How long a note may be: that of a call, a comment, or what came of a matter.
public enum NoteLimit {
  /// The most characters.
  public static let characters = 4_000

  /// Throws `TypingProblem` for a longer note: it is refused, never cut.
  ///
  /// `"The note has 4001 characters and takes 4000 at most. Shorten it, or record the rest separately."`
  public static func check(_ note: String) throws(TypingProblem) {
    guard note.count > characters else { return }
    throw TypingProblem(
      "The note has \(note.count) characters and takes \(characters) at most. "
        + "Shorten it, or record the rest separately.")
  }
}
