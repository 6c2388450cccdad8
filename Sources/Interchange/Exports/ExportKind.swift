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
  /// customers. Throws `ExportProblem` naming what was looked for and what was found.
  static func decide(
    _ columns: inout ColumnMap, heading: Heading, names: ColumnNames, stray: (ColumnMap) -> StrayColumn?
  ) throws(ExportProblem) -> ExportKind {
    let advice = summaryAdvice(heading)
    let missing = { (what: String, roles: [ColumnRole]) in
      let wanted = roles.flatMap { role in (names.headings[role] ?? []).prefix(4).map(\.text) }
      let refusal = Refusal(
        line: heading.line,
        reason: "No column tells \(what). Looked for \(list(wanted)); found \(list(heading.names)). "
          + (advice.isEmpty ? "Choose the column with --map." : advice))
      return ExportProblem.missing(roles, refusal)
    }
    let isSectioned = heading.names.first?.isEmpty == true || columns.layout?.hasSections == true
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
    let isMoney = columns.hasAny(.amount, .debit, .credit, .balance, .lineAmount)
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

  /// What to export instead of a report that has one line a customer; empty for other files.
  private static func summaryAdvice(_ heading: Heading) -> String {
    let named = heading.names.filter { !$0.isEmpty }
    guard AgeBuckets.areIn(heading.names) || named.count <= 2 else { return "" }
    return
      "This is a report of balances, from which nobody can be asked for an invoice. Export the open invoices one by one "
      + "instead: an aging in detail or the open items, with customer, number, date, due date and what is open."
  }

  /// Names for a sentence, the first twenty of them.
  private static func list(_ names: [String]) -> String {
    let shown = names.filter { !$0.isEmpty }.prefix(20)
    let rest = names.count > 20 ? " and \(names.count - 20) more" : ""
    return shown.isEmpty ? "nothing" : shown.map { String($0.prefix(60)) }.joined(separator: ", ") + rest
  }
}

/// Finds the day of a snapshot in the title lines above the headings: "As at 31 March 2026".
enum TitleDate {
  /// The day after one of `words` in the first title that has one.
  static func find(in titles: [String], words: [String], order: DateOrder?) -> CalendarDay? {
    for title in titles {
      let parts = title.lowercased().split { $0 == " " || $0 == ":" }
      for word in words {
        let phrase = word.lowercased().split(separator: " ")
        guard let start = parts.indices.first(where: { parts[$0...].starts(with: phrase) }) else { continue }
        // What follows the date, such as a currency, is not ours to know.
        let rest = parts[(start + phrase.count)...]
        for length in stride(from: min(rest.count, 4), to: 0, by: -1) {
          let text = rest.prefix(length).joined(separator: " ")
          if let day = try? DateText.read(text, order: order) { return day }
        }
      }
    }
    return nil
  }
}

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
