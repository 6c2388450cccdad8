import Receivables
import TextScreen

/// The texts of a call form and the field in focus. What the texts mean is `CallReading`'s business.
struct CallForm: Hashable, Sendable {
  private(set) var result: CallResult
  private(set) var fields: [CallLine]
  private(set) var focus: CallLine
  private(set) var note = NoteField()
  private var texts: [CallLine: TextField] = [:]

  /// An empty form that asks what `result` asks, with the focus on its first question.
  init(_ result: CallResult) {
    self.result = result
    fields = CallLine.lines(of: result)
    focus = Self.firstQuestion(of: result)
  }

  /// What was typed into a field of one line.
  func text(_ field: CallLine) -> TextField { texts[field] ?? Self.field("", field) }

  /// Everything that was typed, without the fields that hold nothing.
  var typed: [CallLine: String] {
    var typed = texts.mapValues(\.text)
    typed[.note] = note.text
    return typed.filter { !$0.value.isEmpty }
  }

  /// Texts of lines that this result does not ask for, typed for another one: `"Time: 2pm"`.
  var unasked: [String] {
    CallLine.allCases.filter { !fields.contains($0) }.compactMap { field in
      let text = text(field).text.trimmed
      return text.isEmpty ? nil : "\(field.title): \(text)"
    }
  }

  /// What the lines say; what has no line here is told after the note.
  var told: [CallLine: String] {
    var told = typed.filter { fields.contains($0.key) }
    let note = [told[.note]].compactMap { $0 } + unasked
    if !note.isEmpty { told[.note] = note.joined(separator: "\n") }
    return told
  }

  /// Whether the focus is where Enter saves.
  var isOnLastField: Bool { focus == fields.last }

  /// Puts `text` in a field in place of what is there.
  mutating func set(_ field: CallLine, to text: String) {
    if field == .note { note = NoteField(text) } else { texts[field] = Self.field(text, field) }
  }

  /// Many invoices can be picked, so their numbers have more room.
  private static func field(_ text: String, _ field: CallLine) -> TextField {
    TextField(text, limit: field == .invoices ? 20_000 : 200)
  }

  /// Edits the field in focus; answers whether the key meant something to it. `width` is that of the note.
  mutating func handle(_ key: Key, width: Int) -> Bool {
    guard focus != .note else { return note.handle(key, width: width) }
    var changed = text(focus)
    defer { texts[focus] = changed }
    return changed.handle(key)
  }

  /// Pastes into the field in focus.
  mutating func insert(_ pasted: String) {
    guard focus != .note else { return note.insert(pasted) }
    var changed = text(focus)
    changed.insert(pasted)
    texts[focus] = changed
  }

  /// Moves the focus by so many fields and stops at the ends.
  mutating func move(by step: Int) {
    guard let place = fields.firstIndex(of: focus) else { return }
    focus = fields[min(max(place + step, 0), fields.count - 1)]
  }

  /// Moves the focus to a field, if the form has it.
  mutating func focus(on field: CallLine) {
    if fields.contains(field) { focus = field }
  }

  /// Makes it the form of another result and keeps every text.
  mutating func change(to result: CallResult) {
    self.result = result
    fields = CallLine.lines(of: result)
    focus = Self.firstQuestion(of: result)
  }

  /// Asks why a promise lies so far ahead, or no longer asks.
  mutating func ask(whyLate isLate: Bool) {
    guard isLate != fields.contains(.exception) else { return }
    if isLate, let date = fields.firstIndex(of: .date) {
      fields.insert(.exception, at: date + 1)
    } else {
      fields.removeAll { $0 == .exception }
      if focus == .exception { focus = .date }
    }
  }

  private static func firstQuestion(of result: CallResult) -> CallLine {
    result.asks.first.map { CallLine($0) } ?? .note
  }
}

extension CallScreen {
  /// Takes up a form where a draft left it.
  mutating func restore(_ fields: [String: String], _ policy: Policy) {
    if let milliseconds = fields[DraftName.started].flatMap({ Int64($0) }) {
      started = Instant(milliseconds: milliseconds)
    }
    if let ids = fields[DraftName.tagged] {
      tagged = ids.split(separator: " ").compactMap { Int64($0) }.map { DocumentID(rawValue: $0) }
    }
    guard let result = fields[DraftName.result].flatMap({ policy.result($0) }) else { return }
    var form = CallForm(result)
    for (name, text) in fields {
      if let field = CallLine(rawValue: name) { form.set(field, to: text) }
    }
    self.form = form
  }

  /// The form as it is kept outside; nil when nothing was typed.
  func draft(_ sitting: Sitting) -> CallDraft? {
    guard let form = form ?? held, !form.typed.isEmpty else { return nil }
    var fields: [String: String] = [:]
    for (field, text) in form.typed { fields[field.rawValue] = text }
    fields[DraftName.result] = form.result.code
    fields[DraftName.started] = String(started.milliseconds)
    if !tagged.isEmpty {
      fields[DraftName.tagged] = tagged.map { String($0.rawValue) }.joined(separator: " ")
    }
    return CallDraft(
      action: action, account: picture.file.customer.id, basedOn: picture.file.version,
      collector: sitting.collector, fields: fields)
  }

  /// What to run so that nothing typed is lost: nothing when the draft outside is up to date.
  mutating func keepDraft(_ sitting: Sitting) -> [Effect] {
    guard let draft = draft(sitting), draft.fields != keptDraft else { return [] }
    keptDraft = draft.fields
    return [.write(.saveDraft(draft))]
  }

  /// What to run so that no draft is offered again.
  mutating func forgetDraft() -> [Effect] {
    guard keptDraft != nil else { return [] }
    keptDraft = nil
    return [.write(.discardDraft(action))]
  }

  /// What a draft holds besides the fields of the form.
  private enum DraftName {
    static let result = "result"
    static let started = "started"
    static let tagged = "tagged"
  }
}
