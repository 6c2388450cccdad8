import TextScreen

/// A list to pick one value from; typing filters it.
struct PickList: Overlay {
  private let purpose: String
  private let title: String
  private let choices: [Choice]
  private var filter = TextField()
  private var matching: [Choice]
  private var window = ListWindow()

  /// A list whose cursor stands on the choice `selected`, if there is one of that value.
  init(purpose: String, title: String, choices: [Choice], selected: String? = nil) {
    self.purpose = purpose
    self.title = title
    self.choices = choices
    matching = choices
    window.fit(count: choices.count, height: Self.height)
    window.select(choices.firstIndex { $0.value == selected } ?? 0)
  }

  private static let height = 12

  mutating func type(_ key: Key, _ sitting: inout Sitting) -> OverlayTurn {
    switch key {
    case .escape, .function(12), .function(3): return .close
    case .enter, .tab: return pick()
    default:
      if Self.moves(key), window.handle(key) { return .stay }
      if filter.handle(key) { narrow() }
      return .stay
    }
  }

  mutating func paste(_ text: String, _ sitting: inout Sitting) -> OverlayTurn {
    filter.insert(text)
    narrow()
    return .stay
  }

  mutating func point(_ event: InputEvent, _ sitting: inout Sitting) -> OverlayTurn {
    switch event {
    case .wheel(let rows, _): window.move(by: rows)
    case .click(let position):
      let inside = panel.inside(sitting.size)
      guard inside.contains(position), let row = window.row(at: position.row - inside.origin.row - 1) else {
        return .close
      }
      window.select(row)
      return pick()
    default: break
    }
    return .stay
  }

  func draw(into frame: inout Frame, _ sitting: Sitting) {
    let inside = panel.draw(into: &frame)
    let left = inside.origin.column
    let table = TableLayout(
      [.text("", titleWidth...titleWidth), .rest("", from: 0)], width: inside.size.columns, gap: 2)
    for (offset, row) in window.visible.enumerated() where offset + 1 < inside.size.rows {
      let choice = matching[row]
      frame.putRow(
        table, at: Position(column: left, row: inside.origin.row + 1 + offset),
        role: row == window.selected ? .selected : .overlay
      ) { $0 == 0 ? TextCell(choice.title) : TextCell(choice.detail) }
    }
    if matching.isEmpty {
      frame.put("nothing matches", at: Position(column: left, row: inside.origin.row + 1), role: .overlay)
    }
    frame.put(filter, at: inside.origin, width: inside.size.columns, focused: true)
  }

  private var titleWidth: Int { min(choices.map { DisplayWidth.of($0.title) }.max() ?? 0, 40) }

  private var panel: Panel {
    let detail = min(choices.map { DisplayWidth.of($0.detail) }.max() ?? 0, 60)
    return Panel(
      title: title,
      content: Size(
        columns: max(titleWidth + detail + 2, DisplayWidth.of(title) + 2, 30),
        rows: min(choices.count, Self.height) + 1))
  }

  private mutating func narrow() {
    matching = filter.isEmpty ? choices : choices.filter { $0.matches(filter.text) }
    window.fit(count: matching.count, height: Self.height)
    window.select(0)
  }

  private func pick() -> OverlayTurn {
    guard matching.indices.contains(window.selected) else { return .stay }
    return .chosen(purpose: purpose, value: matching[window.selected].value)
  }

  /// Home and end belong to the filter.
  private static func moves(_ key: Key) -> Bool {
    [.up, .down, .pageUp, .pageDown].contains(key)
  }
}
