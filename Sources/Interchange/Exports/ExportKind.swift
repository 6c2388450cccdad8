import Receivables

/// What an export lists, decided by its columns.
public enum ExportKind: String, Hashable, Sendable {
  /// Invoices and credits.
  case invoices
  /// Payments, with or without the invoices that they were put against.
  case payments
  /// Customers and their contacts.
  case customers

  /// The kind that `columns` make, with payment roles resolved. `stray` finds a column that speaks against a list of
  /// customers. Throws `Refusal` naming what was looked for and what was found.
  static func decide(
    _ columns: inout ColumnMap, heading: Heading, names: ColumnNames, stray: (ColumnMap) -> StrayColumn?
  ) throws(Refusal) -> ExportKind {
    let missing = { (what: String, roles: [ColumnRole]) in
      let wanted = roles.flatMap { role in (names.headings[role] ?? []).prefix(4).map(\.text) }
      return Refusal(
        line: heading.line,
        reason: "No column tells \(what). Looked for \(list(wanted)); found \(list(heading.names)). "
          + "Choose the column with --map.")
    }
    let isSectioned = heading.names.first?.isEmpty == true
    guard isSectioned || columns.hasAny(.accountNumber, .customerName) else {
      throw missing("the customer", [.accountNumber, .customerName])
    }
    if columns.hasAny(.paymentNumber, .paymentDate, .paymentAmount, .appliedAmount),
      !columns.hasAny(.due, .balance, .settled)
    {
      columns.borrow(.paymentDate, from: .issued)
      columns.borrow(.paymentAmount, from: .amount)
      columns.borrow(.appliedInvoice, from: .documentNumber)
      guard columns.hasAny(.paymentAmount, .appliedAmount) else {
        throw missing("the amount paid", [.paymentAmount, .appliedAmount])
      }
      guard columns.hasAny(.paymentDate) else { throw missing("the day of the payment", [.paymentDate]) }
      return .payments
    }
    let isMoney = columns.hasAny(.amount, .balance, .lineAmount)
    if !isMoney, !columns.hasAny(.documentNumber, .issued, .due, .settled) {
      guard !columns.describesCustomers, let stray = stray(columns) else { return .customers }
      throw missing(
        "an amount or a balance, and \(stray.name) holds \(stray.content), so this is no list of customers",
        [.amount, .balance])
    }
    guard isMoney else { throw missing("an amount or a balance", [.amount, .balance]) }
    guard columns.hasAny(.issued, .due) else {
      throw missing("the invoice date or due date", [.issued, .due])
    }
    return .invoices
  }

  /// Names for a sentence, the first twenty of them.
  private static func list(_ names: [String]) -> String {
    let shown = names.filter { !$0.isEmpty }.prefix(20)
    let rest = names.count > 20 ? " and \(names.count - 20) more" : ""
    return shown.isEmpty ? "nothing" : shown.map { String($0.prefix(60)) }.joined(separator: ", ") + rest
  }
}
