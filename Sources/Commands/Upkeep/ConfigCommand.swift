import ArgumentParser
import Interchange
import Ledger
import Settings

/// `kept config`: what is in force, and checking a policy before it is.
struct ConfigCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "config",
    abstract: "Show which files and settings are in force, check a policy file, or make it that of the book.",
    discussion: """
      A book goes by the policy that it adopted, whoever opens it. On its first day that is the user's own file, or the \
      shipped policy without one. Later a file is only offered: --adopt makes it that of the book, with an entry in the \
      journal that holds its text. What was decided before stays as it was decided.
      """)

  @OptionGroup var options: GlobalOptions

  @Flag(name: .customLong("policy"), help: "Print the text of the policy that is in force.")
  var printsPolicy = false

  @Option(
    name: .customLong("check"),
    help: ArgumentHelp(
      "Read a policy file and say what is wrong with it, with line and column.", valueName: "file"))
  var checked: String?

  @Flag(help: "Make the user's own policy file, or the shipped policy without one, that of the book.")
  var adopt = false

  func run() throws {
    if adopt {
      try adoptOwn()
    } else if let checked {
      _ = try PolicySource(file: checked)
      StandardOutput.say("\(checked) is a sound policy.")
    } else if printsPolicy {
      try StandardOutput.write(inForce().text)
    } else {
      try show()
    }
  }

  private func adoptOwn() throws {
    let book = try options.openBook()
    try book.begin()
    guard book.ledger.offered.policy.digest != book.policy.digest else {
      return StandardOutput.say("The book goes by this policy already.")
    }
    try book.ledger.adopt(signed: Machine.signature, collector: options.collector)
    StandardOutput.say("The book goes by the policy \(book.policy.digest) from \(book.today.iso) on.")
  }

  /// The policy of the book; without a book the one that a new book would adopt.
  private func inForce() throws -> PolicySource {
    guard LedgerFile.exists(at: options.database),
      let text = try LedgerFile(path: options.database, offering: .own()).adoptedPolicy()
    else { return try .own() }
    return try PolicySource(ofBook: text)
  }

  private func show() throws {
    let source = try inForce()
    let own = try PolicySource.own()
    let settings = [
      ("database", options.database), ("policy_digest", source.policy.digest),
      ("policy_place", Places.policy), ("policy_offered", own.path ?? "shipped"),
      ("policy_offered_digest", own.policy.digest), ("today", try options.today().iso),
      ("collector", options.collector), ("user", Machine.user), ("host", Machine.host),
    ]
    switch options.format {
    case .json:
      let entries = settings.map { ($0, JSONValue.string($1)) }
      try StandardOutput.write(JSONValue.object(Dictionary(entries) { _, last in last }).text)
    case .csv:
      var writer = CSVWriter(header: ["setting", "value"])
      for (name, value) in settings {
        writer.write(name)
        writer.write(value)
        writer.endRecord()
      }
      try StandardOutput.write(writer.drain())
    case .text:
      var table = TextTable([("SETTING", .left), ("VALUE", .left)])
      for (name, value) in settings { table.add([name, value]) }
      try StandardOutput.write(table.text)
    }
  }
}
