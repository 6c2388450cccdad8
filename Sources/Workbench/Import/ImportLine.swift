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
  private var columns: [Column] = []

  /// A column of lines that stand below one another.
  private struct Column: Hashable {
    var width: Int
    var isAmount = false
    /// Whether it is left out where the first one would not be readable beside it.
    var isSpare = false
  }

  /// The text, its cells below those of the lines around it.
  func text(width: Int) -> String {
    guard !columns.isEmpty else { return cells[0].shortened(to: width) }
    var shown = Array(zip(cells, columns))
    func over() -> Int { shown.reduce(2 * (shown.count - 1)) { $0 + $1.1.width } - width }
    if shown[0].1.width - max(over(), 0) < 8 { shown.removeAll { $0.1.isSpare } }
    // The first cell is a name or a heading, which is known again when it is cut off.
    shown[0].1.width = max(shown[0].1.width - max(over(), 0), 8)
    return shown.map { cell, column in
      let cell = cell.shortened(to: column.width)
      return column.isAmount
        ? "".padded(to: column.width - DisplayWidth.of(cell)) + cell : cell.padded(to: column.width)
    }.joined(separator: "  ")
  }

  private init(_ text: String, _ role: Role = .normal, act: Act? = nil) {
    (cells, self.role, self.act) = ([text], role, act)
  }

  private init(_ cells: [String], _ columns: [Column], _ role: Role = .normal, act: Act? = nil) {
    (self.cells, self.columns, self.role, self.act) = (cells, columns, role, act)
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
    part("The first documents as they would be", documents(sight.rows))
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

  private static func documents(_ rows: [[String]]) -> [ImportLine] {
    guard !rows.isEmpty else { return [] }
    let heads = ["customer", "document", "number", "dated", "due", "amount", "open"]
    let all = [heads] + rows
    let columns = heads.indices.map { index in
      let width = all.map { $0.indices.contains(index) ? DisplayWidth.of($0[index]) : 0 }.max() ?? 0
      let isAmount = index >= 5
      return Column(
        width: isAmount ? width : min(width, 24), isAmount: isAmount, isSpare: heads[index] == "dated")
    }
    return all.enumerated().map { ImportLine($1, columns, $0 == 0 ? .dim : .normal) }
  }

  private static func columns(_ sight: ImportSight) -> [ImportLine] {
    let rows = sight.columns.map { [$0.heading, $0.role ?? "not read", $0.samples.joined(separator: ", ")] }
    let columns = [26, 26, 200].enumerated().map { index, most in
      Column(width: min(rows.map { DisplayWidth.of($0[index]) }.max() ?? 0, most))
    }
    return rows.enumerated().map { index, row in
      ImportLine(row, columns, sight.columns[index].role == nil ? .dim : .normal, act: .column(index))
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
