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

  /// Names a policy's text in records: 64-bit FNV-1a in sixteen hexadecimal digits. `digest(of: "a") ==
  /// "af63dc4c8601ec8c"`. It tells two policies apart; it does not protect against forgery.
  public static func digest(of text: String) -> String {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in text.utf8 {
      hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3
    }
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
