import Receivables
import TextScreen

/// The pick lists that the desk itself opens.
extension PickOverlay {
  /// What every key does in a scope; Enter does it.
  static func help(_ keymap: Keymap, scope: Scope) -> PickOverlay {
    let choices = keymap.commands(in: scope).map { command in
      let keys = keymap.keys(for: command, in: scope).map(\.name).joined(separator: " ")
      return Choice(command.rawValue, keys, detail: command.explanation, alias: command.title)
    }
    return PickOverlay(
      purpose: DeskChoice.command.rawValue, title: "Help: type to search, Enter runs, Esc closes",
      choices: choices, height: 16)
  }

  /// Every command of a scope by its name.
  static func palette(_ keymap: Keymap, scope: Scope) -> PickOverlay {
    let choices = keymap.commands(in: scope).map { command in
      let key = keymap.keys(for: command, in: scope).first?.name ?? ""
      return Choice(command.rawValue, command.title, detail: key, alias: command.explanation)
    }
    return PickOverlay(purpose: DeskChoice.command.rawValue, title: "Commands", choices: choices)
  }

  static var themes: PickOverlay {
    PickOverlay(
      purpose: DeskChoice.theme.rawValue, title: "Colours",
      choices: Theme.all.map { Choice($0.name, $0.name) })
  }

  static func views(selected: WorklistView) -> PickOverlay {
    PickOverlay(
      purpose: DeskChoice.view.rawValue, title: "View",
      choices: WorklistView.allCases.map { Choice($0.rawValue, $0.title) }, selected: selected.rawValue)
  }

  static func orders(selected: WorklistOrder) -> PickOverlay {
    PickOverlay(
      purpose: DeskChoice.order.rawValue, title: "Sort by",
      choices: WorklistOrder.allCases.map { Choice($0.rawValue, $0.title) }, selected: selected.rawValue)
  }
}
