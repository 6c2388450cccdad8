import Receivables
import TextScreen

/// The form that logs a call: a `Form` of the fields that a result asks.
struct CallForm: Sendable {
  private var asking: CallFields
  /// Texts and cursor.
  var state: Form

  /// An empty form that asks what `result` asks, with the focus on its first question. `tagged` are the invoices that
  /// the call is about when none are typed.
  init(_ result: CallResult, tagged: [DocumentID]) {
    asking = CallFields(result: result, tagged: tagged)
    state = Form(asking.all, asking: asking.asked, focus: asking.first)
  }

  /// What came of the call.
  var result: CallResult { asking.result }

  /// The lines that it asks, in their order.
  var fields: [CallLine] { state.fields.compactMap { CallLine($0.name) } }

  /// The line in focus.
  var focus: CallLine { CallLine(state.focus) ?? .note }

  /// What a line holds.
  func text(_ line: CallLine) -> String { state.text(line.name) }

  /// Texts of lines that this result does not ask for, typed for another one: `"Time: 2pm"`.
  var unasked: [String] {
    CallLine.allCases.filter { !fields.contains($0) }.compactMap { line in
      let text = text(line).trimmed
      return text.isEmpty ? nil : "\(line.title): \(text)"
    }
  }

  /// What it is read from: what its lines hold; what has no line here is told after the note.
  func answers(_ picture: AccountPicture, _ sitting: Sitting) -> FormAnswers {
    let asked = Set(state.fields.map(\.name))
    var told = state.typed.filter { asked.contains($0.key) }
    let note = [told[CallLine.note.name]].compactMap { $0 } + unasked
    if !note.isEmpty { told[CallLine.note.name] = note.joined(separator: "\n") }
    return FormAnswers(picture: picture, sitting: sitting, texts: told)
  }

  /// What it means on an account.
  func reading(_ picture: AccountPicture, _ sitting: Sitting) -> CallReading {
    asking.reading(answers(picture, sitting))
  }

  /// Makes it the form of another result and keeps every text.
  mutating func change(to result: CallResult) {
    asking = CallFields(result: result, tagged: asking.tagged)
    state.become(asking.all, asking: asking.asked, focus: asking.first)
  }

  /// Asks why a promise lies so far ahead, or no longer asks.
  mutating func ask(whyLate isLate: Bool) {
    guard isLate != fields.contains(.exception) else { return }
    var lines = fields
    if isLate, let date = lines.firstIndex(of: .date) {
      lines.insert(.exception, at: date + 1)
    } else {
      lines.removeAll { $0 == .exception }
    }
    state.ask(lines.map(\.name), focus: CallLine.date.name)
  }
}

extension CallScreen {
  /// Takes up a form where a draft left it.
  mutating func restore(_ fields: FormTexts, _ policy: Policy) {
    if let milliseconds = fields[Kept.started].flatMap({ Int64($0) }) {
      started = Instant(milliseconds: milliseconds)
    }
    if let ids = fields[Kept.tagged] {
      tagged = ids.split(separator: " ").compactMap { Int64($0) }.map { DocumentID(rawValue: $0) }
    }
    guard let result = fields[Kept.result].flatMap({ policy.result($0) }) else { return }
    var form = CallForm(result, tagged: tagged)
    form.state.take(fields)
    self.form = form
  }

  /// What to run so that nothing typed is lost: nothing when the draft outside is up to date.
  mutating func keepDraft(_ sitting: Sitting) -> [Effect] {
    guard let form = form ?? held, !form.state.typed.isEmpty else { return [] }
    var fields = form.state.typed
    fields[Kept.result] = form.result.code
    fields[Kept.started] = String(started.milliseconds)
    if !tagged.isEmpty {
      fields[Kept.tagged] = tagged.map { String($0.rawValue) }.joined(separator: " ")
    }
    return draft.keep(fields, of: picture.file, sitting)
  }

  /// What a draft holds besides the fields of the form.
  private enum Kept {
    static let result: DraftName = "result"
    static let started: DraftName = "started"
    static let tagged: DraftName = "tagged"
  }
}
