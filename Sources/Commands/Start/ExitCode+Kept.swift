import ArgumentParser

/// How the program ends when something stands in the way, after sysexits.h. 64, wrong usage, is the parser's own.
extension ExitCode {
  /// A file or an entry cannot be taken as it is.
  static let badData = ExitCode(65)
  /// The workbench needs a terminal and there is none.
  static let noTerminal = ExitCode(69)
  /// A file cannot be read or written.
  static let inputOutput = ExitCode(74)
  /// Somebody else was faster or is still writing; trying again can help.
  static let busy = ExitCode(75)
  /// The policy cannot be used.
  static let configuration = ExitCode(78)
}
