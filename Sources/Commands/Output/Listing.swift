import ArgumentParser
import Glibc
import Ledger
import TextScreen

/// What a command found, in every form in which it can be written.
protocol Listing {
  /// One header line, then one line a record.
  func csv() throws -> String
  /// For programs.
  func json() throws -> JSONValue
  /// For people.
  func text() throws -> String
  /// Whether its text is a file, to be taken as it is, byte for byte.
  var isFile: Bool { get }
}

extension Listing {
  var isFile: Bool { false }

  /// Writes it to the standard output.
  func write(as format: OutputFormat) throws {
    switch format {
    case .text: try StandardOutput.write(text(), isFile: isFile)
    case .csv: try StandardOutput.write(csv())
    case .tsv: try StandardOutput.write(tabsOf: csv())
    case .json: try StandardOutput.write(json())
    }
  }

  /// Writes a report: what leaves the house says up to which entry the journal went, so that `verify` can hold the book
  /// against it later. Rows have no place for that.
  func write(as format: OutputFormat, anchoredIn ledger: LedgerFile) throws {
    let head = try ledger.journalHead().description
    switch format {
    case .text: try StandardOutput.write(text() + "\nJournal head: \(head)\n")
    case .csv: try StandardOutput.write(csv())
    case .tsv: try StandardOutput.write(tabsOf: csv())
    case .json:
      guard case .object(var entries) = try json() else { return try write(as: format) }
      entries["journal_head"] = .string(head)
      try StandardOutput.write(JSONValue.object(entries))
    }
  }
}

/// How a command writes what it found.
enum OutputFormat: String, ExpressibleByArgument, CaseIterable {
  /// For people.
  case text
  /// For spreadsheets: one header line, plain decimals, ISO dates.
  case csv
  /// The same with a tab between the cells, and no quotes: for `cut`, `awk` and what is pasted.
  case tsv
  /// For programs.
  case json
}

/// Where a command writes its result and what it has to say about it.
enum StandardOutput {
  /// Writes all of `text`, line by line as safe as on the screen; a file goes as it is to everything but a terminal. That
  /// nobody reads any more, as after `| head`, is no failure, and the command ends as it would have. Throws
  /// `CommandFailure` when it cannot be written.
  static func write(_ text: String, isFile: Bool = false) throws(CommandFailure) {
    let isExact = isFile && isatty(STDOUT_FILENO) == 0
    try writeExactly(isExact ? text : safeLines(text))
  }

  /// The same for a report of many lines, which are not put together before: `header` and what follows it, each with the
  /// end of its line. Throws `CommandFailure`.
  static func write(_ header: String, _ lines: [String]) throws(CommandFailure) {
    var piece = header
    for line in lines {
      piece += line
      guard piece.utf8.count >= pieceLength else { continue }
      try write(piece)
      piece.removeAll(keepingCapacity: true)
    }
    try write(piece)
  }

  private static let pieceLength = 65_536

  /// Writes records of CSV with tabs between their cells. Throws `CommandFailure`.
  static func write(tabsOf csv: String) throws(CommandFailure) {
    try writeExactly(TabSeparated.text(ofCSV: csv))
  }

  /// Writes a value for programs, which get every text as it is: what a terminal must not get is escaped in it.
  static func write(_ value: JSONValue) throws(CommandFailure) { try writeExactly(value.text) }

  private static func writeExactly(_ text: String) throws(CommandFailure) {
    guard !put(text, to: STDOUT_FILENO), errno != EPIPE else { return }
    throw CommandFailure("Could not write the output: \(String(cString: strerror(errno))).", .inputOutput)
  }

  /// Says `sentence` to the person, beside the output. It may quote files and books, which must not move the cursor.
  static func say(_ sentence: String) { _ = put(safeLines(sentence) + "\n", to: STDERR_FILENO) }

  /// `text` with its line ends, everything between them sanitised.
  static func safeLines(_ text: String) -> String {
    var text = text
    let safe = text.withUTF8 { bytes -> [UInt8]? in
      var safe: [UInt8] = []
      // A report has a hundred thousand lines, of which few need care: those between them are copied in one piece.
      var (copied, start, isPlain) = (0, 0, true)
      for place in 0...bytes.count {
        let byte = place < bytes.count ? bytes[place] : UInt8(ascii: "\n")
        guard byte == UInt8(ascii: "\n") else {
          if byte < 0x20 || byte >= 0x7F { isPlain = false }
          continue
        }
        if !isPlain {
          safe += bytes[copied..<start]
          safe += Sanitised.text(of: String(decoding: bytes[start..<place], as: UTF8.self)).utf8
          copied = place
        }
        (start, isPlain) = (place + 1, true)
      }
      guard copied > 0 else { return nil }
      safe += bytes[copied...]
      return safe
    }
    return safe.map { String(decoding: $0, as: UTF8.self) } ?? text
  }

  private static func put(_ text: String, to descriptor: Int32) -> Bool {
    var text = text
    return text.withUTF8 { bytes in
      var rest = UnsafeRawBufferPointer(bytes)[...]
      while !rest.isEmpty {
        let count = Glibc.write(descriptor, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
        if count > 0 {
          rest = rest.dropFirst(count)
        } else if errno != EINTR {
          return false
        }
      }
      return true
    }
  }
}

/// Columns for people, each as wide as its widest cell. Every cell is sanitised on the way in, headings too: some
/// of them are names.
struct TextTable {
  /// On which side of its column a cell stands.
  enum Side {
    case left, right
  }

  private let sides: [Side]
  private var rows: [[String]]

  /// A table with one line of headings.
  init(_ columns: [(title: String, side: Side)]) {
    sides = columns.map(\.side)
    rows = []
    add(columns.map(\.title))
  }

  /// One line below the others.
  mutating func add(_ cells: [String]) { rows.append(cells.map { Sanitised.text(of: $0) }) }

  /// The lines, without blanks at their ends.
  var text: String {
    let widths = sides.indices.map { column in rows.map { DisplayWidth.of($0[column]) }.max() ?? 0 }
    return rows.map { row in
      let line = row.indices.map { column in
        if sides[column] == .left { return row[column].padded(to: widths[column]) }
        return "".padded(to: widths[column] - DisplayWidth.of(row[column])) + row[column]
      }
      var text = line.joined(separator: "  ")
      while text.last == " " { text.removeLast() }
      return text + "\n"
    }.joined()
  }
}
