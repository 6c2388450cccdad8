/// What is wrong in a settings file, and where.
public struct SettingsError: Error, Hashable, Sendable {
  /// The file as the user knows it: `"policy.toml"`.
  public let file: String
  /// Where; nil when it concerns the file as a whole.
  public let position: TextPosition?
  /// What is wrong and what would be right, as a sentence.
  public let reason: String
  private var others: [SettingsError] = []

  /// A fault in `file`.
  public init(file: String, position: TextPosition?, reason: String) {
    self.file = file
    self.position = position
    self.reason = reason
  }

  /// The first of `faults`, with the others beside it; nil without any.
  init?(all faults: [SettingsError]) {
    var seen: Set<SettingsError> = []
    let single = faults.flatMap(\.all).filter { seen.insert($0).inserted }
    guard let first = single.first else { return nil }
    self = first
    others = Array(single.dropFirst())
  }

  /// This fault and all that were found with it, in the order of the file.
  public var all: [SettingsError] {
    let first = SettingsError(file: file, position: position, reason: reason)
    return ([first] + others).sorted { $0.place < $1.place }
  }

  private var place: (Int, Int) { (position?.line ?? 0, position?.column ?? 0) }
}

extension SettingsError: CustomStringConvertible {
  /// The first fault: `"policy.toml, line 12, column 9: grace_days must be …"`.
  public var description: String {
    guard let position else { return "\(file): \(reason)" }
    return "\(file), line \(position.line), column \(position.column): \(reason)"
  }
}
