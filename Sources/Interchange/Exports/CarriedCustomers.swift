import Receivables

/// Whether a line without a customer is of the customer above: some reports write each customer once. That is so only where
/// the whole file does it; where others write the same customer again, a blank is a fault.
struct CarriedCustomers {
  private let customer, document: [Int]
  /// The customer's cells of the line that had one last.
  private var last: [RecordField?]?
  private var blanks = 0
  /// Whether something speaks against it: a customer that stands on two lines running, a blank before the first, or one that
  /// stands alone above its lines.
  private var isRefuted = false

  init(_ columns: ColumnMap) {
    customer = [ColumnRole.accountNumber, .customerName].compactMap { columns[$0] }
    document = [ColumnRole.documentNumber, .issued, .due, .paymentDate].compactMap { columns[$0] }
  }

  /// Whether the lines so far say so.
  var areCarried: Bool { blanks > 0 && !isRefuted }

  /// Looks at the next line.
  mutating func see(_ record: Record, _ scanner: RecordScanner) {
    guard !isRefuted else { return }
    func cell(_ column: Int) -> RecordField? {
      column < record.fields.count && !record.fields[column].isEmpty ? record.fields[column] : nil
    }
    guard customer.contains(where: { cell($0) != nil }) else {
      guard document.contains(where: { cell($0) != nil }) else { return }
      blanks += 1
      isRefuted = last == nil
      return
    }
    guard record.fields.indices.contains(where: { !customer.contains($0) && cell($0) != nil }) else {
      isRefuted = true
      return
    }
    let named = customer.map(cell)
    isRefuted = last.map { zip($0, named).allSatisfy { isSame($0, $1, scanner) } } ?? false
    last = named
  }

  private func isSame(_ one: RecordField?, _ other: RecordField?, _ scanner: RecordScanner) -> Bool {
    if scanner.isSame(one, other) { return true }
    guard let one, let other, one.quoting != .none || other.quoting != .none else { return false }
    return scanner.string(one) == scanner.string(other)
  }
}
