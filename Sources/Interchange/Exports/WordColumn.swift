public import Receivables

/// The cells of a column that hold words, and what each word makes of its line.
///
/// A class, because every line asks all columns: as parts of their reader each question would be an access to be guarded.
final class WordColumn<Word> {
  private let role: ColumnRole
  private let words: [HeadingName: Word]
  /// What texts mean: few of them stand on millions of lines.
  private var read: [String: Word] = [:]
  /// The cell of the line that had one last.
  private var last: (cell: RecordField, told: Told)?

  /// What a line tells in the column.
  enum Told {
    /// The cell is empty, or there is no column.
    case nothing
    case word(Word)
    /// A word that nobody has explained.
    case unexplained(String)
  }

  init(_ role: ColumnRole, _ words: [HeadingName: Word]) { (self.role, self.words) = (role, words) }

  func told(_ record: Record, _ columns: ColumnMap, _ scanner: RecordScanner) -> Told {
    guard let column = columns[role], column < record.fields.count, !record.fields[column].isEmpty else {
      return .nothing
    }
    let cell = record.fields[column]
    if let last, scanner.isSame(cell, last.cell) { return last.told }
    let told = word(scanner.string(cell))
    last = (cell, told)
    return told
  }

  private func word(_ text: String) -> Told {
    if let known = read[text] { return .word(known) }
    let name = HeadingName(text)
    // A dash says nothing, but for a side it may be a minus.
    if name.folded.isEmpty {
      return role != .side && ["-", "–", "—"].contains(text) ? .nothing : .unexplained(text)
    }
    guard let word = words[name] else { return .unexplained(text) }
    read[text] = word
    return .word(word)
  }
}

extension WordColumn.Told {
  /// The word, where there is one that is known.
  var word: Word? { if case .word(let word) = self { word } else { nil } }

  /// The word that nobody has explained; blank where there is none.
  var unexplained: HeadingName {
    if case .unexplained(let text) = self { HeadingName(text) } else { HeadingName("") }
  }
}

/// A word of a file that decides what its lines are, and that nobody has explained.
public struct UnexplainedWord: Hashable, Sendable {
  /// The column's heading as the file spells it.
  public let column: String
  /// The word as the first line spells it.
  public let text: String
  /// What may be answered: the keys of the words that such a column has.
  public let answers: [String]
  /// The answer that a known word in it suggests.
  public fileprivate(set) var proposal: String?
  /// How many lines have it.
  public fileprivate(set) var count = 0
  /// The first of them, from 1.
  public fileprivate(set) var line: Int
  /// What these lines come to, by currency, minor units.
  public fileprivate(set) var sums: [Currency: Int64] = [:]
  fileprivate var untold: Set<Currency> = []

  fileprivate init(column: String, text: String, answers: [String], line: Int) {
    (self.column, self.text, self.answers, self.line) = (column, text, answers, line)
  }
}

extension UnexplainedWord {
  /// A sum that cannot be told exactly is not told.
  fileprivate mutating func add(_ amount: Money) {
    guard !untold.contains(amount.currency) else { return }
    let (sum, isTooLarge) = sums[amount.currency, default: 0].addingReportingOverflow(amount.minor)
    sums[amount.currency] = isTooLarge ? nil : sum
    if isTooLarge { untold.insert(amount.currency) }
  }
}

/// The words of a file that nobody has explained, with what depends on each.
struct UnexplainedWords {
  /// A column with more is none of words, and the others are not told.
  private static let most = 25
  private var found: [ColumnRole: [String: UnexplainedWord]] = [:]

  /// Counts a line that has the word, and its amount. `answers` are what may be said of it.
  mutating func add(
    _ text: String, _ role: ColumnRole, _ record: Record, _ amount: Money, _ columns: ColumnMap,
    answers: [String]
  ) {
    let text = String(text.prefix(60))
    let key = text.lowercased()
    if found[role]?[key] == nil {
      guard found[role, default: [:]].count < Self.most else { return }
      found[role, default: [:]][key] = UnexplainedWord(
        column: columns.name(role) ?? role.title, text: text, answers: answers, line: record.line)
    }
    found[role]?[key]?.count += 1
    found[role]?[key]?.add(amount)
  }

  /// In the order of their first lines, each with what it is probably.
  func all(_ names: ColumnNames) -> [UnexplainedWord] {
    found.flatMap { role, words in
      words.values.map { word in
        var word = word
        word.proposal = Self.proposal(for: HeadingName(word.text), role, names)
        return word
      }
    }.sorted { ($0.line, $0.column) < ($1.line, $1.column) }
  }

  /// The meaning of the longest known word that stands in `name`: "Customer Credit Note" has "credit note".
  private static func proposal(for name: HeadingName, _ role: ColumnRole, _ names: ColumnNames) -> String? {
    let words: [(HeadingName, String)]
    switch role {
    case .documentType: words = names.types.map { ($0.key, $0.value.rawValue) }
    case .status, .paymentStatus: words = names.statuses.map { ($0.key, $0.value.rawValue) }
    default: words = []
    }
    return words.filter { $0.0.folded.utf8.count >= 4 && name.folded.contains($0.0.folded) }
      .max { ($0.0.folded.utf8.count, $1.0.folded) < ($1.0.folded.utf8.count, $0.0.folded) }?.1
  }
}

extension UnexplainedWord {
  /// Why the file is refused.
  var refusal: Refusal {
    let lines = count == 1 ? "1 line" : "\(count) lines"
    let sum = sums.sorted { $0.key.code < $1.key.code }.map { Money(minor: $0.value, $0.key).description }
    let probably = proposal.map { ", probably \($0)" } ?? ""
    return Refusal(
      line: line, column: column,
      reason:
        "\"\(text)\" is not known: \(lines)\(sum.isEmpty ? "" : ", \(sum.joined(separator: ", "))")\(probably). "
        + "kept import --word \"\(text)=…\" says what it means: \(answers.joined(separator: ", ")); "
        + "--ignore \"\(column)\" leaves the column out.")
  }
}
