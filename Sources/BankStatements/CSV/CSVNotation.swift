import Interchange
import Receivables

/// How a bank's CSV writes days and amounts and where it tells the side, decided once from all of its rows.
struct CSVNotation {
  /// Where a file tells whether money came or went.
  enum Sides {
    /// Each in a column of its own; whether debits are written with a minus.
    case columns(negativeDebits: Bool)
    /// A word in the column.
    case words
    /// The sign of the amount.
    case signs
    /// Nothing tells it; what is read is as if all came in.
    case untold
  }

  let dateOrder: DateOrder?
  let decimal: DecimalMark
  let sides: Sides
  private let rows: [DelimitedRecord]

  /// Looks at all booked rows. Throws `Refusal` where they contradict each other, or nothing decides. `columns` learns where a
  /// column for the kind of booking tells its side.
  init(_ rows: CSVRows, _ columns: inout CSVColumns, _ rules: CSVRules) throws(Refusal) {
    self.rows = rows.booked
    dateOrder = try Self.dateOrder(self.rows, columns, rules)
    decimal = try Self.decimal(self.rows, columns, rules)
    sides = Self.sides(rows, &columns, rules)
  }

  private static func cells(
    _ roles: [StatementRole], _ rows: [DelimitedRecord], _ columns: CSVColumns
  ) -> [CSVCell] {
    rows.flatMap { row in
      roles.compactMap { role in
        row[columns[role]].map { CSVCell(text: $0, line: row.line, column: columns.name(role)) }
      }
    }
  }

  private static func dateOrder(
    _ rows: [DelimitedRecord], _ columns: CSVColumns, _ rules: CSVRules
  ) throws(Refusal) -> DateOrder? {
    let cells = cells([.booked, .valued], rows, columns)
    var evidence = DateOrderEvidence()
    for cell in cells { evidence.see(cell.text.utf8.span) }
    func place(_ text: String) -> CSVCell? { cells.first { $0.text == text } }
    switch evidence.verdict {
    case .order(let order): return rules.dateOrder ?? order
    case .any: return rules.dateOrder
    case .destroyed(let example):
      throw Refusal(
        line: place(example)?.line, column: place(example)?.column,
        reason:
          "\(Quoted(example)) has lost its day: a spreadsheet has kept only the time. Fetch the file again and do not open "
          + "it in a spreadsheet.")
    case .contradictory(let dayFirst, let monthFirst):
      if let order = rules.dateOrder { return order }
      let (day, month) = (place(dayFirst), place(monthFirst))
      let isDayLater = (day?.line ?? 0) > (month?.line ?? 0)
      let (later, earlier) = isDayLater ? (day, month) : (month, day)
      throw Refusal(
        line: later?.line, column: later?.column,
        reason:
          "\(Quoted(later?.text ?? "")) can only be \(isDayLater ? "day" : "month") first, but "
          + "\(Quoted(earlier?.text ?? "")) on line \(earlier?.line ?? 0) only \(isDayLater ? "month" : "day") first. "
          + "Fetch the file from the bank again.")
    case .ambiguous(let example):
      if let order = rules.dateOrder { return order }
      // Nobody who writes points puts the month first, and a year of two digits stands behind them.
      if cells.allSatisfy({ isPointed($0.text) }) { return .dayMonthYear }
      if let order = rules.fallbackDateOrder { return order }
      throw Refusal(
        line: place(example)?.line, column: place(example)?.column,
        reason:
          "\(Quoted(example)) could be two different days, and no date of the file decides. Say which with `kept bank "
          + "--date-order dmy` or `--date-order mdy`, or for good with date_order in the policy.")
    }
  }

  /// Whether a day is written `17.11.26`.
  private static func isPointed(_ cell: String) -> Bool {
    cell.split(separator: " ").first.map { $0.utf8.count { $0 == 0x2E } == 2 } ?? false
  }

  private static func decimal(
    _ rows: [DelimitedRecord], _ columns: CSVColumns, _ rules: CSVRules
  ) throws(Refusal) -> DecimalMark {
    if let mark = rules.decimalMark { return mark }
    let cells = cells([.amount, .debit, .credit, .balance], rows, columns)
    var evidence = DecimalMarkEvidence()
    for cell in cells { evidence.see(cell.text.utf8.span) }
    func place(_ text: String) -> CSVCell? { cells.first { $0.text == text } }
    switch evidence.verdict {
    case .mark(let mark): return mark
    case .either: return .point
    case .contradictory(let point, let comma):
      let (point, comma) = (place(point), place(comma))
      let isPointLater = (point?.line ?? 0) > (comma?.line ?? 0)
      let (later, earlier) = isPointLater ? (point, comma) : (comma, point)
      throw Refusal(
        line: later?.line, column: later?.column,
        reason:
          "\(Quoted(later?.text ?? "")) has a decimal \(isPointLater ? "point" : "comma"), but "
          + "\(Quoted(earlier?.text ?? "")) on line \(earlier?.line ?? 0) a decimal "
          + "\(isPointLater ? "comma" : "point"). Fetch the file from the bank again.")
    case .ambiguous(let example):
      throw Refusal(
        line: place(example)?.line, column: place(example)?.column,
        reason:
          "\(Quoted(example)) could be thousands or decimals, and no amount of the file decides. Say which with `kept "
          + "bank --decimal-mark comma` or `--decimal-mark point`: what stands before the decimals.")
    }
  }
}

/// A cell with its place.
private struct CSVCell {
  let text: String
  let line: Int
  let column: String?
}

extension CSVNotation {
  private static func sides(
    _ all: CSVRows, _ columns: inout CSVColumns, _ rules: CSVRules
  ) -> Sides {
    let rows = all.booked
    let debits = rows.compactMap { $0[columns[.debit]] }
    let credits = rows.compactMap { $0[columns[.credit]] }
    if columns[.amount] == nil || !debits.isEmpty || !credits.isEmpty {
      let first = debits.first { $0.utf8.contains { $0.isDigit && $0 != 0x30 } }
      return .columns(negativeDebits: first.map { CSVAmount($0, rules.words).isSigned } ?? false)
    }
    if columns[.side] != nil { return .words }
    // A sign of what is not booked shows too that the file writes signs.
    let amounts = all.all.compactMap { $0.record[columns[.amount]] }
    if amounts.contains(where: { CSVAmount($0, rules.words).isSigned }) || amounts.isEmpty { return .signs }
    // A column for the kind that has nothing but words for sides tells them: "Credit" and "Debit".
    let kinds = rows.map { $0[columns[.title]] ?? "" }
    if kinds.allSatisfy({ rules.words.side($0) != nil }) {
      columns.borrow(.side, from: .title)
      return .words
    }
    return .untold
  }
}
