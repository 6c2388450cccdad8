/// The form in which text is searched: small letters without accents, so that `"Muller"` finds `"MÜLLER"`.
///
/// Stored beside what it was made from, so that a database of any kind only compares bytes.
public enum SearchText {
  /// What stands between the searched texts of two accounts: the record separator of ASCII.
  public static let separator: UInt8 = 0x1E

  /// `SearchText.folded("Ærø GmbH – Ünal") == "aero gmbh – unal"`. Numbers and punctuation stay.
  public static func folded(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 >= 0x80 }) else { return foldedASCII(text) }
    var result = ""
    result.reserveCapacity(text.utf8.count)
    for scalar in text.unicodeScalars {
      if scalar.isASCII {
        result.unicodeScalars.append(small(scalar))
      } else if !(0x300...0x36F).contains(scalar.value) {
        for small in scalar.properties.lowercaseMapping.unicodeScalars
        where !(0x300...0x36F).contains(small.value) {
          if let plain = plain[small] { result.append(plain) } else { result.unicodeScalars.append(small) }
        }
      }
    }
    return result
  }

  /// Adds the folded text to `bytes`; a `separator` in it becomes a space.
  static func fold(_ text: String, behind bytes: inout [UInt8]) {
    var text = text
    let start = bytes.count
    text.withUTF8 { for byte in $0 { bytes.append(small(byte)) } }
    // Most text is ASCII, and a rebuild folds all text of all accounts.
    guard bytes[start...].contains(where: { $0 >= 0x80 }) else { return }
    bytes.removeSubrange(start...)
    for byte in folded(text).utf8 { bytes.append(byte == separator ? 0x20 : byte) }
  }

  private static func small(_ byte: UInt8) -> UInt8 {
    if byte == separator { return 0x20 }
    return (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
  }

  /// The words of a search, folded: an account is found when it contains each of them somewhere.
  public static func words(_ typed: String) -> [String] {
    folded(typed).split(whereSeparator: \.isWhitespace).map(String.init)
  }

  /// The digits of what can only be a phone number, without what is dialled before it at home or abroad:
  /// `phoneDigits("+1 (962) 555-4436") == "19625554436"`. Nil for a text with letters, or with fewer than five digits.
  public static func phoneDigits(_ typed: String) -> String? {
    guard typed.utf8.allSatisfy({ (0x30...0x39).contains($0) || " +-.()/".utf8.contains($0) }) else {
      return nil
    }
    let digits = typed.filter(\.isNumber).drop { $0 == "0" }
    return digits.count < 5 ? nil : String(digits)
  }

  /// Most text is ASCII, and a rebuild folds all text of all accounts.
  private static func foldedASCII(_ text: String) -> String {
    guard text.utf8.contains(where: { (0x41...0x5A).contains($0) }) else { return text }
    return String(unsafeUninitializedCapacity: text.utf8.count) { buffer in
      var count = 0
      for byte in text.utf8 {
        buffer[count] = (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
        count += 1
      }
      return count
    }
  }

  private static func small(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    (0x41...0x5A).contains(scalar.value) ? Unicode.Scalar(UInt8(scalar.value) + 0x20) : scalar
  }

  /// Small Latin letters with accents (U+00DF–U+017E) and what they fold to.
  private static let plain: [Unicode.Scalar: String] = {
    let groups = [
      "a": "àáâãäåāăą", "ae": "æ", "c": "çćĉċč", "d": "ďđð", "e": "èéêëēĕėęě", "g": "ĝğġģ", "h": "ĥħ",
      "i": "ìíîïĩīĭįı", "j": "ĵ", "k": "ķĸ", "l": "ĺļľŀł", "n": "ñńņňŉŋ", "o": "òóôõöøōŏő", "oe": "œ",
      "r": "ŕŗř", "s": "śŝşš", "ss": "ß", "t": "ţťŧ", "th": "þ", "u": "ùúûüũūŭůűų", "w": "ŵ", "y": "ýÿŷ",
      "z": "źżž",
    ]
    var table: [Unicode.Scalar: String] = [:]
    for (plain, accented) in groups {
      for scalar in accented.unicodeScalars { table[scalar] = plain }
    }
    return table
  }()
}
