import ArgumentParser
import Interchange
import TextScreen
import Workbench

/// `kept keys`: the workbench's own table of commands, so that it cannot say anything else than the program
/// does.
struct KeysCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "keys", abstract: "List every key of the workbench and what it does.")

  @OptionGroup var options: GlobalOptions

  @Flag(help: "Write the table as the page docs/KEYS.md.")
  var markdown = false

  func run() throws {
    try StandardOutput.write(markdown ? KeysPage.markdown(of: .standard) : listing)
  }

  private var listing: String {
    let rows = KeysPage.rows(of: .standard)
    switch options.format {
    case .text:
      var table = TextTable([("KEYS", .left), ("WHERE", .left), ("COMMAND", .left), ("WHAT IT DOES", .left)])
      for row in rows { table.add([row.keys.joined(separator: " "), row.place, row.title, row.sentence]) }
      return table.text
    case .csv, .tsv:
      var writer = CSVWriter(header: ["keys", "where", "command", "explanation"])
      for row in rows {
        writer.write(row.keys.joined(separator: " "))
        writer.write(row.place)
        writer.write(row.title)
        writer.write(row.sentence)
        writer.endRecord()
      }
      return options.format == .tsv ? TabSeparated.text(ofCSV: writer.drain()) : writer.drain()
    case .json:
      return JSONValue.list(
        rows.map { row in
          [
            "keys": .list(row.keys.map(JSONValue.string)), "where": .string(row.place),
            "command": .string(row.title), "explanation": .string(row.sentence),
          ]
        }
      ).text
    }
  }
}

/// The command table key by key, and as a page of the documentation.
enum KeysPage {
  /// A command and its keys in the places where those hold.
  struct Row {
    let keys: [String]
    let place: String
    let title: String
    let sentence: String
  }

  static func rows(of table: CommandTable) -> [Row] {
    table.rows.flatMap { row in
      row.bindings.map { binding in
        Row(
          keys: binding.keys.map(\.name), place: binding.scopes.map(place).joined(separator: ", "),
          title: row.title, sentence: row.sentence)
      }
    }
  }

  /// `docs/KEYS.md`.
  static func markdown(of table: CommandTable) -> String {
    var page = """
      # Keys

      Written by `make docs` from the command table that the program runs on; do not edit.

      | Keys | Where | Command | What it does |
      |---|---|---|---|

      """
    for row in rows(of: table) {
      let keys = row.keys.map { "`\($0 == "|" ? "\\|" : $0)`" }.joined(separator: " ")
      page += "| \(keys) | \(row.place) | \(row.title) | \(row.sentence) |\n"
    }
    return page
  }

  private static func place(_ scope: Scope) -> String {
    switch scope {
    case .everywhere: "everywhere"
    case .queue: "queue"
    case .account: "account"
    case .callMenu: "call results"
    case .call: "call form"
    case .start: "start"
    case .list: "pick list"
    case .form: "small form"
    case .choice: "choices in a small form"
    case .question: "question"
    case .prompt: "search and day"
    case .importing: "a file before it is taken"
    case .invoices: "marking invoices"
    case .cash: "money of a bank statement"
    case .split: "invoices that it pays"
    case .customers: "customers that may be the same"
    }
  }
}
