import Hashing
import Receivables
import Testing

@testable import Ledger

/// Fields are hashed with their lengths, however they come.
struct FieldHasherTests {
  @Test("one after the other, of any length", arguments: [1, 2, 3] as [UInt64])
  func allBytesAreHashed(seed: UInt64) {
    var random = Randomness(seed: seed)
    var hasher = FieldHasher(domain: 7)
    var bytes: [UInt8] = [7]
    func note(_ field: [UInt8]) {
      withUnsafeBytes(of: UInt32(field.count).bigEndian) { bytes += $0 }
      bytes += field
    }
    for _ in 0..<400 {
      switch Int.random(in: 0..<3, using: &random) {
      case 0:
        let number = Int64.random(in: .min ... .max, using: &random)
        hasher.add(number)
        withUnsafeBytes(of: number.bigEndian) { note(Array($0)) }
      case 1:
        let field = [UInt8](repeating: 9, count: Int.random(in: 0...3_000, using: &random))
        hasher.add(field)
        note(field)
      default:
        let text = String(repeating: "ü", count: [0, 1, 5, 60, 600].randomElement(using: &random) ?? 0)
        hasher.add(text)
        note(Array(text.utf8))
      }
      if Int.random(in: 0..<40, using: &random) == 0 {
        #expect(hasher.finish() == bytes.withUnsafeBytes { SHA256.hash($0) })
      }
    }
    #expect(hasher.finish() == bytes.withUnsafeBytes { SHA256.hash($0) })
  }
}
