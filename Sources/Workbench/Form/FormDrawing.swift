import Receivables
import TextScreen

extension Frame {
  /// Draws what a field of one row holds, or what holds until something is typed; with the cursor on it, it takes the
  /// frame's cursor.
  mutating func put(
    _ field: FormField, of form: Form, at position: Position, width: Int, preset: String? = nil
  ) {
    let isFocus = field.name == form.focus
    switch form.held(field.name) {
    case .line(let text) where field.isTyped:
      put(text, at: position, width: width, focused: isFocus)
      guard text.text.isEmpty, let preset else { return }
      put(preset, at: position, width: min(width, DisplayWidth.of(preset)), role: .preset)
    case .line(let text):
      let chosen = field.values.first { $0.value == text.text }
      let role: Role = isFocus ? .focusedField : field.isOpen ? .field : .overlay
      put(chosen?.title ?? "", at: position, width: width, role: role)
      if isFocus { cursor = position }
    case .note(let note):
      let row = Rectangle(column: position.column, row: position.row, columns: width, rows: 1)
      put(note, in: row, focused: isFocus)
    }
  }
}

extension LineReading {
  /// The colour in which it stands beside its field.
  var role: Role {
    switch kind {
    case .understood: .normal
    case .standing: .dim
    case .doubt: .warning
    case .problem: .bad
    }
  }

  /// The sentence, and the key that lists what the field takes: only a form has keys.
  func text(_ commands: CommandTable) -> String { asksForList ? "\(text) \(commands.lister)" : text }
}

extension FormProblem {
  /// The sentence, and the key that lists what the field takes.
  func sentence(_ commands: CommandTable) -> String {
    asksForList ? "\(sentence) \(commands.lister)" : sentence
  }
}

extension CommandTable {
  fileprivate var lister: String { "\(name(of: .pick, in: .call)) lists what there is." }
}
