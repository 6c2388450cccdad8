import ArgumentParser
import Interchange
import Settings

/// `kept config`: what is in force, and checking a policy before it is.
struct ConfigCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "config", abstract: "Show which files and settings are in force, or check a policy file.")

  @OptionGroup var options: GlobalOptions

  @Flag(name: .customLong("policy"), help: "Print the text of the policy that is in force.")
  var printsPolicy = false

  @Option(
    name: .customLong("check"),
    help: ArgumentHelp(
      "Read a policy file and say what is wrong with it, with line and column.", valueName: "file"))
  var checked: String?

  func run() throws {
    if let checked {
      _ = try PolicySource(file: checked)
      StandardOutput.say("\(checked) is a sound policy.")
    } else if printsPolicy {
      try StandardOutput.write(PolicySource.current().text)
    } else {
      try show()
    }
  }

  private func show() throws {
    let source = try PolicySource.current()
    let settings = [
      ("database", options.database), ("policy", source.path ?? "shipped"), ("policy_place", Places.policy),
      ("policy_digest", source.policy.digest), ("today", try options.today().iso),
      ("collector", options.collector),
      ("user", Machine.user), ("host", Machine.host),
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
