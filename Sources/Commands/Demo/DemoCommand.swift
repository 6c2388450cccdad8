import ArgumentParser
import Ledger

/// `kept demo`: a believable company to try everything on.
struct DemoCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "demo", abstract: "Make a demo company of about 400 customers and say where it is.",
    discussion: """
      The same seed and business date give the same company. Without --database it goes to demo.kept in the user's \
      data directory. With --exports the company's exports are written as CSV files instead of a book.
      """)

  @OptionGroup var options: GlobalOptions

  @Option(help: ArgumentHelp("Where all of it comes from.", valueName: "number"))
  var seed: UInt64 = 7

  @Option(help: ArgumentHelp("How many customers it has.", valueName: "count"))
  var customers = 400

  @Option(help: ArgumentHelp("How many months its books go back.", valueName: "count"))
  var months = 18

  @Option(
    help: ArgumentHelp("Write customers.csv, invoices.csv and payments.csv there.", valueName: "directory"))
  var exports: String?

  func validate() throws {
    guard (1...1_000_000).contains(customers), (1...240).contains(months) else {
      throw ValidationError("A company has 1 to 1 000 000 customers and 1 to 240 months.")
    }
  }

  func run() throws {
    let site = try options.site()
    var demo = DemoBook(path: options.namedDatabase ?? Places.demo, policy: site.policy, today: site.today)
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
    StandardOutput.say("The demo book is \(demo.path). Open it with: kept --database \(demo.path)")
  }
}
