import Receivables

/// Finds where a cell stands that is to be shown in a refusal. Only a faulty file pays for it.
enum CellPlace {
  /// The first line that has `text` in a date or amount column, and that column's heading.
  static func find(
    _ text: String, _ scanner: RecordScanner, heading: Heading, columns: ColumnMap
  ) -> (line: Int, column: String)? {
    let roles = ExportEvidence.dateRoles + ExportEvidence.amountRoles
    let candidates = Set(roles.compactMap { columns[$0] }).sorted()
    var scanner = scanner
    var record = Record()
    while (try? scanner.next(&record)) == true {
      for column in candidates where column < record.fields.count {
        if scanner.string(record.fields[column]) == text.trimmed {
          return (record.line, heading.names[column])
        }
      }
    }
    return nil
  }
}

extension String {
  fileprivate var trimmed: String {
    let isBlank = { (character: Character) in character.isWhitespace }
    return String(drop(while: isBlank).reversed().drop(while: isBlank).reversed())
  }
}
