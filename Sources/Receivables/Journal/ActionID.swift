/// Names one action of one person: a UUID in its usual text form, made before the first attempt to save.
public struct ActionID: Hashable, Sendable, RawRepresentable {
  /// `"0f8fad5b-d9cb-469f-a165-70867728950e"`.
  public let rawValue: String

  /// The action with that UUID.
  public init(rawValue: String) { self.rawValue = rawValue }

  /// A version 4 UUID from 128 random bits.
  public init(random high: UInt64, _ low: UInt64) {
    let bits = [
      (high & 0xFFFF_FFFF_FFFF_0FFF) | 0x4000, (low & 0x3FFF_FFFF_FFFF_FFFF) | 0x8000_0000_0000_0000,
    ]
    var text = ""
    for (index, digit) in bits.flatMap({ Self.hex($0) }).enumerated() {
      if [8, 12, 16, 20].contains(index) { text.append("-") }
      text.append(digit)
    }
    rawValue = text
  }

  private static func hex(_ value: UInt64) -> [Character] {
    let digits = Array("0123456789abcdef")
    return (0..<16).map { digits[Int(value >> UInt64((15 - $0) * 4) & 0xF)] }
  }
}
