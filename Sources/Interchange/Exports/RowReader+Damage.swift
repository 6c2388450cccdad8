import Receivables

extension RowReader {
  /// Fields that no heading explains.
  func longLine(_ record: Record) -> Refusal {
    Refusal(
      line: record.line,
      reason: "The line has \(record.fields.count) fields, the headings are \(heading.names.count). "
        + "A field that holds a \(delimiterName) must stand in quotation marks.")
  }

  /// A line that was cut off.
  func shortLine(_ record: Record) -> Refusal {
    let count = record.fields.count
    let missing = heading.names[count..<width].filter { !$0.isEmpty }
    return Refusal(
      line: record.line, column: missing.first,
      reason:
        "The line has \(count) fields, others have \(width): it lacks \(missing.joined(separator: ", ")). "
        + "Export the file again, or complete the line.")
  }

  private var delimiterName: String {
    switch heading.delimiter {
    case ",": "comma"
    case ";": "semicolon"
    case "\t": "tab"
    default: "vertical bar"
    }
  }
}
