import Testing

@testable import TextScreen

@Suite("A scalar that is taken for plain")
struct PlainScalarTests {
  @Test("is one that a look at its properties finds harmless and one cell wide")
  func agreesWithItsClass() {
    let plain = (0...0x10FFFF as ClosedRange<UInt32>).compactMap(Unicode.Scalar.init).filter(\.isPlain)
    #expect(plain.count > 900)
    for scalar in plain where ScalarClass(scalar) != .base(1) {
      Issue.record("U+\(String(scalar.value, radix: 16)) is \(ScalarClass(scalar))")
    }
  }
}
