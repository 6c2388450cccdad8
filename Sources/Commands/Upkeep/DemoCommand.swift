import ArgumentParser
import DemoCompany
import Glibc
import Ledger
import Receivables

/// `kept demo`: a believable company to try everything on.
struct DemoCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "demo", abstract: "Make a demo company of about 400 customers and say where it is.",
    discussion: """
      The same seed and business date give the same company. Without --database and KEPT_DATABASE it goes to \
      demo.kept in the user's data directory. With --exports the company's exports are written instead of a book: CSV files, and a statement of its bank with \
      40 payments, which the demo book of the same day does not have yet.
      """)

  @OptionGroup var options: GlobalOptions

  @Option(help: ArgumentHelp("Where all of it comes from.", valueName: "number"))
  var seed: UInt64 = 7

  @Option(help: ArgumentHelp("How many customers it has.", valueName: "count"))
  var customers = 400

  @Option(help: ArgumentHelp("How many months its books go back.", valueName: "count"))
  var months = 18

  @Option(
    help: ArgumentHelp(
      "Write customers.csv, invoices.csv, payments.csv and a statement.xml of the bank there.",
      valueName: "directory"))
  var exports: String?

  func validate() throws {
    guard (1...1_000_000).contains(customers), (1...240).contains(months) else {
      throw ValidationError("A company has 1 to 1 000 000 customers and 1 to 240 months.")
    }
  }

  func run() throws {
    var demo = DemoBook(
      path: options.namesDatabase ? options.database : Places.demo, source: try .own(),
      today: try options.today())
    demo.seed = seed
    demo.customers = customers
    demo.months = months
    if let exports { return try demo.export(to: exports) }
    if LedgerFile.exists(at: demo.path) {
      throw CommandFailure(
        "There is a file at \(demo.path); it was not touched. Remove it, or name another with --database.",
        .inputOutput)
    }
    _ = try demo.open()
    let names = Company.collectors
    let others = names.dropFirst().map { "--collector \($0)" }.joined(separator: ", ")
    StandardOutput.say(
      "The demo book is \(demo.path). Open it with: kept --database \(demo.path) --collector \(names[0])\n"
        + "Its other collectors: \(others).")
  }
}

/// A ledger file with the demo company in it: its exports imported like any others, its calls recorded.
struct DemoBook {
  var path: String
  var source: PolicySource
  var today: CalendarDay
  var seed: UInt64 = 7
  var customers = 400
  var months = 18

  private var policy: Policy { source.policy }

  var company: Company {
    Company(seed: seed, today: today, customerCount: customers, months: months)
  }

  /// Opens the book, making it when there is none and finishing one whose making was cut off. `progress` hears
  /// percents and says whether to go on. Throws `LedgerError`.
  func open(progress: (Int) -> Bool = { _ in true }) throws -> LedgerFile {
    let ledger = try LedgerFile(path: path, creating: true, offering: source)
    try ledger.work(on: today, wall: today, signed: Machine.signature)
    // The story is told last and at once; what was imported before it is not changed by coming twice.
    if try !ledger.hasHistory() { try fill(ledger, progress) }
    return ledger
  }

  private func fill(_ ledger: LedgerFile, _ progress: (Int) -> Bool) throws {
    let company = company
    try takeBooks(of: company, into: ledger)
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

  private func takeBooks(of company: Company, into ledger: LedgerFile) throws {
    let intake = FileIntake(
      wishes: ImportWishes { _, _ in true }, ledger: ledger, policy: policy, today: today)
    let outcomes = try Array(company.customersText.utf8).withUnsafeBytes { customers in
      try Array(company.invoicesText.utf8).withUnsafeBytes { invoices in
        try Array(company.paymentsText.utf8).withUnsafeBytes { payments in
          try intake.outcomes(of: [
            ("demo-customers.csv", customers, {}), ("demo-invoices.csv", invoices, {}),
            ("demo-payments.csv", payments, {}),
          ])
        }
      }
    }
    if let refusal = outcomes.flatMap(\.refused).first { throw refusal }
  }

  private func goOn(_ progress: (Int) -> Bool, _ percent: Int) throws {
    guard progress(percent) else { throw LedgerError.cancelled(doing: "make the demo book") }
  }
}

extension DemoBook {
  /// Writes the company's exports into a directory, which is made when it is missing. Throws
  /// `CommandFailure`.
  func export(to directory: String) throws(CommandFailure) {
    mkdir(directory, 0o755)
    try write("\(directory)/customers.csv", company.writeCustomers)
    try write("\(directory)/invoices.csv", company.writeInvoices)
    try write("\(directory)/payments.csv", company.writePayments)
    try write("\(directory)/statement.xml", company.writeStatement)
  }

  private func write(_ path: String, _ produce: ((String) -> Void) -> Void) throws(CommandFailure) {
    guard let file = fopen(path, "we") else { throw unwritable(path) }
    produce { fputs($0, file) }
    let failed = ferror(file) != 0
    guard fclose(file) == 0, !failed else { throw unwritable(path) }
  }

  private func unwritable(_ path: String) -> CommandFailure {
    CommandFailure("Could not write \(path): \(String(cString: strerror(errno))).", .inputOutput)
  }
}
