import Foundation
import Testing
import TextScreen

/// Compares frames with the pictures in `Tests/WorkbenchTests/Goldens`. With `KEPT_WRITE_GOLDENS=1` in the
/// environment it writes them instead, to be looked at before they are committed.
enum Golden {
  /// The sizes at which everything must be readable.
  static let sizes = [
    Size(columns: 80, rows: 24), Size(columns: 100, rows: 30), Size(columns: 140, rows: 40),
    Size(columns: 200, rows: 60),
  ]

  static func check(
    _ frame: Frame, _ name: String, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "Goldens/\(name).txt")
    let (cut, empty) = (cut(frame), emptyRows(frame))
    #expect(
      cut.isEmpty || empty * 3 <= frame.size.rows,
      "\(name) has \(empty) empty rows in a row and cuts \(cut)", sourceLocation: sourceLocation)
    try compare(picture(frame), file, name, sourceLocation)
  }

  /// Texts that an ellipsis ends and that stand whole nowhere else.
  private static func cut(_ frame: Frame) -> [String] {
    let lines = frame.lines()
    return lines.compactMap { line in
      guard let end = line.firstIndex(of: "…"), line[..<end].last != " " else { return nil }
      let text = String(line[..<end].suffix(12))
      return lines.count { $0.contains(text) } > 1 ? nil : text
    }
  }

  /// The most rows below each other in which nothing stands.
  private static func emptyRows(_ frame: Frame) -> Int {
    let rows = frame.lines().map { $0.allSatisfy(\.isWhitespace) }
    return rows.split(separator: false).map(\.count).max() ?? 0
  }

  /// The same of a letter for each cell's meaning: what stands out, where, and what does not.
  static func check(
    roles frame: Frame, _ name: String, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "Goldens/\(name).txt")
    let rows = zip(frame.lines(), frame.roleLetters()).map { "\($0)\n\($1)" }
    try compare(rows.joined(separator: "\n") + "\n", file, name, sourceLocation)
  }

  private static func compare(
    _ shown: String, _ file: URL, _ name: String, _ sourceLocation: SourceLocation
  ) throws {
    if ProcessInfo.processInfo.environment["KEPT_WRITE_GOLDENS"] == "1" {
      try shown.write(to: file, atomically: true, encoding: .utf8)
      return
    }
    let expected = try String(contentsOf: file, encoding: .utf8)
    #expect(shown == expected, "\(name) looks different", sourceLocation: sourceLocation)
  }

  /// The rows between borders, and where the cursor stands.
  private static func picture(_ frame: Frame) -> String {
    let line = String(repeating: "─", count: frame.size.columns)
    let rows = frame.lines().map { text in
      "│" + text + String(repeating: " ", count: max(frame.size.columns - DisplayWidth.of(text), 0)) + "│"
    }
    let cursor = "cursor: row \(frame.cursor.row + 1), column \(frame.cursor.column + 1)"
    return (["┌\(line)┐"] + rows + ["└\(line)┘", cursor, ""]).joined(separator: "\n")
  }
}
