/// How names of customers are compared where an export has no numbers: without regard to case, to what nobody sees and to a
/// dot at the end.
///
/// `NameKey("ACME  Ltd.").text == NameKey("Acme Ltd").text`; accents count.
public struct NameKey: Hashable, Sendable {
  /// The form that is compared; empty when there was nothing to see.
  public let text: String

  /// The key of a name as an export spells it.
  public init(_ name: String) {
    var key = DocumentKey(name).text.lowercased()
    while let last = key.last, last == "." || last == "," || last == " " { key.removeLast() }
    text = key
  }
}
