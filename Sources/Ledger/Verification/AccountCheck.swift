import Receivables
import SQLEngine

/// Checks that what is stored as derived of an account follows from its rows.
struct AccountCheck {
  let connection: Connection
  /// The business date of the derived rows; nil when there should not be any.
  let day: CalendarDay?
  /// What lists should come to, as far as accounts were checked.
  private var sums = ListSums()
  private let searched: [SearchedTexts: SearchedPages]
  /// How many accounts have something to be searched.
  private var found: [SearchedTexts: Int] = [:]
  /// Whether every account could be derived.
  private var isWhole = true

  init(connection: Connection, day: CalendarDay?) throws {
    self.connection = connection
    self.day = day
    searched = [
      .words: try SearchedPages(.words, on: connection),
      .amounts: try SearchedPages(.amounts, on: connection),
    ]
  }

  /// Compares every derived cell with what follows from the account now. Throws `SQLError`.
  mutating func check(_ file: AccountFile, _ findings: AccountFindings, _ problems: inout ProblemList) throws
  {
    guard let derived = findings.derived else { return }
    let account = file.customer.number
    let words = findings.words
    if !words.isEmpty { found[.words, default: 0] += 1 }
    let wanted: DerivedRow
    do {
      wanted = try derived.get()
    } catch {
      problems.add(.books, account: account, "Account \(account) cannot be derived: \(error)")
      isWhole = false
      return
    }
    try sums.add(wanted.counted, times: 1)
    let id = file.customer.id.rawValue
    let stored = try connection.first(DerivedRow.select, id) { row in
      DerivedRow.columns.indices.map { row.cell($0) }
    }
    compare(stored, with: wanted.cells, DerivedRow.columns, of: "account_summary", account, &problems)
    if !wanted.amounts.isEmpty { found[.amounts, default: 0] += 1 }
    for (texts, wanted) in [(SearchedTexts.words, words), (.amounts, wanted.amounts)] {
      let stored = try searched[texts]?.text(of: id) ?? ""
      compare([.text(stored)], with: [.text(wanted)], ["texts"], of: texts.rawValue, account, &problems)
    }
  }

  /// What is searched is of the accounts that were checked and of no others, when that were all. Throws `SQLError`.
  func checkSearched(_ problems: inout ProblemList) throws {
    guard day != nil else { return }
    for texts in SearchedTexts.allCases where texts == .words || isWhole {
      guard try texts.count(on: connection) != found[texts, default: 0] else { continue }
      problems.add(.derived, "\(texts.rawValue) has other texts than those of the accounts.")
    }
  }

  /// Compares what lists come to with the accounts that were checked, when that were all. Throws `SQLError`.
  func checkSums(_ problems: inout ProblemList) throws {
    guard let day else { return }
    if try ListSums(on: connection) != sums {
      problems.add(.derived, "The sums of lists in account_sums are not what the accounts come to.")
    }
    if try connection.first(ReceivedSums.differences, day.number, read: { _ in true }) != nil {
      problems.add(.derived, "The sums in received_sums are not what came in on \(day.iso).")
    }
  }

  private func compare(
    _ stored: [SQLCell]?, with wanted: [SQLCell], _ columns: [String], of table: String, _ account: String,
    _ problems: inout ProblemList
  ) {
    guard let stored else {
      problems.add(.derived, account: account, "Account \(account) has no row in \(table).")
      return
    }
    for (column, (have, want)) in zip(columns, zip(stored, wanted)) where have != want {
      let (found, wanted) = Self.difference("\(have)", "\(want)")
      problems.add(
        .derived, account: account,
        "Account \(account): \(column) in \(table) is \(found) where \(wanted) follows from its rows.")
    }
  }

  /// Both texts around the first place where they differ: nobody reads ten lines to find one letter.
  private static func difference(_ one: String, _ other: String) -> (String, String) {
    let same = zip(one, other).prefix { $0 == $1 }.count
    let start = max(same - 20, 0)
    func excerpt(_ text: String) -> String {
      let end = min(start + 60, text.count)
      guard start > 0 || end < text.count else { return text }
      let middle = text.dropFirst(start).prefix(60)
      return (start > 0 ? "…" : "") + middle + (end < text.count ? "…" : "")
    }
    return (excerpt(one), excerpt(other))
  }
}
