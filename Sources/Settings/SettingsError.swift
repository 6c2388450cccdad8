/// What is wrong in a settings file, and where.
public struct SettingsError: Error, Hashable, Sendable {
  /// The file as the user knows it: `"policy.toml"`.
  public let file: String
  /// Where; nil when it concerns the file as a whole.
  public let position: TextPosition?
  /// What is wrong and what would be right, as a sentence.
  public let reason: String

  /// A fault in `file`.
  public init(file: String, position: TextPosition?, reason: String) {
    self.file = file
    self.position = position
    self.reason = reason
  }
}

extension SettingsError: CustomStringConvertible {
  /// `"policy.toml, line 12, column 9: grace_days must be …"`.
  public var description: String {
    guard let position else { return "\(file): \(reason)" }
    return "\(file), line \(position.line), column \(position.column): \(reason)"
  }
}
