import DemoCompany
import Ledger
import Receivables

/// A ledger file with the demo company in it: its exports imported like any others, its calls recorded.
struct DemoBook {
  var path: String
  var policy: Policy
  var today: CalendarDay
  var seed: UInt64 = 7
  var customers = 400
  var months = 18

  var company: Company {
    Company(seed: seed, today: today, customerCount: customers, months: months)
  }

  /// Opens the book, making it when there is none and finishing one whose making was cut off. `progress` hears
  /// percents and says whether to go on. Throws `LedgerError`.
  func open(progress: (Int) -> Bool = { _ in true }) throws -> LedgerFile {
    let ledger = try LedgerFile(path: path, policy: policy)
    try ledger.roll(to: today)
    // The story is told last and at once; what was imported before it is not imported twice.
    if try ledger.journalHead().count == 0 { try fill(ledger, progress) }
    return ledger
  }

  private func fill(_ ledger: LedgerFile, _ progress: (Int) -> Bool) throws {
    let company = company
    try take(company.customersText, "demo-customers.csv", into: ledger)
    try goOn(progress, 10)
    try take(company.invoicesText, "demo-invoices.csv", into: ledger)
    try goOn(progress, 20)
    try take(company.paymentsText, "demo-payments.csv", into: ledger)
    try goOn(progress, 30)
    var story: [DemoEntry] = []
    var count = 0
    try ledger.forEachAccount { file in
      story += try company.journal(of: file, policy: policy)
      count += 1
      return count % 16 != 0 || progress(30 + 60 * count / customers)
    }
    try goOn(progress, 90)
    story.sort { $0.at < $1.at }
    try ledger.recordAll(story.map { ($0.entry, $0.at) }, actor: "demo", host: "demo")
    try goOn(progress, 100)
  }

  private func take(_ text: String, _ name: String, into ledger: LedgerFile) throws {
    let intake = FileIntake(
      wishes: ImportWishes { _, _ in true }, path: name, ledger: ledger, policy: policy, today: today)
    let outcome = try Array(text.utf8).withUnsafeBytes { try intake.outcome(of: $0) }
    if let refusal = outcome.refused.first { throw refusal }
  }

  private func goOn(_ progress: (Int) -> Bool, _ percent: Int) throws {
    guard progress(percent) else { throw LedgerError.cancelled(doing: "make the demo book") }
  }
}
