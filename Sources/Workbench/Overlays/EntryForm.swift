import Receivables
import TextScreen

/// A small form whose answer is one journal entry. It stays, with what was typed, until the entry is safe.
protocol EntryForm: Overlay {
  var form: SmallForm { get set }

  /// The account as last read.
  var file: AccountFile { get set }

  /// What its drafts are.
  var kind: CallDraft.Form { get }

  /// Made once, so that a second attempt is recorded once.
  var action: ActionID { get }

  /// Whether a draft of it is kept outside.
  var isKept: Bool { get }

  /// What the entry says, or the sentence that says what is missing.
  mutating func body(_ sitting: Sitting) -> Result<EntryBody, FormProblem>

  /// What stands below a field.
  func hint(_ field: Int, _ sitting: Sitting) -> String
}

/// Why a form cannot be saved yet.
struct FormProblem: Error, Hashable {
  var sentence: String
}

extension EntryForm {
  mutating func type(_ key: Key, _ sitting: inout Sitting) -> OverlayTurn {
    switch form.type(key) {
    case .stay: return .stay
    case .close: return leave(sitting)
    case .save: return save(&sitting)
    }
  }

  mutating func paste(_ text: String, _ sitting: inout Sitting) -> OverlayTurn {
    form.paste(text)
    return .stay
  }

  mutating func receive(_ event: Event, _ sitting: inout Sitting) -> OverlayTurn {
    switch event {
    case .recorded(let entry, _) where entry.action == action: return .turn(Turn(effects: forget()))
    case .input(.hangUp): return form.typed.isEmpty ? .stay : .effects([.saveDraft(draft(sitting))])
    case .stale(let entry, let file) where entry.action == action:
      let changes = SavingWords(sitting).changes(from: self.file, to: file)
      self.file = file
      let again = "Nothing you typed is lost; F10 saves it on top."
      return .message(Message(text: "Not saved: \(changes). \(again)", kind: .failure))
    default: return .stay
    }
  }

  func draw(into frame: inout Frame, _ sitting: Sitting) {
    form.draw(into: &frame) { hint($0, sitting) }
  }

  /// What was typed is kept, as in the call form.
  private func leave(_ sitting: Sitting) -> OverlayTurn {
    guard !form.typed.isEmpty else { return .turn(Turn(effects: forget())) }
    let said = "Not saved. What you typed is kept: open this form here again to go on with it."
    return .turn(
      Turn(effects: [.saveDraft(draft(sitting))], message: Message(text: said, kind: .notice)))
  }

  private func forget() -> [Effect] { isKept ? [.discardDraft(action)] : [] }

  private func draft(_ sitting: Sitting) -> CallDraft {
    var fields = form.typed
    fields[CallDraft.formField] = kind.rawValue
    return CallDraft(
      action: action, account: file.customer.id, basedOn: file.version, collector: sitting.collector,
      fields: fields)
  }

  private mutating func save(_ sitting: inout Sitting) -> OverlayTurn {
    switch body(sitting) {
    case .failure(let problem): return .message(Message(text: problem.sentence, kind: .failure))
    case .success(let body):
      let entry = NewEntry(
        action: action, account: file.customer.id, day: sitting.today,
        collector: sitting.collector, body: body)
      return .effects([.record(entry, basedOn: file.version)])
    }
  }
}
