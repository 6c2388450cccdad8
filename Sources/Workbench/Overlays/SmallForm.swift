import TextScreen

/// A few labelled fields in a box: what the forms that ask for little are made of.
struct SmallForm: Hashable, Sendable {
  private struct Field: Hashable {
    var label: String
    var text: TextField
  }

  private let title: String
  private var fields: [Field]
  private var focus = 0

  /// A form of one-line fields that hold what was `typed` before, by their labels.
  init(_ title: String, _ labels: [String], typed: [String: String]) {
    self.title = title
    fields = labels.map { Field(label: $0, text: TextField(typed[$0] ?? "", limit: 500)) }
  }

  /// What came of a key.
  enum Step: Hashable {
    case stay, save, close
  }

  /// What was typed into a field.
  func text(_ index: Int) -> String { fields[index].text.text.trimmed }

  /// What was typed by the labels of the fields, without those that hold nothing.
  var typed: [String: String] {
    let filled = fields.filter { !$0.text.text.trimmed.isEmpty }
    return Dictionary(filled.map { ($0.label, $0.text.text) }) { first, _ in first }
  }

  /// Puts the cursor into a field.
  mutating func focus(on index: Int) { focus = index }

  mutating func type(_ key: Key) -> Step {
    switch key {
    case .escape, .function(12), .function(3): return .close
    case .function(10), .control("s"): return .save
    case .enter:
      if focus == fields.count - 1 { return .save }
      focus += 1
    case .tab, .down: focus = (focus + 1) % fields.count
    case .backTab, .up: focus = (focus + fields.count - 1) % fields.count
    default: _ = fields[focus].text.handle(key)
    }
    return .stay
  }

  mutating func paste(_ text: String) { fields[focus].text.insert(text) }

  /// Draws the form; below each field stands what `hint` says about it.
  func draw(into frame: inout Frame, hint: (Int) -> String) {
    let box = Rectangle.centred(
      Size(columns: min(76, frame.size.columns), rows: fields.count * 2 + 3), in: frame.size)
    frame.putBox(box, title: title)
    let inside = box.inside
    let labelWidth = (fields.map { DisplayWidth.of($0.label) }.max() ?? 0) + 1
    let column = inside.origin.column + labelWidth
    for (index, field) in fields.enumerated() {
      let row = inside.origin.row + index * 2
      frame.put(
        field.label, at: Position(column: inside.origin.column, row: row), width: labelWidth, role: .overlay)
      let width = inside.size.columns - labelWidth
      frame.put(field.text, at: Position(column: column, row: row), width: width, focused: index == focus)
      frame.put(hint(index), at: Position(column: column, row: row + 1), width: width, role: .overlay)
    }
    let below = Position(column: inside.origin.column, row: inside.rows.upperBound - 1)
    frame.put(
      "F10 or Enter saves · Esc leaves, a draft is kept", at: below, width: inside.size.columns,
      role: .overlay)
  }
}
