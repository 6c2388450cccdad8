/// A column's heading as it is compared: letters and digits only, in lower case, `#` read as "number".
///
/// `HeadingName("*Contact Name").folded == HeadingName("contact_name").folded`.
public struct HeadingName: Sendable {
  /// As written.
  public let text: String
  /// The form that is compared.
  public let folded: String

  /// Folds a heading as an export spells it.
  public init(_ heading: String) {
    var folded = ""
    for scalar in heading.unicodeScalars {
      if scalar == "#" {
        folded += "number"
      } else if scalar == "%" {
        folded += "percent"
      } else if scalar.isASCII {
        // The words in a column are compared like headings, one for every row of a file.
        if let letter = Self.folded(UInt8(ascii: scalar)) { folded.unicodeScalars.append(letter) }
      } else if scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
        folded += scalar.properties.lowercaseMapping
      }
    }
    self.folded = folded
    text = heading
  }

  private static func folded(_ ascii: UInt8) -> Unicode.Scalar? {
    switch ascii {
    case 0x30...0x39, 0x61...0x7A: Unicode.Scalar(ascii)
    case 0x41...0x5A: Unicode.Scalar(ascii + 0x20)
    default: nil
    }
  }
}

extension HeadingName: Hashable {
  /// The same heading, however it is written.
  public static func == (left: HeadingName, right: HeadingName) -> Bool { left.folded == right.folded }

  /// By the form that is compared.
  public func hash(into hasher: inout Hasher) { hasher.combine(folded) }
}
