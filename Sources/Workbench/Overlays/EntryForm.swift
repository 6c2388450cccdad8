import Receivables
import TextScreen

/// A small form whose answer is one journal entry. It stays, with what was typed, until the entry is safe.
struct EntryForm: Overlay {
  private let inquiry: any Inquiry
  private var form: SmallForm
  /// The account as last read.
  private var file: AccountFile
  /// Made once, so that a second attempt is recorded once.
  private let action: ActionID
  /// Whether a draft of it is kept outside.
  private let isKept: Bool

  /// Lays the form over the screen with what was typed and left before, or says why there is nothing to ask.
  static func opening(_ inquiry: any Inquiry, _ file: AccountFile, _ sitting: inout Sitting) -> Turn {
    let lines: [FormLine]
    do { lines = try inquiry.lines(file, sitting) } catch { return .message(error.sentence) }
    let draft = sitting.draft(inquiry.kind, on: file.customer.id)
    let typed = draft?.fields ?? [:]
    let form = SmallForm("\(inquiry.title) \(file.customer.title.shortened(to: 50))", lines, typed: typed)
    let isChanged = form.typed.contains { typed[$0.key] != $0.value }
    let said = isChanged ? "What you had chosen is not there any more; look before you save." : nil
    return Turn(
      move: .overlay(
        EntryForm(
          inquiry: inquiry, form: form, file: file, action: draft?.action ?? sitting.newAction(),
          isKept: draft != nil)), message: said.map { Message(text: $0, kind: .failure) })
  }

  mutating func type(_ key: Key, _ sitting: inout Sitting) -> OverlayTurn {
    switch form.type(key, sitting.commands) {
    case .stay: .stay
    case .close: leave(sitting)
    case .save: save(sitting)
    }
  }

  mutating func paste(_ text: String, _ sitting: inout Sitting) -> OverlayTurn {
    form.paste(text)
    return .stay
  }

  mutating func receive(_ event: Event, _ sitting: inout Sitting) -> OverlayTurn {
    switch event {
    case .recorded(let entry, _) where entry.action == action: return .turn(Turn(effects: forget()))
    case .input(.hangUp): return form.typed.isEmpty ? .stay : .effects([.write(.saveDraft(draft(sitting)))])
    case .stale(let entry, let file) where entry.action == action:
      let changes = SavingWords(sitting).changes(from: self.file, to: file)
      self.file = file
      let key = sitting.commands.name(of: .save, in: .form)
      let again = "Nothing you typed is lost; \(key) saves it on top."
      return .message(Message(text: "Not saved: \(changes). \(again)", kind: .failure))
    default: return .stay
    }
  }

  func draw(into frame: inout Frame, _ sitting: Sitting) {
    form.draw(into: &frame, sitting.commands) { inquiry.reading($0, $1, sitting) }
  }

  /// What was typed is kept, as in the call form.
  private func leave(_ sitting: Sitting) -> OverlayTurn {
    guard !form.typed.isEmpty else { return .turn(Turn(effects: forget())) }
    let said = "Not saved. What you typed is kept: open this form here again to go on with it."
    return .turn(
      Turn(effects: [.write(.saveDraft(draft(sitting)))], message: Message(text: said, kind: .notice)))
  }

  private func forget() -> [Effect] { isKept ? [.write(.discardDraft(action))] : [] }

  private func draft(_ sitting: Sitting) -> CallDraft {
    var fields = form.typed
    fields[CallDraft.formField] = inquiry.kind.rawValue
    return CallDraft(
      action: action, account: file.customer.id, basedOn: file.version, collector: sitting.collector,
      fields: fields)
  }

  private mutating func save(_ sitting: Sitting) -> OverlayTurn {
    do {
      let entry = NewEntry(
        action: action, account: file.customer.id, day: sitting.today, collector: sitting.collector,
        body: try inquiry.body(form.values, file, sitting))
      return .effects([.write(.record(entry, basedOn: file.version))])
    } catch {
      if let line = error.line { form.focus(on: line) }
      return .message(Message(text: error.sentence, kind: .failure))
    }
  }
}

/// What a small form asks about an account, and the journal entry that the answers make.
protocol Inquiry: Sendable {
  /// What its drafts are.
  var kind: CallDraft.Form { get }

  /// What the form does with the account: `"Put off"`.
  var title: String { get }

  /// What is asked. Throws what to say when there is nothing to ask.
  func lines(_ file: AccountFile, _ sitting: Sitting) throws(FormProblem) -> [FormLine]

  /// How a value is understood, to stand below its line; nil leaves the line's hint there.
  func reading(_ line: Int, _ value: String, _ sitting: Sitting) -> String?

  /// What the entry says, or what is missing.
  func body(_ values: [String], _ file: AccountFile, _ sitting: Sitting) throws(FormProblem) -> EntryBody
}

extension Inquiry {
  func reading(_ line: Int, _ value: String, _ sitting: Sitting) -> String? { nil }
}

/// Why a form cannot be opened or saved.
struct FormProblem: Error, Hashable, CustomStringConvertible {
  var sentence: String
  /// The line to mend, when it is one.
  var line: Int?

  /// The sentence, so that no text shows how the problem is made.
  var description: String { sentence }
}
