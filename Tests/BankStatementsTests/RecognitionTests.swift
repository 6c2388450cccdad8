import Receivables
import Testing

@testable import BankStatements

/// A format is known by what stands in a file, and everything else is refused with a sentence.
struct RecognitionTests {
  @Test(
    arguments: zip(
      SampleStatement.names,
      [.camt053, .camt053, .camt054, .mt940, .mt940, .bai2, .ofx1, .ofx2]
        + SampleStatement.csvNames.map { _ in .csv } as [BankFormat]))
  func samplesAreRecognised(_ name: String, _ format: BankFormat) throws {
    let bytes = try SampleStatement.bytes(name)
    #expect(SampleStatement.format(bytes) == format)
    #expect(SampleStatement.format([0x0A, 0x20, 0x0D, 0x0A] + bytes) == format, "blank lines before it")
    #expect(SampleStatement.format([0xEF, 0xBB, 0xBF] + bytes) == format, "a byte order mark")
  }

  @Test(arguments: [
    "", " ", "01,02,03\n", ":20:4711\n", "{1:F01}", "<html></html>",
    "<?xml version=\"1.0\"?><a/>",
    "PK\u{3}\u{4}", "<Document/>", "OFX", "\u{0}\u{0}\u{0}\u{0}",
  ])
  func otherFilesAreNot(_ text: String) throws {
    #expect(SampleStatement.format(Array(text.utf8)) == nil)
    let refusal = try #require(SampleStatement.refusal(text))
    #expect(refusal.reason.hasPrefix("This is no statement that can be read."))
  }

  @Test func namespacesOfOtherVersionsAndNoneAreRead() throws {
    let text = String(decoding: try SampleStatement.bytes("camt053-v8.xml"), as: UTF8.self)
    let expected = try SampleStatement.entries("camt053-v8.xml")
    for space in ["camt.053.001.04", "camt.053.001.13", "camt.053.002.02"] {
      let other = text.replacing("camt.053.001.08", with: space)
      #expect(try SampleStatement.read(other).flatMap(\.entries) == expected)
    }
    let bare = text.replacing(" xmlns=\"urn:iso:std:iso:20022:tech:xsd:camt.053.001.08\"", with: "")
    #expect(try SampleStatement.read(bare).flatMap(\.entries) == expected)
  }

  @Test(arguments: [
    (
      "camt052.xml", "<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:camt.052.001.08\"/>",
      "This is a report of the day so far"
    ),
    (
      "mt942.sta", ":20:A\n:25:10050055/1234567\n:28C:1\n:34F:EUR0,00\n:13D:2611161200+0100\n",
      "This is an interim report (MT942)"
    ),
  ])
  func interimReportsAreRefused(_ name: String, _ text: String, _ beginning: String) throws {
    #expect(try #require(SampleStatement.refusal(text)).reason.hasPrefix(beginning), "\(name)")
  }

  private static func wide(_ text: String) -> [UInt8] {
    text.utf16.flatMap { (unit: UInt16) -> [UInt8] in [UInt8(unit & 0xFF), UInt8(unit >> 8)] }
  }

  @Test func anExportOfTwoBytesACharacterIsReadToo() throws {
    let text = String(decoding: try SampleStatement.bytes("mt940-german.sta"), as: UTF8.self)
    let units = Self.wide(text)
    let expected = try SampleStatement.entries("mt940-german.sta")
    #expect(try SampleStatement.read([0xFF, 0xFE] + units).flatMap(\.entries) == expected)
    #expect(try SampleStatement.read(units).flatMap(\.entries) == expected)
    let document = String(decoding: try SampleStatement.bytes("camt053-v8.xml"), as: UTF8.self)
      .replacing("encoding=\"UTF-8\"", with: "encoding=\"UTF-16\"")
    let entries = try SampleStatement.read([0xFF, 0xFE] + Self.wide(document)).flatMap(\.entries)
    #expect(try entries == SampleStatement.entries("camt053-v8.xml"))
  }

  @Test(
    arguments: [
      ([0x4D, 0x81, 0x6C, 0x6C, 0x65, 0x72], "Müller"), ([0x4D, 0xFC, 0x6C, 0x6C, 0x65, 0x72], "Müller"),
      ([0x4D, 0xC3, 0xBC, 0x6C, 0x6C, 0x65, 0x72], "Müller"),
      ([0x53, 0x94, 0x68, 0x6E, 0x65, 0x20, 0x80], "Söhne Ç"),
      ([0x80, 0x20, 0xE9], "€ é"),
    ] as [([UInt8], String)])
  func namesSurviveTheCharactersOfOldPrograms(_ bytes: [UInt8], _ name: String) {
    bytes.withUnsafeBytes {
      let text = StatementText($0)
      #expect(String(decoding: text.bytes, as: UTF8.self) == name)
    }
  }

  @Test(arguments: SampleStatement.names)
  func entriesHandedOnOneByOneAreTheSame(_ name: String) throws {
    final class Received { var entries: [BankEntry] = [] }
    let received = Received()
    let bytes = try SampleStatement.bytes(name)
    let statements = try bytes.withUnsafeBytes { bytes in
      try BankStatements.read(bytes, csv: SampleStatement.csv) { entry throws(Refusal) in
        received.entries.append(entry)
      }
    }
    let whole = try SampleStatement.sample(name)
    #expect(received.entries == whole.flatMap(\.entries))
    #expect(statements.allSatisfy { $0.entries.isEmpty })
    #expect(statements.map(\.closing) == whole.map(\.closing))
    #expect(statements.map(\.warnings) == whole.map(\.warnings))
  }

  @Test func whoHearsOfEntriesMayEndTheReading() throws {
    let bytes = try SampleStatement.bytes("camt053-v8.xml")
    let stopped = #expect(throws: Refusal.self) {
      try bytes.withUnsafeBytes { bytes in
        try BankStatements.read(bytes) { entry throws(Refusal) in
          throw Refusal(line: entry.line, reason: "Enough.")
        }
      }
    }
    #expect(stopped?.line == 13)
  }

  @Test(arguments: [(2020...2030, true), (2030...2040, false), (1900...1999, false)])
  func daysOutsideOfTheYearsAskedForAreRefused(_ years: ClosedRange<Int>, _ isRead: Bool) throws {
    for name in SampleStatement.names where !name.hasPrefix("mt940") && !name.hasPrefix("bai2") {
      let read = try? SampleStatement.read(SampleStatement.bytes(name), years: years)
      #expect((read != nil) == isRead, "\(name)")
    }
  }

  @Test(
    arguments: [(2020...2030, 2026), (1900...1999, 1926), (2000...2100, 2026), (2030...2040, nil)]
      as [(ClosedRange<Int>, Int?)])
  func yearsOfTwoDigitsLieInTheYearsAskedFor(_ years: ClosedRange<Int>, _ year: Int?) throws {
    for name in ["mt940-german.sta", "bai2.txt"] {
      let read = try? SampleStatement.read(SampleStatement.bytes(name), years: years)
      #expect(read?.first?.entries.first?.booked.components.year == year, "\(name)")
    }
  }
}
