public import Receivables

/// An export whose form is understood: which columns it has, what it lists, how its dates and amounts are read.
///
/// ```swift
/// let text = try ExportText(bytes)
/// let heading = try Heading.find(in: text, names: names, layouts: layouts)
/// let file = try ExportFile(text, heading: heading, names: names, layout: nil, options: options)
/// let report = try file.read { row in … }
/// ```
public struct ExportFile {
  /// Where the headings stand.
  public let heading: Heading
  /// Which column plays which role.
  public let columns: ColumnMap
  /// What the file lists.
  public let kind: ExportKind
  /// The day as of which it lists everything open; nil when it is no snapshot.
  public let asOf: CalendarDay?
  /// The order of its numeric dates; nil when no date needs one.
  public let dateOrder: DateOrder?
  /// The line whose date decided the order, when one did.
  public let decidingLine: Int?
  /// What stands before the decimals.
  public let decimal: DecimalMark
  /// How it is encoded.
  public var encoding: TextEncoding { text.encoding }
  let names: ColumnNames
  let defaultCurrency: Currency
  /// How many columns a line must have.
  let width: Int
  /// Whether a line may leave its currency out: no other tells one, or a person said which one is meant.
  let fillsCurrency: Bool
  /// Cells for which the file is refused whatever its rows say.
  let contradictions: [Refusal]
  private let namesCurrency: Bool
  private let text: ExportText

  /// Looks at the whole file once. Throws `ExportProblem`.
  public init(
    _ text: ExportText, heading: Heading, names: ColumnNames, layout: Layout?, options: ReadingRules
  ) throws(ExportProblem) {
    self.text = text
    self.heading = heading
    self.names = names
    defaultCurrency = layout?.currency ?? options.currency
    let scanner = RecordScanner(heading, text)
    let evidence: ExportEvidence
    var columns: ColumnMap
    do throws(Refusal) {
      columns = try ColumnMap(heading, names: names, layout: layout)
      kind = try ExportKind.decide(&columns, heading: heading, names: names) {
        StrayColumn.find($0, heading, in: text)
      }
      evidence = try ExportEvidence(scanner, heading: heading, columns: columns)
    } catch {
      throw .refused(error)
    }
    self.columns = columns
    width = evidence.width
    namesCurrency = evidence.namesCurrency
    fillsCurrency = options.fillsCurrency || layout?.currency != nil || !namesCurrency
    let found = columns
    let place = { cell in CellPlace.find(cell, scanner, heading: heading, columns: found) }
    dateOrder = try evidence.dateOrder(options, layout: layout, place: place)
    decidingLine = evidence.decidingLine
    decimal = try evidence.decimal(options, place: place)
    contradictions = evidence.contradictions(options, layout: layout, place: place)
    let titled =
      kind == .invoices ? TitleDate.find(in: heading.titles, words: names.asOf, order: dateOrder) : nil
    asOf = options.asOf ?? titled
  }

  /// The heading of a currency column without a single currency, and the currency in which amounts are taken.
  public var emptyCurrency: (column: String, assumed: Currency)? {
    guard !namesCurrency, let column = columns.name(.currency) else { return nil }
    return (column, defaultCurrency)
  }

  var scanner: RecordScanner { RecordScanner(heading, text) }
}

extension RecordScanner {
  /// Over the rows below `heading`.
  init(_ heading: Heading, _ text: ExportText) {
    self.init(
      text.bytes, delimiter: heading.delimiter.asciiValue ?? 0x2C, from: heading.bodyStart,
      line: heading.bodyLine)
  }
}
