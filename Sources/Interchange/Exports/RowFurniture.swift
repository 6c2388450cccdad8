import Receivables

extension RowReader {
  /// Titles, customer names above their rows, and totals.
  func isFurniture(_ record: Record) -> Bool {
    guard kind != .customers, let first = record.fields.firstIndex(where: { !$0.isEmpty }) else {
      return kind != .customers
    }
    if isHeading(record, first) {
      notes.headings.add(line: record.line)
      return true
    }
    if isRuled(record) { return true }
    let isAmount = ExportEvidence.amountRoles.contains { columns[$0] == first }
    if !isAmount, !record.fields[(first + 1)...].contains(where: { !$0.isEmpty }) {
      let text = scanner.string(record.fields[first])
      let cell = quoted(text)
      if endsPart(text) {
        notes.totals.add(line: record.line, cell)
        compare(total: record)
        sections.end(text)
      } else if isPage(text) || AgeBuckets.isAge(text) {
        notes.headings.add(line: record.line, cell)
      } else {
        sections.begin(text)
        hasSections = true
        totals.begin()
        lastCells = nil
        notes.sections.add(line: record.line, cell)
      }
      return true
    }
    // A label may stand in any column, but a total has no number and no dates.
    guard Self.identifying.allSatisfy({ columns[$0] == first || field($0, record) == nil }) else {
      return false
    }
    let hasCustomer = field(.accountNumber, record) != nil || field(.customerName, record) != nil
    let label = scanner.string(record.fields[first])
    guard isTotal(label) || label.first == "*" || (isAmount && !hasCustomer) else {
      return false
    }
    notes.totals.add(line: record.line)
    compare(total: record)
    sections.end(label)
    lastCells = nil
    return true
  }

  /// A line that is none of these but its label may be a total.
  static let identifying: [ColumnRole] = [.documentNumber, .issued, .due, .paymentDate]

  /// Nothing but dashes: the frame of a printed list.
  private func isRuled(_ record: Record) -> Bool {
    record.fields.allSatisfy { field in
      (field.start..<field.end).allSatisfy { [0x2D, 0x3D, 0x5F, 0x20].contains(scanner.bytes[$0]) }
    } && record.fields.contains { $0.end - $0.start >= 3 }
  }

  /// The headings once more, as on each page of a report.
  private func isHeading(_ record: Record, _ first: Int) -> Bool {
    func isSame(_ column: Int) -> Bool {
      let name = column < heading.names.count ? heading.names[column] : ""
      return scanner.string(record.fields[column]) == name
    }
    // Nearly every line begins otherwise, and needs no text for that.
    let cell = record.fields[first]
    guard cell.quoting != .none || cell.end - cell.start == heading.names[first].utf8.count else {
      return false
    }
    return isSame(first) && record.fields.count > 1 && record.fields.indices.allSatisfy(isSame)
  }

  /// `"Page 2 of 7"`: a word for page and a number.
  private func isPage(_ text: String) -> Bool {
    let folded = HeadingName(text).folded
    guard let page = names.pages.first(where: { folded.hasPrefix($0.folded) }) else { return false }
    // "Page 7 Books" is somebody's name.
    let rest = folded.dropFirst(page.folded.count)
    let words = rest.split { $0.isNumber }
    return rest.first?.isNumber == true && rest.last?.isNumber == true
      && words.allSatisfy { ["of", "von", "de", "di", "van", "av", "z"].contains($0) }
  }

  /// Whether a row begins like a total, in whole words: "Summit Ltd" is none.
  private func isTotal(_ text: String) -> Bool { TotalLabel.rest(of: text, totalWords) != nil }

  /// Whether a text that stands alone is the end of a part: a total of nothing else than the part above. Anything more is a
  /// name: "Total Energies".
  private func endsPart(_ text: String) -> Bool {
    guard let rest = TotalLabel.rest(of: text, totalWords) else { return false }
    guard let section, !rest.folded.isEmpty else { return rest.folded.isEmpty }
    return ["", "for", "für", "pour", "de", "di", "voor", "para", "för", "dla"].contains { word in
      rest.folded == word + HeadingName(section).folded
    }
  }
}

/// The label of a total: `"Total for Alder"`.
enum TotalLabel {
  /// What follows the words of a total; nil where a text does not begin with them.
  static func rest(of text: String, _ totals: Set<HeadingName>) -> HeadingName? {
    var label = ""
    var found: HeadingName?
    var rest = text[...]
    while let start = rest.firstIndex(where: { !parts.contains($0) }) {
      let end = rest[start...].firstIndex(where: parts.contains) ?? rest.endIndex
      label += rest[start..<end]
      rest = rest[end...]
      if totals.contains(HeadingName(label)) { found = HeadingName(String(rest)) }
      if label.utf8.count > 40 { break }
    }
    return found
  }

  private static let parts: Set<Character> = [" ", "\u{A0}", ":", "-", "–", "(", ","]
}
