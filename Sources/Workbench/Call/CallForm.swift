import Receivables
import TextScreen

/// The form that logs a call: a `Form` of the fields that a result asks.
struct CallForm: Sendable {
  private var asking: CallFields
  /// Texts and cursor.
  var state: Form

  /// An empty form that asks what `result` asks, with the focus on its first question. `tagged` are the invoices that
  /// the call is about when none are typed.
  init(_ result: CallResult, tagged: [DocumentID], isCorrection: Bool = false) {
    asking = CallFields(result: result, tagged: tagged, isCorrection: isCorrection)
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

  /// What was typed for its result: nothing of lines that it does not ask.
  var part: TypedCall.Part {
    let typed = state.typed
    let asked = fields.compactMap { line in typed[line.name].map { (line, $0) } }
    return TypedCall.Part(result, Dictionary(asked, uniquingKeysWith: { first, _ in first }))
  }

  /// Takes over what is typed once for all outcomes of a call.
  mutating func share(with other: CallForm) {
    for line in CallLine.shared { state.set(line.name, to: other.text(line)) }
  }

  /// Makes it the form of another result and keeps every text.
  mutating func change(to result: CallResult) {
    asking = CallFields(result: result, tagged: asking.tagged, isCorrection: asking.isCorrection)
    state.become(asking.all, asking: asking.asked, focus: asking.first)
  }

  /// Asks besides what the result asks, behind the day, or no longer does.
  mutating func ask(_ needed: [CallLine]) {
    var lines = fields.filter { ![.exception, .approval].contains($0) }
    guard lines + needed != fields, let date = lines.firstIndex(of: .date) else { return }
    lines.insert(contentsOf: needed, at: date + 1)
    state.ask(lines.map(\.name), focus: CallLine.date.name)
  }
}
