public import Receivables

/// Cells of a delimited text of which nobody knows the headings.
public enum AnyTable {
  /// More is no list that somebody wrote to a payment.
  private static let mostBytes = 4_000_000

  /// Every record that holds anything, cut by the delimiter that makes most cells. Throws `Refusal` for what is no text or no
  /// table.
  public static func read(_ file: UnsafeRawBufferPointer) throws(Refusal) -> [DelimitedRecord] {
    guard file.count <= mostBytes else {
      throw Refusal(reason: "The file has more than 4 MB: that is no list to a payment.")
    }
    let text = try ExportText(file)
    if let fault = text.fault { throw Refusal(reason: fault.reason) }
    var best: [DelimitedRecord] = []
    var refusal: Refusal?
    // The comma last: it stands in amounts too.
    for delimiter in DelimitedRecords.delimiters.sorted(by: { $0 != 0x2C && $1 == 0x2C }) {
      do throws(Refusal) {
        var records = DelimitedRecords(text.bytes, delimiter: delimiter)
        var found: [DelimitedRecord] = []
        while let record = try records.next() {
          if record.cells.contains(where: { !$0.isEmpty }) { found.append(record) }
        }
        if cells(found) > cells(best) { best = found }
      } catch {
        refusal = refusal ?? error
      }
    }
    guard cells(best) > best.count else {
      throw refusal ?? Refusal(reason: "The file is no table: no line has two cells.")
    }
    return best
  }

  private static func cells(_ records: [DelimitedRecord]) -> Int { records.reduce(0) { $0 + $1.cells.count } }
}
