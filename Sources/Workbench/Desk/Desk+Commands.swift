import Receivables

/// The commands that are the same on every screen.
extension Desk {
  mutating func run(_ command: Command) {
    switch command {
    case .help: overlay = PickOverlay.help(keymap, scope: screens.top.scope)
    case .palette: overlay = PickOverlay.palette(keymap, scope: screens.top.scope)
    case .repaint: outbox.append(.repaint)
    case .suspend: outbox.append(.suspend)
    case .undo: outbox.append(.findLastEntry)
    case .theme: overlay = PickOverlay.themes
    case .search: overlay = Prompt.search("")
    case .chooseView: overlay = PickOverlay.views(selected: sitting.list.query.view)
    case .chooseOrder: overlay = PickOverlay.orders(selected: sitting.list.query.order)
    case .importFile: overlay = Prompt.path
    case .openDemo: outbox.append(.openDemo)
    default: apply(screens.onTop(&sitting) { $0.perform(command, &$1) })
    }
  }

  /// What was chosen in an overlay.
  mutating func choose(_ value: String, for purpose: String) {
    switch DeskChoice(rawValue: purpose) {
    case .command: if let command = Command(rawValue: value) { run(command) }
    case .theme: outbox.append(.theme(value))
    case .search: search(value)
    case .view:
      if let view = WorklistView(rawValue: value) { outbox += sitting.list.show(view) }
    case .order:
      if let order = WorklistOrder(rawValue: value) { outbox += sitting.list.sort(by: order) }
    case .importFile: if !value.isEmpty { outbox.append(.importFile(value)) }
    case nil: apply(screens.onTop(&sitting) { $0.chosen(value, for: purpose, &$1) })
    }
  }

  private mutating func search(_ text: String) {
    screens.popToRoot()
    outbox += sitting.list.search(text)
  }
}
