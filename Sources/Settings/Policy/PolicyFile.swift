public import Receivables
import ShippedData

/// Reads a policy from the text of a TOML file and checks it.
public enum PolicyFile {
  /// The text of the policy that ships with the program.
  public static var shippedText: String { ShippedData.policy }

  /// The policy that ships with the program.
  public static func shipped() throws(SettingsError) -> Policy {
    try read(text: shippedText, name: "data/policy.toml")
  }

  /// The policy that `text` describes. Throws the first fault with its line and column; `name` is what it calls
  /// the file.
  public static func read(text: String, name: String) throws(SettingsError) -> Policy {
    try PolicyReader(root: TOMLDocument(text: text, name: name).root, digest: digest(of: text)).policy()
  }

  /// Names a policy's text in records: `digest(of: "a") == "af63dc4c8601ec8c"`.
  public static func digest(of text: String) -> String {
    var digest = TextDigest()
    digest.add(text)
    return digest.text
  }
}
