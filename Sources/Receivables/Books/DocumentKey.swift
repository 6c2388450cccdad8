/// How document and account numbers are compared: trimmed, without leading zeros when all digits.
///
/// `DocumentKey(" 0000611365 ").text == "611365"`, `DocumentKey("INV-007").text == "INV-007"`.
public struct DocumentKey: Hashable, Sendable {
  /// The form that is compared and indexed.
  public let text: String

  /// The key of a number as an export spells it. Letters keep their case.
  public init(_ number: some StringProtocol) { self.init(String(number)) }

  /// The key of a number as an export spells it. Letters keep their case.
  public init(_ number: String) {
    // Nearly every number is in this form already, and an import asks for millions of keys.
    if let first = number.utf8.first, first != 0x30, number.utf8.allSatisfy({ $0 > 0x20 }) {
      text = number
      return
    }
    var bytes = Array(number.utf8)[...]
    while let first = bytes.first, first == 0x20 || first == 0x09 { bytes.removeFirst() }
    while let last = bytes.last, last == 0x20 || last == 0x09 { bytes.removeLast() }
    if !bytes.isEmpty, bytes.allSatisfy({ (0x30...0x39).contains($0) }) {
      while bytes.count > 1, bytes.first == 0x30 { bytes.removeFirst() }
    }
    text = String(decoding: bytes, as: UTF8.self)
  }
}
