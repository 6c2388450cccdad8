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

/// One line of a small form: text to type, or one of a few values to choose.
struct FormLine: Hashable, Sendable {
  let label: String
  private let hint: String
  private let choices: [Choice]
  private var text = TextField(limit: 500)

  /// A line to type, with what stands below it.
  init(_ label: String, hint: String) {
    self.label = label
    self.hint = hint
    choices = []
  }

  /// A line to choose on, at first the value `selected` if it is there; below it stands the detail of the choice.
  init(_ label: String, choices: [Choice], selected: String?) {
    self.label = label
    hint = ""
    self.choices = choices
    text.set(choices.first?.value ?? "")
    set(selected ?? "")
  }

  /// What was typed, or the value that is chosen.
  var value: String { text.text.trimmed }

  /// Whether somebody typed something.
  var isTyped: Bool { choices.isEmpty && !value.isEmpty }

  /// Whether keys can change it.
  var isOpen: Bool { choices.count != 1 }

  /// What stands below it.
  var below: String {
    guard let chosen else { return hint }
    return (isOpen ? "\(chosen + 1) of \(choices.count), ← → chooses · " : "") + choices[chosen].detail
  }

  /// Takes a value as `value` gave it; a choice that is not there changes nothing.
  mutating func set(_ value: String) {
    if choices.isEmpty || choices.contains(where: { $0.value == value }) { text.set(value) }
  }

  mutating func type(_ key: Key) {
    switch (chosen, key) {
    case (nil, _): _ = text.handle(key)
    case (let chosen?, .right), (let chosen?, .character(" ")): choose(chosen + 1)
    case (let chosen?, .left): choose(chosen + choices.count - 1)
    default: break
    }
  }

  mutating func paste(_ pasted: String) {
    if choices.isEmpty { text.insert(pasted) }
  }

  func draw(into frame: inout Frame, at position: Position, width: Int, isFocused: Bool) {
    guard let chosen else { return frame.put(text, at: position, width: width, focused: isFocused) }
    let role: Role = isFocused ? .focusedField : isOpen ? .field : .overlay
    frame.put(choices[chosen].title, at: position, width: width, role: role)
    if isFocused { frame.cursor = position }
  }

  private var chosen: Int? { choices.firstIndex { $0.value == value } }

  private mutating func choose(_ index: Int) { text.set(choices[index % choices.count].value) }
}
