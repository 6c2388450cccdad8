import Receivables
import TextScreen

/// The state of every form: which fields it asks, what each holds, where the cursor is, and what was wrong when it was
/// last saved. What it means is the fields' business.
struct Form: Sendable {
  /// What it asks now, in its order.
  private(set) var fields: [FormField]
  /// The field with the cursor.
  private(set) var focus: DraftName
  /// Every field that it can ask, so that a text outlasts the question.
  private var known: [DraftName: FormField]
  private var texts: [DraftName: FieldText] = [:]
  /// Why it was not saved, until something is changed.
  private var problem: FormProblem?

  /// A form that can ask `known` and asks those in `names`, or all of them, with the cursor on `focus` or on the
  /// first field that keys can change.
  init(_ known: [FormField], asking names: [DraftName]? = nil, focus: DraftName? = nil) {
    self.known = Self.byName(known)
    fields = []
    self.focus = focus ?? (known.first(where: \.isOpen) ?? known.first)?.name ?? "none"
    for field in known where !field.isTyped {
      texts[field.name] = FieldText(field.start, of: field.entry)
    }
    ask(names ?? known.map(\.name))
  }

  /// The field with the cursor; nil only for a form without fields.
  var focused: FormField? { known[focus] }

  /// Whether the cursor is where going on saves.
  var isOnLastField: Bool { focus == fields.last(where: \.isOpen)?.name ?? focus }

  /// What a field holds, as it is edited.
  func held(_ name: DraftName) -> FieldText {
    texts[name] ?? FieldText("", of: known[name]?.entry ?? .line(limit: 0))
  }

  /// What a field holds.
  func text(_ name: DraftName) -> String { texts[name]?.text ?? "" }

  /// What all fields hold that hold something, asked or not.
  var all: FormTexts { texts.mapValues(\.text).filter { !$0.value.trimmed.isEmpty } }

  /// The same as far as it is worth keeping: nothing when nobody typed, whatever is chosen.
  var typed: FormTexts {
    let all = all
    return all.keys.contains { known[$0]?.isTyped == true } ? all : [:]
  }

  /// Puts a text into a field in place of what is there; a value that it is not one of changes nothing.
  mutating func set(_ name: DraftName, to text: String) {
    guard let field = known[name] else { return }
    guard field.isTyped || field.values.contains(where: { $0.value == text }) else { return }
    guard texts[name]?.text != text else { return }
    texts[name] = FieldText(text, of: field.entry)
    problem = nil
  }

  /// Puts texts into fields that hold unless something is typed in their place; a note is only ever added to.
  mutating func offer(_ offered: FormTexts) {
    take(offered)
    for name in offered.keys {
      if case .line(let field)? = texts[name], known[name]?.isTyped == true {
        texts[name] = .line(field.offered)
      }
    }
  }

  /// Takes up what a draft or a choice holds. Answers whether all of it found its place.
  @discardableResult
  mutating func take(_ texts: FormTexts) -> Bool {
    for (name, text) in texts { set(name, to: text) }
    return texts.allSatisfy { self.text($0.key) == $0.value }
  }
}

/// Keys.
extension Form {
  /// What came of a command in a form.
  enum Step: Hashable {
    /// Something of the field changed, or nothing did.
    case stay
    /// The cursor left its field: what was typed so far is worth keeping.
    case moved
    /// It is to be saved.
    case save
    /// The list of what the field takes is asked for.
    case pick
  }

  /// Carries out a command that means the same in every form; nil for another one. In a note of `noteWidth` cells up
  /// and down go through its lines first.
  mutating func obey(_ command: Command, noteWidth: Int) -> Step? {
    switch command {
    case .save: return .save
    case .nextField: return isOnLastField ? .save : move(by: 1)
    case .previousField: return move(by: -1)
    case .up: return isInNote && handle(.up, width: noteWidth) ? .stay : move(by: -1)
    case .down: return isInNote && handle(.down, width: noteWidth) ? .stay : move(by: 1)
    case .nextValue: return choose(by: 1)
    case .previousValue: return choose(by: -1)
    case .pick: return .pick
    default: return nil
    }
  }

  private var isInNote: Bool { focused?.entry == .note }

  /// Edits the field with the cursor; answers whether the key meant something to it. `width` is that of a note.
  mutating func handle(_ key: Key, width: Int) -> Bool {
    guard focused?.isTyped == true else { return false }
    var held = held(focus)
    guard held.handle(key, width: width) else { return false }
    change(held)
    return true
  }

  /// Pastes into the field with the cursor.
  mutating func insert(_ pasted: String) {
    guard focused?.isTyped == true else { return }
    var held = held(focus)
    held.insert(pasted)
    change(held)
  }

  /// What to say when not all of what was typed or pasted last fitted into the field with the cursor; nil when it did.
  var overflow: Message? { focused.flatMap { held($0.name).overflow(of: $0.title) } }

  /// Goes so many values further on a field of a few, round and round.
  private mutating func choose(by step: Int) -> Step {
    guard let values = focused?.values, let place = values.firstIndex(where: { $0.value == text(focus) })
    else { return .stay }
    set(focus, to: values[(place + step + values.count) % values.count].value)
    return .stay
  }

  /// Moves the cursor by so many fields that keys can change, and stops at the ends.
  @discardableResult
  mutating func move(by step: Int) -> Step {
    let open = fields.filter(\.isOpen).map(\.name)
    guard let place = open.firstIndex(of: focus) else { return .moved }
    focus = open[min(max(place + step, 0), open.count - 1)]
    return .moved
  }

  /// Puts the cursor on a field, if the form asks it and keys can change it.
  mutating func focus(on name: DraftName) {
    if fields.contains(where: { $0.name == name && $0.isOpen }) { focus = name }
  }

  /// Asks these fields from here on, in this order, and keeps every text. The cursor stays unless its field goes.
  mutating func ask(_ names: [DraftName], focus fallback: DraftName? = nil) {
    fields = names.compactMap { known[$0] }
    if !names.contains(focus), let next = fallback ?? names.first { focus = next }
  }

  /// Becomes a form of other fields and keeps every text, with the cursor on `focus`.
  mutating func become(_ known: [FormField], asking names: [DraftName], focus: DraftName) {
    self.known = Self.byName(known)
    self.focus = focus
    problem = nil
    ask(names)
  }

  private static func byName(_ fields: [FormField]) -> [DraftName: FormField] {
    Dictionary(fields.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
  }

  private mutating func change(_ held: FieldText) {
    if held.text != texts[focus]?.text ?? "" { problem = nil }
    texts[focus] = held
  }
}

/// What is understood, and what is wrong.
extension Form {
  /// Puts the cursor on the field that keeps the form from being saved, and says why beside it until something
  /// changes.
  mutating func refuse(_ problem: FormProblem) {
    guard let field = problem.field else { return }
    focus(on: field)
    self.problem = problem
  }

  /// Whether it was not saved and nothing was changed since.
  var isRefused: Bool { problem != nil }

  /// What stands at a field: what is wrong with it, else how it is understood.
  func reading(_ field: FormField, _ answers: FormAnswers) -> LineReading {
    let reading = field.explain(answers)
    guard let problem, problem.field == field.name, reading.kind != .problem else { return reading }
    return LineReading(text: problem.sentence, kind: .problem, asksForList: problem.asksForList)
  }
}

/// Lists to pick from.
extension Form {
  /// Said where a field has no list.
  static let nothingToPick = "Type here; there is nothing to pick from."

  /// What a field takes, with the cursor on what it holds; nil when there is nothing to pick.
  func list(of field: FormField, _ answers: FormAnswers) -> PickOverlay? {
    let choices: [Choice<FormTexts>] =
      field.isTyped
      ? field.list?(answers) ?? []
      : field.values.map { Choice([field.name: $0.value], $0.title, detail: $0.detail) }
    guard !choices.isEmpty else { return nil }
    let held = choices.first { choice in choice.value.allSatisfy { text($0.key) == $0.value } }
    return PickOverlay(
      field.title,
      choices.map { Choice(Chosen.form(.fields($0.value)), $0.title, detail: $0.detail) },
      selected: held.map { .form(.fields($0.value)) })
  }
}

/// What a field holds while it is edited, with its cursor.
enum FieldText: Hashable, Sendable {
  case line(TextField)
  case note(NoteField)

  init(_ text: String, of entry: FormField.Entry) {
    switch entry {
    case .line(let limit): self = .line(TextField(text, limit: limit))
    case .note: self = .note(NoteField(text, limit: NoteLimit.characters))
    case .chosen: self = .line(TextField(text, limit: 500))
    }
  }

  var text: String {
    switch self {
    case .line(let field): field.text
    case .note(let note): note.text
    }
  }

  /// What to say when not all of what was typed or pasted last fitted.
  func overflow(of title: String) -> Message? {
    switch self {
    case .line(let field): Message(title, leavingOut: field.leftOut, limit: field.limit)
    case .note(let note): Message(title, leavingOut: note.leftOut, limit: note.limit)
    }
  }

  mutating func insert(_ pasted: String) {
    switch self {
    case .line(var field):
      field.insert(pasted)
      self = .line(field)
    case .note(var note):
      note.insert(pasted)
      self = .note(note)
    }
  }

  mutating func handle(_ key: Key, width: Int) -> Bool {
    switch self {
    case .line(var field):
      defer { self = .line(field) }
      return field.handle(key)
    case .note(var note):
      defer { self = .note(note) }
      return note.handle(key, width: width)
    }
  }
}
