import Receivables

/// Joins the rows of documents that an export lists line by line.
struct JoinedRows {
  /// One row a document, in the order in which they came first.
  private(set) var rows: [IncomingRow] = []
  /// Rows that went into an earlier one.
  private(set) var repeated = 0
  private let addsAmounts: Bool
  private let appliedColumn: String?
  private var places: [String: Int] = [:]
  /// What the rows of each payment put against invoices, minor units.
  private var applied: [Int64] = []

  init(_ export: ExportFile) {
    addsAmounts = export.addsAmounts
    appliedColumn = export.columns.name(.appliedAmount)
  }

  /// Throws `Refusal` when the rows of one document contradict each other or apply more than it has.
  mutating func add(_ row: IncomingRow) throws(Refusal) {
    guard let document = row.document else { return }
    let number = DocumentKey(document.number).text
    let key = "\(DocumentKey(row.customer.number).text)\u{0}\(document.kind.rawValue)\u{0}\(number)"
    guard let place = places[key] else {
      places[key] = rows.count
      rows.append(row)
      applied.append(row.applications.first?.amount ?? 0)
      return
    }
    repeated += 1
    rows[place].applications += row.applications
    guard let first = rows[place].document, first.amount.currency == document.amount.currency else {
      throw contradiction(row, rows[place], document, "currency")
    }
    if !addsAmounts, first.amount != document.amount || first.open != document.open {
      throw contradiction(row, rows[place], document, "amount")
    }
    do throws(MoneyError) {
      if addsAmounts { rows[place].document?.amount = try first.amount.adding(document.amount) }
      applied[place] = try applied[place].addingChecked(row.applications.first?.amount ?? 0)
    } catch {
      throw Refusal(line: row.line, reason: error.description)
    }
    try rows[place].document?.check(applied: applied[place], line: row.line, column: appliedColumn)
  }

  private func contradiction(
    _ row: IncomingRow, _ first: IncomingRow, _ document: IncomingDocument, _ what: String
  ) -> Refusal {
    Refusal(
      line: row.line,
      reason: "\(document.number) has another \(what) here than on line \(first.line). Correct the export.")
  }
}
