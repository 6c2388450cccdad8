import Receivables

/// A column that no role explains and whose cells look like those of documents: all dates, or all amounts with
/// decimals. It says that a file is no list of customers, whatever its headings.
struct StrayColumn {
  /// Its heading as the file spells it.
  let name: String
  /// `"dates"` or `"amounts"`.
  let content: String

  /// The first such column of `columns`; nil when there is none.
  static func find(_ columns: ColumnMap, _ heading: Heading, in text: ExportText) -> StrayColumn? {
    for name in columns.unused {
      guard let index = heading.names.firstIndex(of: name) else { continue }
      let samples = heading.samples(of: index, in: text)
      guard !samples.isEmpty else { continue }
      if samples.allSatisfy(isDate) { return StrayColumn(name: name, content: "dates") }
      if samples.allSatisfy(isAmount) { return StrayColumn(name: name, content: "amounts") }
    }
    return nil
  }

  /// Eight digits alone may be a number as well.
  private static func isDate(_ cell: String) -> Bool {
    guard cell.utf8.contains(where: { !(0x30...0x39).contains($0) }) else { return false }
    return DateOrder.allCases.contains { (try? DateText.read(cell, order: $0)) != nil }
  }

  /// Two decimals: a whole number may be anything.
  private static func isAmount(_ cell: String) -> Bool {
    let tail = Array(cell.utf8.suffix(3))
    guard tail.count == 3, tail[0] == 0x2E || tail[0] == 0x2C, let currency = Currency("USD") else {
      return false
    }
    let mark = tail[0] == 0x2E ? DecimalMark.point : .comma
    return (try? AmountText.read(cell, currency: currency, decimal: mark)) != nil
  }
}
