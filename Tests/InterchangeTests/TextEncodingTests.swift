import Receivables
import Testing

@testable import Interchange

struct TextEncodingTests {
  private static let text = "Customer,Invoice No,Date,Amount\nMüller & Söhne,7,2026-03-31,100.00\n"

  private static func utf16(littleEndian: Bool, mark: Bool) -> [UInt8] {
    let units = (mark ? [0xFEFF] : []) + Array(text.utf16)
    return units.flatMap {
      littleEndian ? [UInt8($0 & 0xFF), UInt8($0 >> 8)] : [UInt8($0 >> 8), UInt8($0 & 0xFF)]
    }
  }

  @Test(arguments: [
    (Array(text.utf8), TextEncoding.utf8),
    ([0xEF, 0xBB, 0xBF] + Array(text.utf8), .utf8),
    (utf16(littleEndian: true, mark: true), .utf16LittleEndian),
    (utf16(littleEndian: false, mark: true), .utf16BigEndian),
    (utf16(littleEndian: true, mark: false), .utf16LittleEndian),
    (utf16(littleEndian: false, mark: false), .utf16BigEndian),
    (text.unicodeScalars.map { UInt8($0.value) }, .windows1252),
  ])
  func aNameSurvivesEveryEncoding(_ bytes: [UInt8], _ encoding: TextEncoding) throws {
    let outcome = try Sample.read(bytes)
    #expect(outcome.file.encoding == encoding)
    #expect(outcome.rows.map(\.customer.number) == ["Müller & Söhne"])
  }

  @Test func windows1252HasAEuroSignAndCurlyQuotes() throws {
    let bytes =
      Array("Customer,Invoice No,Date,Amount\n".utf8) + [0x80, 0x93] + Array(",1,2026-01-31,5\n".utf8)
    #expect(try Sample.read(bytes).rows.first?.customer.number == "€“")
  }

  @Test(arguments: [
    [0x1F, 0x8B, 0x08, 0x00], Array("PK\u{3}\u{4}xlsx".utf8), [0xD0, 0xCF, 0x11, 0xE0, 0xA1],
    Array("%PDF-1.7".utf8), Array("\n  <HTML><body>".utf8), Array("<!DOCTYPE html>".utf8),
    Array("<?xml version=\"1.0\"?>".utf8), [],
  ])
  func whatIsNotTextIsRefusedWithASentence(_ bytes: [UInt8]) throws {
    let refusal = try #require(Sample.refusal(bytes))
    #expect(refusal.reason.hasSuffix("."))
    #expect(!refusal.reason.hasPrefix("unexpected"))
  }

  @Test(
    arguments: [
      ([0xC3, 0xA9], true), ([0xE2, 0x82, 0xAC], true), ([0xF0, 0x9F, 0x98, 0x80], true),
      ([0xC3], false), ([0xC0, 0x80], false), ([0xE0, 0x80, 0x80], false), ([0xED, 0xA0, 0x80], false),
      ([0xF4, 0x90, 0x80, 0x80], false), ([0xFF], false), ([0xE2, 0x82], false),
    ] as [([UInt8], Bool)])
  func wellFormedUTF8IsToldFromOtherBytes(_ bytes: [UInt8], _ isValid: Bool) {
    let padded = Array("eight ASCII bytes ".utf8) + bytes
    #expect(padded.withUnsafeBufferPointer { UTF8Check.isValid($0) } == isValid)
  }
}
