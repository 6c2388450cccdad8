import ArgumentParser
import Interchange
import Ledger
import Receivables

/// `kept config`: what is in force.
struct ConfigCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "config",
    abstract: "Show which files and settings are in force.",
    discussion: "What the policy says, and what another one would change, is told by `kept policy`.")

  @OptionGroup var options: GlobalOptions

  func run() throws {
    let own = try PolicySource.own()
    let settings = [
      ("database", options.database), ("policy_digest", try digest()),
      ("policy_place", Places.policy), ("policy_offered", own.path ?? "shipped"),
      ("policy_offered_digest", own.policy.digest), ("today", try options.today().iso),
      ("collector", options.collector), ("user", Machine.user), ("host", Machine.host),
    ]
    switch options.format {
    case .json:
      let entries = settings.map { ($0, JSONValue.string($1)) }
      try StandardOutput.write(JSONValue.object(Dictionary(entries) { _, last in last }))
    case .csv, .tsv:
      var writer = CSVWriter(header: ["setting", "value"])
      for (name, value) in settings {
        writer.write(name)
        writer.write(value)
        writer.endRecord()
      }
      if options.format == .tsv { return try StandardOutput.write(tabsOf: writer.drain()) }
      try StandardOutput.write(writer.drain())
    case .text:
      var table = TextTable([("SETTING", .left), ("VALUE", .left)])
      for (name, value) in settings { table.add([name, value]) }
      try StandardOutput.write(table.text)
    }
  }

  /// Digest of the policy of the book; without a book that of the one that a new book would adopt.
  private func digest() throws -> String {
    guard LedgerFile.exists(at: options.database),
      let adopted = try LedgerFile(path: options.database, offering: .own()).adoptedPolicy()
    else { return try PolicySource.own().policy.digest }
    return adopted.digest
  }
}
