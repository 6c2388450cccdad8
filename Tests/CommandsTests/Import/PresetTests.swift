import Foundation
import Interchange
import Receivables
import Settings
import Testing

@testable import Commands

/// The samples of `data/exports`: an export of each system comes to what somebody added up by hand, and what is spoilt in one is
/// said with its line.
struct PresetTests {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "data/exports").path()

  /// Rows of a file of expectations, by its headings.
  private static func rows(_ name: String) -> [[String: String]] {
    guard let text = try? String(contentsOfFile: folder + "/" + name, encoding: .utf8) else { return [] }
    let records = text.split(separator: "\n").map { cells(String($0)) }
    return records.dropFirst().map { cells in
      Dictionary(zip(records[0], cells), uniquingKeysWith: { first, _ in first })
    }
  }

  /// The cells of a line, some in quotation marks that stand twice in them.
  private static func cells(_ line: String) -> [String] {
    var (cells, isQuoted) = ([""], false)
    var last: Character = " "
    for character in line {
      switch character {
      case "\"":
        if !isQuoted, last == "\"" { cells[cells.count - 1].append("\"") }
        isQuoted.toggle()
      case "," where !isQuoted: cells.append("")
      default: cells[cells.count - 1].append(character)
      }
      last = character
    }
    return cells
  }

  static let files = Set(rows("expected.csv").compactMap { $0["file"] }).sorted()
  static let broken = rows("broken/expected.csv").compactMap { $0["file"] }

  @Test func everySystemHasASample() throws {
    let names = Set(Self.rows("expected.csv").compactMap { $0["preset"] })
    let unnamed = try LayoutsFile.shipped().map(\.name).filter { !names.contains($0) }
    // Forms that differ in a column or two share a sample.
    #expect(Self.files.count >= 50 && unnamed.count <= 17, "\(unnamed)")
  }

  @Test("comes to what was added up by hand", arguments: files)
  func sample(_ file: String) throws {
    let expected = Self.rows("expected.csv").filter { $0["file"] == file }
    let book = try ImportedBook()
    let outcome = try book.take(Self.folder + "/" + file, on: "2026-11-26")
    #expect(outcome.refused == [])
    #expect(outcome.notes.contains("It is read as \"\(expected[0]["preset"] ?? "")\"."), "\(outcome.notes)")
    #expect(!outcome.notes.contains { $0.hasPrefix("The file's own total") }, "\(outcome.notes)")
    #expect(outcome.result.customers.added == expected[0]["customers"].flatMap { Int($0) })
    var told: Set<String> = []
    for (currency, sums) in try book.open() {
      guard let currency = Currency(currency) else { continue }
      let texts = [sums.invoices, sums.credits].map { Money(minor: $0, currency).text }
      told.insert("\(currency.code) \(sums.invoiceCount) \(texts[0]) \(sums.creditCount) \(texts[1])")
    }
    let wanted = expected.filter { !($0["currency"] ?? "").isEmpty }.map { row in
      "\(row["currency"] ?? "") \(row["invoices"] ?? "") \(row["open_invoices"] ?? "") \(row["credits"] ?? "") \(row["open_credits"] ?? "")"
    }
    #expect(told == Set(wanted))
    #expect(try book.take(Self.folder + "/" + file, on: "2026-11-26").result.isUnchanged)
  }

  @Test("is refused with line and words, or told", arguments: broken)
  func spoilt(_ file: String) throws {
    let expected = try #require(Self.rows("broken/expected.csv").first { $0["file"] == file })
    let outcome = try ImportedBook().take(Self.folder + "/broken/" + file, on: "2026-11-26")
    #expect(outcome.refused.isEmpty == (expected["refused"] == "no"))
    let said = (outcome.refused.map(\.description) + outcome.notes).joined(separator: "\n")
    for words in (expected["words"] ?? "").components(separatedBy: " | ") {
      #expect(said.contains(words), "\(said)")
    }
    if let line = expected["line"], !line.isEmpty { #expect(said.contains("line \(line)"), "\(said)") }
  }
}
