import Receivables
import Settings

/// The policy in force and where it comes from.
struct PolicySource {
  let policy: Policy
  let text: String
  /// The user's own file; nil for the shipped policy.
  let path: String?

  /// The policy of the user's own file when there is one, else the shipped one. Throws `CommandFailure`.
  static func current() throws(CommandFailure) -> PolicySource {
    let own = Places.policy
    guard TextFile.exists(own) else {
      return try PolicySource(text: PolicyFile.shippedText, path: nil)
    }
    return try PolicySource(file: own)
  }

  /// The policy in the file at `path`. Throws `CommandFailure`.
  init(file path: String) throws(CommandFailure) {
    try self.init(text: TextFile.read(path), path: path)
  }

  private init(text: String, path: String?) throws(CommandFailure) {
    self.text = text
    self.path = path
    do {
      policy = try PolicyFile.read(text: text, name: path ?? "the shipped policy")
    } catch {
      throw CommandFailure(error.description, .configuration)
    }
  }
}
