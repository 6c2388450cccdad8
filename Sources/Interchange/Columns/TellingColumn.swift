import Receivables

/// A column that nobody reads although its heading speaks of what decides, where no other column tells that: an open amount,
/// a due date, a currency, the side of an amount.
struct TellingColumn {
  /// Its heading as the file spells it.
  let name: String
  /// What it speaks of.
  let role: ColumnRole

  /// The first such column that holds anything; nil when there is none.
  static func find(
    _ columns: ColumnMap, _ kind: ExportKind, _ heading: Heading, _ names: ColumnNames,
    _ evidence: ExportEvidence
  ) -> TellingColumn? {
    let spare = Set(names.spare + (columns.layout?.ignored ?? []).map { HeadingName($0) })
    for name in columns.unused where !spare.contains(HeadingName(name)) {
      let words = Self.words(of: name)
      let role = roles(of: kind).first { role in
        !isTold(role, columns) && names.telling[role, default: []].contains { words.has(Self.words(of: $0)) }
      }
      guard let role, let index = heading.names.firstIndex(of: name), evidence.filled[index] else {
        continue
      }
      return TellingColumn(name: name, role: role)
    }
    return nil
  }

  /// Why the file is refused.
  func refusal(of kind: ExportKind, line: Int) -> Refusal {
    let what =
      kind == .customers
      ? "This speaks of the \(role.title), so that the file is no list of customers. Export the open invoices one by one, "
        + "as open items or an aging in detail"
      : "This speaks of the \(role.title), and no column is known that tells it. kept import --map asks which is which"
    return Refusal(
      line: line, column: name, reason: "\(what); --ignore \"\(name)\" leaves the column out.")
  }

  private static func roles(of kind: ExportKind) -> [ColumnRole] {
    switch kind {
    case .invoices: [.balance, .due, .currency, .side, .status]
    case .payments: [.currency, .side, .status]
    case .customers: [.balance]
    }
  }

  /// Whether some column tells that already. An amount paid tells what is open, and so does a column for credits its side.
  private static func isTold(_ role: ColumnRole, _ columns: ColumnMap) -> Bool {
    switch role {
    case .balance: columns.hasAny(.balance, .paidAmount)
    case .side: columns.hasAny(.side, .debit, .credit)
    case .currency: columns[.currency] != nil || columns.currencyColumn != nil
    default: columns[role] != nil
    }
  }

  /// Lower-case runs of letters: `"Amount_due (EUR)"` has amount, due, eur.
  private static func words(of text: String) -> [String] {
    var words: [String] = []
    var wasLower = false
    var word = ""
    for character in text {
      // Some systems write InvoiceDueDate.
      if !character.isLetter || (character.isUppercase && wasLower) {
        if !word.isEmpty { words.append(word) }
        word = ""
      }
      if character.isLetter { word += character.lowercased() }
      wasLower = character.isLowercase
    }
    return word.isEmpty ? words : words + [word]
  }
}

extension [String] {
  /// Whether these words stand in it one after the other.
  fileprivate func has(_ phrase: [String]) -> Bool {
    guard !phrase.isEmpty else { return false }
    // German writes "Währungscode" in one word.
    if phrase.count == 1, phrase[0].count >= 6, contains(where: { $0.hasPrefix(phrase[0]) }) { return true }
    return indices.contains { self[$0...].starts(with: phrase) }
  }
}
