import Foundation
import Ledger
import Receivables
import Testing

@testable import Commands

/// An anchor is one line that any log may hold and that is found again in it.
@Suite struct AnchorTests {
  private static let hash = String(repeating: "0a", count: 32)
  private static let line =
    "2026-11-27T16:00:00.000Z kept-anchor 3f9a12bc44de 812 \(hash) /home/ann/my book.kept"

  @Test func aLineIsReadBackAsItWasWritten() throws {
    let anchor = try #require(Anchor(line: Self.line))
    #expect(anchor.line == Self.line)
    #expect(anchor.book == "3f9a12bc44de")
    #expect(anchor.head == JournalHead(count: 812, hash: Self.hash))
    #expect(anchor.path == "/home/ann/my book.kept")
  }

  @Test(
    "What a system's log puts before it does not matter",
    arguments: [
      "Nov 27 16:00:01 desk kept[4711]: ", "<13>", "", "\t", "日本 ",
    ])
  func aLogIsReadAround(_ prefix: String) throws {
    let log = "first\n\(prefix)\(Self.line)\r\nlast kept-anchor\n"
    let file = FileManager.default.temporaryDirectory.appending(path: "anchors-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: file) }
    try log.write(to: file, atomically: true, encoding: .utf8)
    let anchors = try AnchorLog.anchors(in: file.path)
    #expect(anchors.map(\.head) == [JournalHead(count: 812, hash: Self.hash)])
    #expect(anchors.map(\.path) == ["/home/ann/my book.kept"])
  }

  @Test(arguments: [
    "", "kept-anchor", "kept-anchor a 12", "kept-anchor a x \(hash)", "kept-anchor a 12 \(hash.dropLast())",
    "anchor a 12 \(hash)",
  ])
  func whatIsNoAnchorIsNone(_ line: String) { #expect(Anchor(line: line) == nil) }

  @Test func aHeadInCapitalsIsTheSame() {
    #expect(
      Anchor(line: Self.line.replacing(Self.hash, with: Self.hash.uppercased()))?.head.hash == Self.hash)
  }

  @Test func headsAreThoseOfOneBook() throws {
    let other = Self.line.replacing("3f9a12bc44de", with: "000000000000").replacing("812", with: "5")
    let log = try [Self.line, other].map { try #require(Anchor(line: $0)) }
    #expect(log.heads(of: "3f9a12bc44de").map(\.count) == [812])
    #expect(log.heads(of: "none").isEmpty)
  }
}
