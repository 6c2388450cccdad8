/// The numbers that may stand in a text which somebody wrote to a payment: `RE 2026-0815 und 0816`.
///
/// A number is compared by its letters and digits alone, since banks drop signs and break lines anywhere: what stands in up
/// to four words that follow each other may be one.
public struct NamedNumbers: Hashable, Sendable {
  private static let mostWords = 4
  private static let mostCharacters = 2_000

  /// What may be numbers, in the form of `key`.
  public let keys: Set<String>

  /// Those in a text.
  public init(_ text: String) {
    let words = text.prefix(Self.mostCharacters).uppercased().split { !$0.isLetter && !$0.isNumber }.map(
      String.init)
    var keys: Set<String> = []
    for start in words.indices {
      var joined = ""
      for word in words[start...].prefix(Self.mostWords) {
        joined += word
        keys.insert(Self.bare(joined))
      }
    }
    self.keys = keys
  }

  /// A number by its letters and digits, without zeros before digits alone; nil for one that is too short to be known again in
  /// a text.
  ///
  /// `NamedNumbers.key("inv-0017") == "INV0017"`.
  public static func key(_ number: String) -> String? {
    let key = bare(number.uppercased().filter { $0.isLetter || $0.isNumber })
    return key.utf8.count >= 3 && key.contains(where: \.isNumber) ? key : nil
  }

  private static func bare(_ text: String) -> String {
    guard text.utf8.first == 0x30, text.utf8.allSatisfy(\.isDigit) else { return text }
    let digits = text.drop { $0 == "0" }
    return digits.isEmpty ? "0" : String(digits)
  }
}
