import ArgumentParser
import Testing

@testable import Commands

/// One way to run a command, as words of a shell in the home of `HostileBook`.
struct CommandCase: CustomTestStringConvertible {
  /// With the names of the commands above it: `"policy apply"`.
  let name: String
  /// What stands behind the name; `$BAD` is a text of everything that must not reach a terminal.
  let arguments: String
  var status: Int32 = 0
  var changes = Change.nothing
  /// Whether its text is a file that goes out byte for byte.
  var isFile = false
  /// Whether it works on the book that `--database` names.
  var needsBook = true

  /// What it changes.
  enum Change {
    case nothing
    /// An entry, once for each `--action-id`.
    case entry
    /// Something that is the same when it is done again.
    case same
  }

  var testDescription: String { "kept \(name) \(arguments)" }

  /// Every command there is, each at least once. A test holds this to the list of the program.
  static let all: [CommandCase] = [
    CommandCase(name: "workbench", arguments: "", status: 69),
    CommandCase(name: "queue", arguments: "--view all"),
    CommandCase(name: "queue", arguments: "--view all --search \"$BAD\""),
    CommandCase(name: "queue", arguments: "--view all --as-of 2026-11-26"),
    CommandCase(name: "account", arguments: "1001"),
    CommandCase(name: "account", arguments: "\"no$BAD\"", status: 65),
    CommandCase(name: "aging", arguments: ""),
    CommandCase(name: "promises", arguments: ""),
    CommandCase(name: "promises", arguments: "--by-invoice"),
    CommandCase(name: "calendar", arguments: "--everyone", isFile: true),
    CommandCase(name: "disputes", arguments: ""),
    CommandCase(name: "escalations", arguments: ""),
    CommandCase(name: "credit", arguments: ""),
    CommandCase(
      name: "log", arguments: "1001 --result NA --note \"$BAD\" --collector \"$BAD\"", changes: .entry),
    CommandCase(name: "log", arguments: "1001 \"pp 5 fri; xx $BAD\"", status: 65),
    CommandCase(
      name: "dispute", arguments: "1001 --state in_process --owner \"$BAD\" --note \"$BAD\"", changes: .entry),
    CommandCase(name: "escalate", arguments: "1001 --note \"$BAD\" --owner \"$BAD\"", changes: .entry),
    CommandCase(
      name: "hold", arguments: "1001 --until +30 --reason \"$BAD\" --by \"$BAD\" --invoice \"A$BAD\"",
      changes: .entry),
    CommandCase(
      name: "contact", arguments: "1001 --name \"Jane $BAD\" --role \"$BAD\" --best \"$BAD\"", changes: .entry
    ),
    CommandCase(name: "payment-run", arguments: "1001 thu --by \"$BAD\"", changes: .entry),
    CommandCase(name: "customers", arguments: ""), CommandCase(name: "customers", arguments: "--related"),
    CommandCase(name: "relate", arguments: "1001 \"N$BAD\" --as same", changes: .entry),
    CommandCase(name: "import", arguments: "\"new$BAD.csv\"", changes: .same),
    CommandCase(name: "import", arguments: "\"faulty$BAD.csv\"", status: 65),
    CommandCase(name: "imports", arguments: ""),
    CommandCase(name: "imports", arguments: "--take-back", status: 65),
    CommandCase(name: "bank", arguments: "\"bank$BAD.sta\""),
    CommandCase(name: "bank", arguments: "\"faulty$BAD.csv\"", status: 65),
    CommandCase(name: "verify", arguments: ""),
    CommandCase(name: "verify", arguments: "--anchors \"no$BAD\"", status: 74),
    CommandCase(name: "anchor", arguments: "", changes: .same),
    CommandCase(name: "salvage", arguments: "\"no$BAD\" \"rescued$BAD.kept\"", status: 74, needsBook: false),
    CommandCase(name: "erase", arguments: "1001 --entry 99 --ground \"$BAD\" --yes", status: 65),
    CommandCase(name: "backup", arguments: "\"copy$BAD.kept\"", changes: .same),
    CommandCase(name: "demo", arguments: "", status: 74, needsBook: false),
    CommandCase(name: "replay", arguments: "script.keys", changes: .same),
    CommandCase(name: "replay", arguments: "\"no$BAD\"", status: 74),
    CommandCase(name: "keys", arguments: "", needsBook: false),
    CommandCase(name: "policy check", arguments: "\"faulty$BAD.toml\"", status: 78, needsBook: false),
    CommandCase(name: "policy show", arguments: "", isFile: true),
    CommandCase(name: "policy diff", arguments: "policy.toml"),
    CommandCase(name: "policy apply", arguments: "policy.toml", changes: .same),
    CommandCase(name: "config", arguments: "--collector \"$BAD\""),
  ]

  /// The names of all commands that do something.
  static var names: Set<String> { Set(leaves(of: Kept.self, below: "")) }

  private static func leaves(of command: any ParsableCommand.Type, below path: String) -> [String] {
    command.configuration.subcommands.flatMap { sub -> [String] in
      let name = path + (sub.configuration.commandName ?? "")
      return sub.configuration.subcommands.isEmpty ? [name] : leaves(of: sub, below: name + " ")
    }
  }
}
