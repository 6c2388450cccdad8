import Receivables
import Testing

@testable import Interchange

/// Cells of a text of which nobody knows the headings.
struct AnyTableTests {
  @Test(
    "is cut by the delimiter that makes most cells",
    arguments: [
      ("a;b,c;d\n\n1;2,50;3", [["a", "b,c", "d"], ["1", "2,50", "3"]]),
      ("a,b\n1,2", [["a", "b"], ["1", "2"]]),
      ("a\tb\n1\t2", [["a", "b"], ["1", "2"]]), ("title\na|\"b|c\"|d", [["title"], ["a", "b|c", "d"]]),
    ])
  func cuts(_ text: String, _ cells: [[String]]) throws {
    #expect(try Self.read(Array(text.utf8)).map(\.cells) == cells)
  }

  @Test("what is no table is refused", arguments: ["", "one\ntwo", "a,\u{0}b", "%PDF-1.4 x", "a,\"b"])
  func refused(_ text: String) {
    #expect(throws: Refusal.self) { try Self.read(Array(text.utf8)) }
  }

  @Test("another encoding is read too")
  func encoding() throws {
    #expect(
      try Self.read(Array("M\u{FC}ller;1".unicodeScalars.map { UInt8($0.value) })).map(\.cells) == [
        ["Müller", "1"]
      ])
  }

  private static func read(_ bytes: [UInt8]) throws -> [DelimitedRecord] {
    try bytes.withUnsafeBytes { try AnyTable.read($0) }
  }
}
