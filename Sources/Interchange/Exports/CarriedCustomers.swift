import Receivables

/// Whether a line without a customer is of the customer above: some reports write each customer once. That is so only where
/// the whole file does it; where others write the same customer again, a blank is a fault.
struct CarriedCustomers {
  private let customer, document: [Int]
  private var last: [String]?
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
    func isFilled(_ column: Int) -> Bool { column < record.fields.count && !record.fields[column].isEmpty }
    let cells = record.fields.count { !$0.isEmpty }
    guard cells > 1 else {
      isRefuted = cells == 1 && customer.contains(where: isFilled)
      return
    }
    if customer.contains(where: isFilled) {
      let named = customer.map { isFilled($0) ? scanner.string(record.fields[$0]) : "" }
      isRefuted = named == last
      last = named
    } else if document.contains(where: isFilled) {
      blanks += 1
      isRefuted = last == nil
    }
  }
}
