extension Listing {
  /// Writes what came of a command that has changed something already: a report that cannot be made or written must not
  /// be taken for work that was not done. `done` is the sentence that says what was, and what to do for a report of it.
  /// Throws `CommandFailure` that begins with it.
  func write(as format: OutputFormat, after done: String) throws {
    try reporting(after: done) { try write(as: format) }
  }
}

/// Runs what reports a change that is made already. Throws `CommandFailure` that begins with `done`, the sentence about it.
///
/// `"Entry 12 on 10042 was recorded, but not reported. Could not write the output: No space left on device."`
func reporting(after done: String, _ body: () throws -> Void) throws {
  do {
    try body()
  } catch {
    let failure = CommandFailure(cause: error) ?? CommandFailure("\(error)", .inputOutput)
    throw CommandFailure("\(done) \(failure.sentence)", failure.code)
  }
}
