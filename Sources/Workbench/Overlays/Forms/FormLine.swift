import TextScreen

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
