import Interchange
import Ledger
import Receivables

/// What is seen of a file while it is read to be looked at, and not to be taken.
final class ImportLook {
  /// A column of the file.
  struct Column {
    let heading: String
    let role: ColumnRole?
    let isIgnored: Bool
    let samples: [String]
    /// All its values, where they are a few words.
    let words: [String]
    /// How many different values its first lines have.
    let distinct: Int
  }

  /// A column with more different values holds no words for kinds.
  private static let mostWords = 6
  private static let mostSamples = 100

  /// Rows that are shown.
  private static let mostRows = 5

  private(set) var columns: [Column] = []
  /// The cells of the first lines, by the heading of their column; nothing where two columns have one heading.
  private(set) var cells: [String: [String]] = [:]
  /// A heading that two columns have.
  private(set) var repeated: String?
  /// How its form is read, and the preset that nobody had to say.
  private(set) var layout: Layout?
  private(set) var preset: Layout?
  /// The currency in which amounts are taken although nothing tells it.
  var assumedCurrency: Currency?
  /// The line of its headings.
  private(set) var headingLine = 0
  private(set) var rows: [IncomingRow] = []
  /// Why its form is not understood.
  var problem: ExportProblem?
  /// Words that nobody has explained.
  var unexplained: [UnexplainedWord] = []
  /// Why the book does not take it.
  var refused: ImportError?
  /// Keeps the columns as `layout` and their names explain them.
  func see(_ heading: Heading, _ layout: Layout?, preset: Layout?, _ names: ColumnNames, _ text: ExportText) {
    headingLine = heading.line
    (self.layout, self.preset) = (layout, preset)
    let map = try? ColumnMap(heading, names: names, layout: layout)
    let lines = heading.rows(in: text)
    repeated = heading.names.first { name in !name.isEmpty && heading.names.count { $0 == name } > 1 }
    if Set(heading.names).count == heading.names.count {
      for (index, name) in heading.names.enumerated() {
        cells[name] = lines.map { index < $0.count ? $0[index] : "" }
      }
    }
    let ignored = Set((layout?.ignored ?? []).map { HeadingName($0) })
    columns = heading.names.enumerated().filter { !$0.element.isEmpty }.map { index, name in
      let samples = heading.samples(of: index, in: text, limit: Self.mostSamples)
      let isWords =
        samples.count <= Self.mostWords
        && samples.allSatisfy { $0.contains(where: \.isLetter) && !$0.contains(where: \.isNumber) }
      return Column(
        heading: name, role: ColumnRole.allCases.first { map?[$0] == index },
        isIgnored: ignored.contains(HeadingName(name)), samples: Array(samples.prefix(3)),
        words: isWords ? samples : [], distinct: samples.count)
    }
  }

  /// Keeps the first rows.
  func see(_ row: IncomingRow) {
    if rows.count < Self.mostRows, row.document?.isCancelled != true { rows.append(row) }
  }
}
