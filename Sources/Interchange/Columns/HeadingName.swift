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
      } else if scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
        folded += scalar.properties.lowercaseMapping
      }
    }
    self.folded = folded
    text = heading
  }
}

extension HeadingName: Hashable {
  /// The same heading, however it is written.
  public static func == (left: HeadingName, right: HeadingName) -> Bool { left.folded == right.folded }

  /// By the form that is compared.
  public func hash(into hasher: inout Hasher) { hasher.combine(folded) }
}
