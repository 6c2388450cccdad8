import TextScreen
import Workbench

/// The keymap in rows, and as a page of the documentation.
enum KeysPage {
  /// One command of the keymap.
  struct Row {
    let keys: [String]
    let place: String
    let title: String
    let explanation: String
  }

  static func rows(of keymap: Keymap) -> [Row] {
    keymap.bindings.map { binding in
      Row(
        keys: binding.keys.map(\.name), place: binding.scopes.map(place).joined(separator: ", "),
        title: binding.command.title, explanation: binding.command.explanation)
    }
  }

  /// `docs/KEYS.md`.
  static func markdown(of keymap: Keymap) -> String {
    var page = """
      # Keys

      Written by `make docs` from the keymap that the program runs on; do not edit.

      | Keys | Where | Command | What it does |
      |---|---|---|---|

      """
    for row in rows(of: keymap) {
      let keys = row.keys.map { "`\($0 == "|" ? "\\|" : $0)`" }.joined(separator: " ")
      page += "| \(keys) | \(row.place) | \(row.title) | \(row.explanation) |\n"
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
    }
  }
}
