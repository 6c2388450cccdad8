import Receivables
import SQLEngine

/// Checks one account: that what is stored as derived follows from its rows, and that its rows fit together.
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

  /// Compares every derived cell with `derived`, which follows from the account now. Throws `SQLError`.
  mutating func checkDerived(
    _ file: AccountFile, _ derived: Result<DerivedRow, MoneyError>, _ problems: inout ProblemList
  ) throws {
    let account = file.customer.number
    let words = file.searchedText
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

  /// What must hold of the rows of the books and of what the journal says about them.
  func checkRows(_ file: AccountFile, _ problems: inout ProblemList) {
    let account = file.customer.number
    let invoices = Dictionary(file.invoices.map { ($0.id, $0) }, uniquingKeysWith: { $1 })
    let credits = Dictionary(file.credits.map { ($0.id, $0) }, uniquingKeysWith: { $1 })
    let applications = Set(file.applications.map(\.id))
    if applications.count < file.applications.count {
      problems.add(.books, account: account, "Account \(account): two applications have one number.")
    }
    for application in file.applications {
      if let reversed = application.reverses, !applications.contains(reversed) {
        problems.add(
          .books, account: account,
          "Account \(account): application \(application.id) takes back one that is not there.")
      }
      guard let invoice = invoices[application.invoice] else {
        problems.add(
          .books, account: account,
          "Account \(account): application \(application.id) is to an invoice of another account.")
        continue
      }
      guard let id = application.credit else { continue }
      if credits[id]?.amount.currency != invoice.original.currency {
        problems.add(
          .books, account: account,
          "Account \(account): application \(application.id) uses a credit of another account or currency.")
      }
    }
    for invoice in file.invoices where invoice.original.minor < 0 {
      problems.add(.books, account: account, "Account \(account): invoice \(invoice.number) is negative.")
    }
    checkNames(file, &problems)
  }

  /// The journal speaks of invoices by number: each must be one of the account.
  private func checkNames(_ file: AccountFile, _ problems: inout ProblemList) {
    let named = file.entries.map { ($0.number.rawValue, $0.body.invoiceNumbers) }.filter { !$0.1.isEmpty }
    guard !named.isEmpty else { return }
    let account = file.customer.number
    let numbers = Set(file.invoices.map { DocumentKey($0.number) })
    for (entry, names) in named {
      guard let unknown = names.first(where: { !numbers.contains(DocumentKey($0)) }) else { continue }
      problems.add(
        .journal, account: account, entry: entry,
        "Entry \(entry) names invoice \(unknown), which account \(account) does not have.")
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
