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
    #expect(
      padded.withUnsafeBufferPointer { UTF8Check($0).firstBad }
        == (isValid ? nil : padded.count - bytes.count))
  }

  private static let head = Array("Customer,Invoice No,Date,Amount\n".utf8)

  private static func row(_ name: [UInt8], _ number: Int) -> [UInt8] {
    name + Array(",\(number),2026-03-31,100.00\n".utf8)
  }

  private static let utf8Rows = row(Array("Müller".utf8), 1) + row(Array("Søren".utf8), 2)

  private struct Spoilt: CustomTestStringConvertible {
    let testDescription: String
    let bytes: [UInt8]
    let line: Int
    let column: String?

    init(_ beginning: String, _ line: Int, _ column: String?, _ parts: [UInt8]...) {
      testDescription = beginning
      (self.line, self.column, bytes) = (line, column, Array(parts.joined()))
    }

    static func utf16(_ bytes: [UInt8], isLittleEndian: Bool) -> [UInt8] {
      bytes.flatMap { isLittleEndian ? [$0, 0] : [0, $0] }
    }
  }

  private static let cutOff = "The file ends in the middle of a character: it was cut off."
  private static let elsewhere = " here is no UTF-8, but the file has UTF-8 elsewhere."
  private static let plain = head + row([0x41], 1)

  /// What speaks for UTF-8 and what speaks against it, in one file.
  private static let spoilt: [Spoilt] = [
    Spoilt("The byte FC" + elsewhere, 4, "Customer", head, utf8Rows, row([0x4D, 0xFC, 0x6C], 3)),
    Spoilt(
      "The byte A4 here is no UTF-8, but the file begins as UTF-8.", 2, "Customer", [0xEF, 0xBB, 0xBF], head,
      row([0x41, 0xA4], 1)),
    Spoilt(
      "The byte FF" + elsewhere, 5, "Date", head, utf8Rows, Array("A,3,2026-03-31,1\rB,4,2026-".utf8), [0xFF],
      Array("1,5\r".utf8)),
    Spoilt(cutOff, 4, "Amount", head, utf8Rows, Array("A,3,2026-03-31,1 ".utf8), [0xE2, 0x82]),
    Spoilt(cutOff, 3, "Amount", plain, Array("A,3,2026-03-31,1".utf8), [0xC3]),
    Spoilt(
      "The byte 81" + elsewhere + " 2 more bytes of the file are none either.", 4, "Customer", head, utf8Rows,
      row([0x81], 3), row([0xFC], 4), row([0xFC], 5)),
    Spoilt(
      "The byte 81 here is neither UTF-8 nor a character of Windows-1252.", 2, "Customer", head,
      row([0x4D, 0x81, 0x6C], 1)),
    Spoilt(cutOff, 3, "Customer", [0xFF, 0xFE], Spoilt.utf16(plain, isLittleEndian: true), [0x41]),
    Spoilt(
      "Half a character of UTF-16 stands here", 3, "Customer", [0xFE, 0xFF],
      Spoilt.utf16(plain, isLittleEndian: false), [0xD8, 0x3D],
      Spoilt.utf16(row([0x42], 2), isLittleEndian: false)),
    Spoilt("The byte E9" + elsewhere, 1, nil, [0x43, 0xE9, 0x0A], head, utf8Rows),
  ]

  @Test(arguments: spoilt)
  private func aByteThatIsNoneIsNamedWithItsPlace(_ spoilt: Spoilt) throws {
    let refusal = try #require(Sample.refusal(spoilt.bytes))
    #expect(refusal.line == spoilt.line && refusal.column == spoilt.column)
    #expect(refusal.reason.hasPrefix(spoilt.testDescription), "\(refusal)")
  }

  @Test func whoKnowsTheEncodingSaysItUnlessAByteOrderMarkKnowsBetter() throws {
    // "CAFÉ»" and "Zoé" in Windows-1252: the first looks like UTF-8.
    let bytes = Self.head + Self.row([0x43, 0xC9, 0xBB], 1) + Self.row([0x5A, 0xE9], 2)
    #expect(try #require(Sample.refusal(bytes)).reason.contains("--encoding windows-1252"))
    let names = { (bytes: [UInt8], encoding: TextEncoding) in
      try Sample.read(bytes, encoding: encoding).rows.map(\.customer.number)
    }
    #expect(try names(bytes, .windows1252) == ["CÉ»", "Zé"])
    #expect(try names([0xEF, 0xBB, 0xBF] + Self.head + Self.utf8Rows, .windows1252) == ["Müller", "Søren"])
    #expect(#expect(throws: Refusal.self) { try names(bytes, .utf8) }?.line == 3)
  }
}
