import TextScreen

/// A few labelled lines in a box: what the forms that ask for little are made of.
struct SmallForm: Hashable, Sendable {
  private let title: String
  private var lines: [FormLine]
  private var focus: Int

  /// A form that holds what was `typed` before, by the labels of its lines. The cursor is on the first that keys
  /// can change.
  init(_ title: String, _ lines: [FormLine], typed: [String: String]) {
    self.title = title
    self.lines = lines
    focus = lines.firstIndex(where: \.isOpen) ?? 0
    for index in lines.indices {
      if let value = typed[lines[index].label] { self.lines[index].set(value) }
    }
  }

  /// What came of a key.
  enum Step: Hashable {
    case stay, save, close
  }

  /// What the lines hold.
  var values: [String] { lines.map(\.value) }

  /// What the lines hold by their labels, as far as they hold something; nothing when nobody typed.
  var typed: [String: String] {
    guard lines.contains(where: \.isTyped) else { return [:] }
    let filled = lines.filter { !$0.value.isEmpty }
    return Dictionary(filled.map { ($0.label, $0.value) }) { first, _ in first }
  }

  /// Puts the cursor on a line.
  mutating func focus(on index: Int) { focus = index }

  mutating func type(_ key: Key) -> Step {
    switch key {
    case .escape, .function(12), .function(3): return .close
    case .function(10), .control("s"): return .save
    case .enter where focus == lines.count - 1: return .save
    case .enter, .tab, .down: move(by: 1)
    case .backTab, .up: move(by: lines.count - 1)
    default: lines[focus].type(key)
    }
    return .stay
  }

  mutating func paste(_ text: String) { lines[focus].paste(text) }

  private mutating func move(by step: Int) {
    repeat { focus = (focus + step) % lines.count } while !lines[focus].isOpen
  }

  /// Draws the form; below a line stands what `reading` says of its value, else its own hint.
  func draw(into frame: inout Frame, reading: (_ line: Int, _ value: String) -> String?) {
    let box = Rectangle.centred(
      Size(columns: min(76, frame.size.columns), rows: lines.count * 2 + 3), in: frame.size)
    frame.putBox(box, title: title)
    let inside = box.inside
    let labelWidth = (lines.map { DisplayWidth.of($0.label) }.max() ?? 0) + 1
    let column = inside.origin.column + labelWidth
    let width = inside.size.columns - labelWidth
    for (index, line) in lines.enumerated() {
      let row = inside.origin.row + index * 2
      frame.put(
        line.label, at: Position(column: inside.origin.column, row: row), width: labelWidth, role: .overlay)
      line.draw(
        into: &frame, at: Position(column: column, row: row), width: width, isFocused: index == focus)
      frame.put(
        reading(index, line.value) ?? line.below, at: Position(column: column, row: row + 1), width: width,
        role: .overlay)
    }
    let below = Position(column: inside.origin.column, row: inside.rows.upperBound - 1)
    frame.put(
      "F10 or Enter saves · Esc leaves, a draft is kept", at: below, width: inside.size.columns,
      role: .overlay)
  }
}
