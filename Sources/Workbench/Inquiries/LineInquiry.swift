import Receivables
import TextScreen

/// Asks for a whole call in one line, and tells in sentences what it means before it is saved.
struct LineInquiry: Inquiry {
  let name: DraftName = "line"
  let noun = "call in one line"
  let title = "Log on"

  /// The line itself.
  static let line: DraftName = "line"

  var row: CommandRow {
    CommandRow(
      .logLine, "log line", "Log a whole call in one line.",
      Binding([.queue, .account], .character(";")), unavailable: \.noAccount)
  }

  private let line = Asked.words(
    Self.line, "Call", hint: "pp 12.5k fri ach jane; di INV-77 400 price; cb tue 1400 “note”",
    missing: "Type what came of the call: pp 1200 fri ach.",
    // A note in quotes and what else is said.
    limit: NoteLimit.characters + 500)

  func fields(_ subject: Subject) -> [FormField] { [line.field] }

  func body(_ answers: FormAnswers) throws(FormProblem) -> EntryBody {
    try completed(try call(answers), answers).body
  }

  let outlookRows = 4

  func outlook(_ answers: FormAnswers) -> [String] {
    guard !answers.text(Self.line).isEmpty else { return [] }
    let call: CompletedCall
    let doubts: [String]
    do {
      let typed = try self.call(answers)
      call = try completed(typed, answers)
      doubts =
        typed.readings.flatMap(RealismCheck.remarks)
        + CallbackCheck.remarks(on: typed, call.body, for: answers.picture, answers.sitting.moment)
    } catch { return [error.sentence] }
    let policy = answers.sitting.policy
    var lines = call.body.outcomeLines(policy: policy, seen: answers.sitting.today)
    lines += call.body.all(Outcome.self).compactMap { outcome in
      outcome.reason.map { "\(outcome.result) why unpaid: \(policy.reasons.title($0))" }
    }
    lines += call.body.all(PlanTerms.self).map { "Plan: \($0.schedule(seen: answers.sitting.today))" }
    if let contact = call.body.first(ContactRecord.self) {
      lines.append(
        ["With \(contact.person ?? "nobody named")", contact.phone].compactMap { $0 }.joined(separator: ", "))
    }
    let note = call.body.freeText
    if !note.isEmpty { lines.append("Note “\(note.shortened(to: 200))”") }
    if let said = call.body.readBack(policy, seen: answers.sitting.today) { lines.append(said) }
    lines += doubts
    lines += answers.picture.takenOver(by: call.body, policy).map { "Earlier: \($0.sentence)" }
    if !call.rest.isEmpty, let step = call.step {
      let sum = call.rest.map(\.description).joined(separator: ", ")
      lines.append("Rest: \(sum) not covered: \(step.step(answers.sitting.today)).")
    }
    return lines
  }

  private func call(_ answers: FormAnswers) throws(FormProblem) -> TypedCall {
    let sitting = answers.sitting
    let text = try answers[line]
    do {
      let parts = try CallSentence(on: answers.picture, policy: sitting.policy).parts(of: text)
      return TypedCall(
        parts, on: answers.picture, tagged: [], policy: sitting.policy, zones: sitting.moment.zones)
    } catch {
      throw FormProblem(sentence: error.description, field: Self.line)
    }
  }

  private func completed(_ call: TypedCall, _ answers: FormAnswers) throws(FormProblem) -> CompletedCall {
    do {
      return try call.completed(ended: answers.sitting.moment.now)
    } catch {
      throw FormProblem(sentence: error.sentenceInLine, field: Self.line)
    }
  }
}
