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

  mutating func type(_ key: Key, _ commands: CommandTable) -> Step {
    switch commands.command(for: key, in: lines[focus].scope) {
    case .back, .leave: return .close
    case .save: return .save
    case .nextField where focus == lines.count - 1: return .save
    case .nextField, .down: move(by: 1)
    case .previousField, .up: move(by: lines.count - 1)
    case .nextValue: lines[focus].choose(by: 1)
    case .previousValue: lines[focus].choose(by: -1)
    default: lines[focus].type(key)
    }
    return .stay
  }

  mutating func paste(_ text: String) { lines[focus].paste(text) }

  private mutating func move(by step: Int) {
    repeat { focus = (focus + step) % lines.count } while !lines[focus].isOpen
  }

  /// Draws the form; below a line stands what `reading` says of its value, else its own hint.
  func draw(
    into frame: inout Frame, _ commands: CommandTable, reading: (_ line: Int, _ value: String) -> String?
  ) {
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
        reading(index, line.value) ?? line.below(commands), at: Position(column: column, row: row + 1),
        width: width,
        role: .overlay)
    }
    let below = Position(column: inside.origin.column, row: inside.rows.upperBound - 1)
    frame.put(footer(commands), at: below, width: inside.size.columns, role: .overlay)
  }

  private func footer(_ commands: CommandTable) -> String {
    let save = commands.name(of: .save, in: .form)
    let next = commands.name(of: .nextField, in: .form)
    return "\(save) or \(next) saves · \(commands.name(of: .back, in: .form)) leaves, a draft is kept"
  }
}

/// One line of a small form: text to type, or one of a few values to choose.
struct FormLine: Hashable, Sendable {
  let label: String
  private let hint: String
  private let choices: [Choice<String>]
  private var text = TextField(limit: 500)

  /// A line to type, with what stands below it.
  init(_ label: String, hint: String) {
    self.label = label
    self.hint = hint
    choices = []
  }

  /// A line to choose on, at first the value `selected` if it is there; below it stands the detail of the choice.
  init(_ label: String, choices: [Choice<String>], selected: String?) {
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

  /// Which keys mean something on it.
  var scope: Scope { choices.isEmpty ? .form : .choice }

  /// What stands below it.
  func below(_ commands: CommandTable) -> String {
    guard let chosen else { return hint }
    guard isOpen else { return choices[chosen].detail }
    let keys = [Command.previousValue, .nextValue].map { commands.name(of: $0, in: .choice) }
    return "\(chosen + 1) of \(choices.count), \(keys.joined(separator: " ")) chooses · "
      + choices[chosen].detail
  }

  /// Takes a value as `value` gave it; a choice that is not there changes nothing.
  mutating func set(_ value: String) {
    if choices.isEmpty || choices.contains(where: { $0.value == value }) { text.set(value) }
  }

  mutating func type(_ key: Key) {
    if choices.isEmpty { _ = text.handle(key) }
  }

  /// Goes so many choices further, round and round.
  mutating func choose(by step: Int) {
    guard let chosen else { return }
    text.set(choices[(chosen + step + choices.count) % choices.count].value)
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

}
