import Receivables
import TextScreen

/// A small form whose answer is one journal entry. It stays, with what was typed, until the entry is safe.
protocol EntryForm: Overlay {
  var form: SmallForm { get set }

  /// The account as last read.
  var file: AccountFile { get set }

  /// The entry that was handed over to be saved.
  var sent: NewEntry? { get set }

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
    case .close: return .close
    case .save: return save(&sitting)
    }
  }

  mutating func paste(_ text: String, _ sitting: inout Sitting) -> OverlayTurn {
    form.paste(text)
    return .stay
  }

  mutating func receive(_ event: Event, _ sitting: inout Sitting) -> OverlayTurn {
    switch event {
    case .recorded(let entry, _) where entry.action == sent?.action: return .close
    case .stale(let entry, let file) where entry.action == sent?.action:
      let changes = CallWords(sitting.policy).changes(from: self.file, to: file)
      self.file = file
      let again = "Nothing you typed is lost; F10 saves it on top."
      return .message(Message(text: "Not saved: \(changes). \(again)", kind: .failure))
    default: return .stay
    }
  }

  func draw(into frame: inout Frame, _ sitting: Sitting) {
    form.draw(into: &frame) { hint($0, sitting) }
  }

  /// A second attempt is the same action, so that it is recorded once.
  private mutating func save(_ sitting: inout Sitting) -> OverlayTurn {
    switch body(sitting) {
    case .failure(let problem): return .message(Message(text: problem.sentence, kind: .failure))
    case .success(let body):
      let entry = NewEntry(
        action: sent?.action ?? sitting.newAction(), account: file.customer.id, day: sitting.today,
        collector: sitting.collector, body: body)
      sent = entry
      return .effects([.record(entry, basedOn: file.version)])
    }
  }
}
