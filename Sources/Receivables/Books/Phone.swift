/// A number to dial. Whether it is dead is not in the books: a call with result WN says so in the journal.
public struct Phone: Hashable, Sendable {
  /// As written: `"+49 30 1234-567"`.
  public var number: String
  /// `"office"`, `"mobile"`.
  public var label: String?

  /// A number, with what it is.
  public init(number: String, label: String? = nil) {
    self.number = number
    self.label = label
  }

  /// Digits only, the form in which numbers are searched and compared.
  public var digits: String {
    String(decoding: number.utf8.filter { (0x30...0x39).contains($0) }, as: UTF8.self)
  }
}
