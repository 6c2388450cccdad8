import ArgumentParser

/// Why a command could not do its work: a sentence that says what failed, what was kept and what to do.
struct CommandFailure: Error, Hashable {
  let sentence: String
  let code: ExitCode

  init(_ sentence: String, _ code: ExitCode) {
    self.sentence = sentence
    self.code = code
  }
}

extension CommandFailure: CustomStringConvertible {
  /// The sentence.
  var description: String { sentence }
}
