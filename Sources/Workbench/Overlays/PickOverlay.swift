import Receivables
import TextScreen

/// A list to pick one value from; typing narrows it.
struct PickOverlay: Overlay {
  private let purpose: String
  private let title: String
  private let values: [String]
  private let width: Int
  private var list: PickList

  /// A list of at most `height` rows whose cursor stands on the choice `selected`, if there is one of that value.
  init(purpose: String, title: String, choices: [Choice], selected: String? = nil, height: Int = 14) {
    self.purpose = purpose
    self.title = title
    values = choices.map(\.value)
    let titleWidth = min(choices.map { DisplayWidth.of($0.title) }.max() ?? 0, 40)
    let items = choices.map { $0.line(titleWidth: titleWidth) }
    width = max(items.map { DisplayWidth.of($0) }.max() ?? 0, DisplayWidth.of(title) + 4, 30)
    list = PickList(
      items, aliases: choices.map(\.alias), selected: values.firstIndex { $0 == selected } ?? 0,
      height: max(min(choices.count, height), 1))
  }

  mutating func type(_ key: Key, _ sitting: inout Sitting) -> OverlayTurn {
    switch key {
    case .escape, .function(12), .function(3): return .close
    case .enter, .tab: return pick()
    default:
      _ = list.handle(key)
      return .stay
    }
  }

  mutating func paste(_ text: String, _ sitting: inout Sitting) -> OverlayTurn {
    for character in text where !character.isNewline { _ = list.handle(.character(character)) }
    return .stay
  }

  mutating func point(_ event: InputEvent, _ sitting: inout Sitting) -> OverlayTurn {
    switch event {
    case .wheel(let rows, _):
      for _ in 0..<abs(rows) { _ = list.handle(rows > 0 ? .down : .up) }
      return .stay
    case .click(let position):
      let inside = box(sitting.size).inside
      guard inside.contains(position) else { return .close }
      return list.click(at: position.row - inside.origin.row - 1) ? pick() : .stay
    default: return .stay
    }
  }

  func draw(into frame: inout Frame, _ sitting: Sitting) {
    let box = box(frame.size)
    frame.put(list, in: box, title: title)
    guard list.matches.isEmpty else { return }
    let below = Position(column: box.inside.origin.column, row: box.inside.origin.row + 1)
    frame.put("nothing matches", at: below, width: box.inside.size.columns, role: .overlay)
  }

  private func box(_ size: Size) -> Rectangle {
    .centred(Size(columns: width + 6, rows: list.window.height + 3), in: size)
  }

  private func pick() -> OverlayTurn {
    guard let selected = list.selected else { return .stay }
    return .chosen(purpose: purpose, value: values[selected])
  }
}

/// One line of a pick list.
struct Choice: Hashable, Sendable {
  /// What the screen is told.
  var value: String
  /// What a person reads.
  var title: String
  /// More about it, in a second column.
  var detail: String
  /// By what it is found besides.
  var alias: String

  init(_ value: String, _ title: String, detail: String = "", alias: String = "") {
    self.value = value
    self.title = title
    self.detail = detail
    self.alias = alias
  }

  /// Title and detail with the details of all lines below each other.
  func line(titleWidth: Int) -> String {
    guard !detail.isEmpty else { return title }
    let gap = max(titleWidth - DisplayWidth.of(title), 0) + 2
    return title + String(repeating: " ", count: gap) + detail
  }
}

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
