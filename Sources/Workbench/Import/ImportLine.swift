import TextScreen

/// A line of the import screen.
struct ImportLine: Hashable, Sendable {
  /// What Enter does on it.
  enum Act: Hashable, Sendable {
    case take
    case question(Int)
    case column(Int)
    case said(Int)
  }

  var act: Act?
  var role: Role = .normal
  private var cells: [String]
  private var widths: [Int] = []

  /// The text, its cells below those of the lines around it.
  func text(width: Int) -> String {
    guard !widths.isEmpty else { return cells[0].shortened(to: width) }
    var widths = widths
    // The first cell is a name or a heading, which is known again when it is cut off.
    let over = widths.reduce(0, +) + 2 * (widths.count - 1) - width
    widths[0] = max(widths[0] - max(over, 0), 8)
    return zip(cells, widths).map { $0.shortened(to: $1).padded(to: $1) }.joined(separator: "  ")
  }

  private init(_ text: String, _ role: Role = .normal, act: Act? = nil) {
    (cells, self.role, self.act) = ([text], role, act)
  }

  private init(_ cells: [String], widths: [Int], _ role: Role = .normal, act: Act? = nil) {
    (self.cells, self.widths, self.role, self.act) = (cells, widths, role, act)
  }

  /// All lines: what has to be answered and what takes the file come first.
  static func lines(of sight: ImportSight, _ commands: CommandTable) -> [ImportLine] {
    var lines = head(sight, commands)
    func part(_ title: String, _ part: [ImportLine]) {
      guard !part.isEmpty else { return }
      lines += [ImportLine(""), ImportLine(title, .heading)] + part
    }
    part("Why it cannot be taken", sight.refusals.flatMap { wrapped($0, .bad) })
    part("What would come of it", (sight.counts + sight.notes).flatMap { wrapped($0) })
    part("The first documents as they would be", table(sight.rows, heads: rowHeads))
    part("What it was taken for", sight.found.flatMap { wrapped($0) })
    part("What was said of it", sight.said.enumerated().map { ImportLine($1.text, act: .said($0)) })
    part("Columns", columns(sight))
    part("What would be different in the book", differences(sight))
    return lines
  }

  private static func head(_ sight: ImportSight, _ commands: CommandTable) -> [ImportLine] {
    guard sight.questions.isEmpty else {
      let count = sight.questions.count
      let told =
        count == 1 ? "One thing the file does not say:" : "\(count) things the file does not say:"
      return [ImportLine(told, .heading)]
        + sight.questions.enumerated().map { ImportLine($1.text, .warning, act: .question($0)) }
    }
    guard sight.refusals.isEmpty else { return [ImportLine("\(sight.name) cannot be taken as it is.", .bad)] }
    let key = commands.name(of: .answer, in: .importing)
    return [ImportLine("\(key) takes \(sight.name) into the book.", .good, act: .take)]
  }

  private static let rowHeads = ["customer", "document", "number", "dated", "due", "amount", "open"]

  private static func table(_ rows: [[String]], heads: [String]) -> [ImportLine] {
    guard !rows.isEmpty else { return [] }
    let all = [heads] + rows
    let widths = heads.indices.map { column in
      min(all.map { $0.indices.contains(column) ? DisplayWidth.of($0[column]) : 0 }.max() ?? 0, 24)
    }
    return all.enumerated().map { ImportLine($1, widths: widths, $0 == 0 ? .dim : .normal) }
  }

  private static func columns(_ sight: ImportSight) -> [ImportLine] {
    let rows = sight.columns.map { [$0.heading, $0.role ?? "not read", $0.samples.joined(separator: ", ")] }
    let widths = [0, 1, 2].map { column in
      min(rows.map { DisplayWidth.of($0[column]) }.max() ?? 0, column == 2 ? 200 : 26)
    }
    return rows.enumerated().map { index, row in
      ImportLine(row, widths: widths, sight.columns[index].role == nil ? .dim : .normal, act: .column(index))
    }
  }

  private static func differences(_ sight: ImportSight) -> [ImportLine] {
    let more = sight.moreDifferences
    return sight.differences.flatMap { wrapped($0) }
      + (more > 0 ? [ImportLine("and \(more) more", .dim)] : [])
  }

  /// A sentence in lines that fit the narrowest terminal.
  private static func wrapped(_ text: String, _ role: Role = .normal) -> [ImportLine] {
    Wrapping.lines(of: text, width: 76).enumerated().map { ImportLine(($0 == 0 ? "" : "  ") + $1, role) }
  }
}
