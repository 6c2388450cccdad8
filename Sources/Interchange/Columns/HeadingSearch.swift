public import Receivables

extension Heading {
  /// The headings of `text`: the line that names most roles, or the first that looks like headings. Throws
  /// `Refusal` when the text has no columns or cannot be read in its encoding.
  public static func find(in text: ExportText, names: ColumnNames, layouts: [Layout]) throws(Refusal)
    -> Heading
  {
    let heading = try HeadingSearch(text: text, names: names, layouts: layouts).heading()
    if let fault = text.fault { throw fault.refusal(in: text, heading) }
    return heading
  }

  /// The one of `layouts` that fits these headings, the most demanding first; of equals the first.
  public func layout(among layouts: [Layout]) -> Layout? {
    let folded = Set(names.map { HeadingName($0) })
    return layouts.filter { LayoutSigns(of: $0).fit(folded, below: titles) }.max {
      ($0.headings.count, $0.titles.isEmpty ? 0 : 1) < ($1.headings.count, $1.titles.isEmpty ? 0 : 1)
    }
  }
}

/// Finds the delimiter and the line of headings: the line that names most roles, however many titles stand above.
struct HeadingSearch {
  /// Titles are never longer.
  private static let depth = 60
  private static let delimiters: [UInt8] = [0x2C, 0x3B, 0x09, 0x7C]

  private struct Candidate {
    var heading: Heading
    var roles: Int
    var width: Int
  }

  private let text: ExportText
  private let roles: [HeadingName: ColumnRole]
  private let totals: Set<HeadingName>
  /// Words of totals in lower case, with the space behind them.
  private let labels: [String]
  private let layouts: [LayoutSigns]

  init(text: ExportText, names: ColumnNames, layouts: [Layout]) {
    self.text = text
    self.layouts = layouts.map { LayoutSigns(of: $0) }
    var roles: [HeadingName: ColumnRole] = [:]
    for (role, headings) in names.headings { for heading in headings { roles[heading] = role } }
    self.roles = roles
    totals = Set(names.totals)
    labels = names.totals.map { $0.text.lowercased() + " " }
  }

  /// The heading, whether or not its names are known. Throws `Refusal` when there are no columns at all.
  func heading() throws(Refusal) -> Heading {
    var best: Candidate?
    var fault: Refusal?
    for delimiter in Self.delimiters {
      do throws(Refusal) {
        guard let found = try candidate(delimiter) else { continue }
        if best.map({ (found.roles, found.width) > ($0.roles, $0.width) }) ?? true { best = found }
      } catch {
        if fault?.column == nil { fault = fault?.line == nil || error.column != nil ? error : fault }
      }
    }
    if let fault { throw fault }
    guard let best else {
      throw Refusal(
        reason:
          "No columns were found. Export as CSV with headings, fields set apart by a comma, semicolon or tab."
      )
    }
    return best.heading
  }

  private func candidate(_ delimiter: UInt8) throws(Refusal) -> Candidate? {
    var scanner = RecordScanner(text.bytes, delimiter: delimiter)
    var record = Record()
    var titles: [String] = []
    var best: Candidate?
    for _ in 0..<Self.depth {
      guard try scanner.next(&record, under: best?.heading.names ?? []) else { break }
      let cells = record.fields.map { scanner.string($0) }
      let folded = Set(cells.map { HeadingName($0) })
      let layout = layouts.contains { $0.fit(folded, below: titles) } ? 1_000 : 0
      let known = Set(folded.compactMap { roles[$0] }).count + layout
      var width = cells.contains(where: Self.isNumber) || isTotal(cells) ? 0 : cells.count { !$0.isEmpty }
      // The least that a report has: a column of customers without a name, and one of amounts.
      if width == 1, known == 1, cells.first?.isEmpty == true { width = 2 }
      if cells.count > 1, known >= 2 || width >= 2,
        best.map({ (known >= 2 ? known : 0, width) > ($0.roles, $0.width) }) ?? true
      {
        let heading = Heading(
          line: record.line, names: cells, titles: titles, delimiter: Character(Unicode.Scalar(delimiter)),
          bodyStart: scanner.position, bodyLine: scanner.line)
        best = Candidate(heading: heading, roles: known >= 2 ? known : 0, width: width)
      }
      let title = cells.filter { !$0.isEmpty }.joined(separator: " ")
      if !title.isEmpty { titles.append(title) }
    }
    guard var found = best else { return nil }
    found.heading = try joinSecondLine(found.heading, delimiter)
    return found
  }

  /// Some reports write headings over two lines: `Opening` above `Amount`.
  private func joinSecondLine(_ heading: Heading, _ delimiter: UInt8) throws(Refusal) -> Heading {
    var scanner = RecordScanner(
      text.bytes, delimiter: delimiter, from: heading.bodyStart, line: heading.bodyLine)
    var record = Record()
    guard try scanner.next(&record), record.fields.count <= heading.names.count else { return heading }
    let below = record.fields.map { scanner.string($0) }
    guard below.first?.isEmpty == true, below.count(where: { !$0.isEmpty }) >= 2,
      !below.contains(where: { $0.utf8.contains { (0x30...0x39).contains($0) } })
    else { return heading }
    let names = heading.names.enumerated().map { index, name in
      index < below.count && !below[index].isEmpty ? "\(name) \(below[index])" : name
    }
    return Heading(
      line: heading.line, names: names, titles: heading.titles, delimiter: heading.delimiter,
      bodyStart: scanner.position, bodyLine: scanner.line)
  }

  /// A row that begins with the word for a total is none of headings.
  private func isTotal(_ cells: [String]) -> Bool {
    guard let first = cells.first(where: { !$0.isEmpty }), cells.first?.isEmpty == false else { return false }
    let lower = first.lowercased()
    return first.hasSuffix(":") && totals.contains(HeadingName(first))
      || labels.contains(where: lower.hasPrefix)
  }

  /// Digits with marks, or an amount with its currency: what stands in rows and never in a heading.
  private static func isNumber(_ cell: String) -> Bool {
    guard cell.contains(where: \.isNumber) else { return false }
    let letters = cell.utf8.contains { $0 >= 0x41 } ? cell.filter(\.isLetter) : ""
    return (letters.isEmpty || letters.count == 3 && letters.allSatisfy(\.isUppercase))
      && !cell.contains { "#_<>".contains($0) } && cell.utf8.count <= 40 && AgeBuckets.range(cell) == nil
  }
}
