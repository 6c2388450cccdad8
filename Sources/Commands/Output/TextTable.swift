import TextScreen

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
        let blanks = String(repeating: " ", count: widths[column] - DisplayWidth.of(row[column]))
        return sides[column] == .left ? row[column] + blanks : blanks + row[column]
      }
      var text = line.joined(separator: "  ")
      while text.last == " " { text.removeLast() }
      return text + "\n"
    }.joined()
  }
}
