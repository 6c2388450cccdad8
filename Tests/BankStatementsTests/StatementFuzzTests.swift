import Glibc
import Receivables
import Testing

@testable import BankStatements

/// Whatever became of a file, the reader answers: statements or a sentence, never a trap.
struct StatementFuzzTests {
  /// How many files of each sample; `make fuzz` makes more.
  private static let rounds = getenv("KEPT_FUZZ").flatMap { UInt64(String(cString: $0)) } ?? 1_000

  /// What makes trouble in one format or another.
  private static let pieces: [[UInt8]] =
    [[0], [0xFF], [0xC3], [0x0A], [0x0D], [0x81], [0xEF, 0xBB, 0xBF]]
    + [
      "9223372036854775808", "-", ",", ".", "/", "<", ">", "&", "\"", "'", "?20", "?32", ":", ":86:", ":61:",
      ":62F:",
      "{4:", "-}", "EREF+", "SVWZ+", "/REMI/", "16,", "88,", "49,", "98,0,0,0/\n", "<!--", "]]>", "<![CDATA[",
      "<!DOCTYPE", "&#x0;", "</STMTTRN>", "<STMTTRN>", "<STMTRS>", "</Ntry>", "<Ntry>", "261131",
      "0000-00-00", "JPY",
      "BHD", "\u{202E}", "é", ";", "\t", "\"\"", "+", "(", "€", "99.99.9999", "Total", "\r\n,,\r\n",
      "Vorgemerkt",
    ].map { Array($0.utf8) }

  @Test(.timeLimit(.minutes(10)), arguments: SampleStatement.names)
  func spoiltStatementsAreReadOrRefused(_ name: String) throws {
    let sample = try SampleStatement.bytes(name)
    var read = 0
    for seed in 1...Self.rounds {
      var random = Randomness(seed: seed)
      var bytes = sample
      for _ in 0..<(1 + random.next() % 3) { spoil(&bytes, &random) }
      if let refusal = SampleStatement.refusal(bytes) {
        #expect(refusal.reason.hasSuffix("."), "\(name) seed \(seed): \(refusal)")
        #expect(!refusal.reason.hasPrefix("unexpected"), "\(name) seed \(seed): \(refusal)")
        continue
      }
      read += 1
      let entries = try SampleStatement.read(bytes).flatMap(\.entries)
      // Whatever was read, read again it is the same money, each entry once.
      let same = SameMoney.find(known: entries, new: entries)
      #expect(same.flatMap(\.new) == Array(entries.indices), "\(name) seed \(seed)")
      #expect(same.allSatisfy { $0.certainty == .certain }, "\(name) seed \(seed)")
    }
    // Else nothing but refusing would be tried.
    #expect(read > Int(Self.rounds / 25), "\(name): \(read)")
  }

  @Test func randomBytesBehindABeginningAreReadOrRefused() throws {
    let heads = [
      "<?xml?><Document xmlns=\"camt.053.\">", "OFXHEADER:100\n<OFX>", ":20:A\n:25:1\n:60F:",
      "01,a\n02,a,b,1,261116/\n03,", "Date,Description,Amount\n",
    ]
    for seed in 1...Self.rounds {
      var random = Randomness(seed: seed)
      let tail = (0..<Int(random.next() % 2_000)).map { _ in UInt8(truncatingIfNeeded: random.next()) }
      let refusal = SampleStatement.refusal(Array(heads[Int(seed % 5)].utf8) + tail)
      #expect(refusal?.reason.hasSuffix(".") ?? true, "seed \(seed)")
    }
  }

  /// One change: bytes out, a piece in, one byte another, or a stretch twice.
  private func spoil(_ bytes: inout [UInt8], _ random: inout Randomness) {
    let place = Int(random.next() % UInt64(bytes.count + 1))
    let length = min(Int(random.next() % 40), bytes.count - place)
    switch random.next() % 5 {
    case 0: bytes.removeSubrange(place..<(place + length))
    case 1 where place < bytes.count: bytes[place] = UInt8(truncatingIfNeeded: random.next())
    case 2: bytes.insert(contentsOf: bytes[place..<(place + length)], at: place)
    case 3 where place < bytes.count: bytes[place] = 0x30 + UInt8(random.next() % 10)
    default:
      bytes.insert(contentsOf: Self.pieces[Int(random.next() % UInt64(Self.pieces.count))], at: place)
    }
  }
}
