/// Why a program could not be started.
public struct PseudoTerminalError: Error {
  /// The system call that failed.
  public let call: String
  /// Its error number.
  public let code: Int32
}
