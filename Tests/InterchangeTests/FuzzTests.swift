import Glibc
import Receivables
import Testing

@testable import Interchange

/// Whatever the bytes are, the reader answers: rows or a sentence, never a trap.
struct FuzzTests {
  /// How many files of each kind; `make fuzz` makes more.
  private static let rounds = getenv("KEPT_FUZZ").flatMap { UInt64(String(cString: $0)) }

  @Test(arguments: 1...(rounds ?? 40))
  func randomBytesAreReadOrRefused(_ seed: UInt64) throws {
    var random = Randomness(seed: seed)
    let bytes = (0..<Int(random.next() % 3_000)).map { _ in UInt8(truncatingIfNeeded: random.next()) }
    check(bytes)
  }

  @Test(arguments: 1...(rounds ?? 60))
  func mutatedExportsAreReadOrRefused(_ seed: UInt64) throws {
    var random = Randomness(seed: seed)
    let exports = ExportHeadersTests.Export.all
    var bytes = Array(exports[Int(random.next() % UInt64(exports.count))].text.utf8)
    let pieces: [[UInt8]] = [
      [0x22], [0x2C], [0x0A], [0x0D], [0], [0xFF], [0xC3], Array("9223372036854775808".utf8), Array("-".utf8),
      Array("00:00.0".utf8), Array("1.234,56".utf8), Array("\"\"".utf8), Array("31/02/2026".utf8),
      Array("E+99".utf8),
    ]
    for _ in 0..<(1 + random.next() % 12) {
      let place = Int(random.next() % UInt64(bytes.count + 1))
      if random.next() % 4 == 0, place < bytes.count {
        bytes.remove(at: place)
      } else {
        bytes.insert(contentsOf: pieces[Int(random.next() % UInt64(pieces.count))], at: place)
      }
    }
    check(bytes)
  }

  /// A refusal always is a sentence, only a payment that is taken back is negative, and only of an invoice that was paid too
  /// much less than nothing is open.
  private func check(_ bytes: [UInt8]) {
    if let refusal = Sample.refusal(bytes) {
      #expect(refusal.reason.hasSuffix("."), "\(refusal)")
      #expect(!refusal.reason.hasPrefix("unexpected"), "\(refusal)")
    } else if let outcome = try? Sample.read(bytes) {
      let isPayments = outcome.file.kind == .payments
      for document in outcome.documents {
        #expect(isPayments || document.amount.minor >= 0, "\(document)")
        #expect(document.kind == .invoice || (document.open ?? 0) >= 0, "\(document)")
      }
    }
  }
}
