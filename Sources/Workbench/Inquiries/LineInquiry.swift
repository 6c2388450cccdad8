import Receivables

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

  func body(_ answers: FormAnswers) throws(FormProblem) -> EntryBody { try call(answers).body }

  let outlookRows = 4

  func outlook(_ answers: FormAnswers) -> [String] {
    guard !answers.text(Self.line).isEmpty else { return [] }
    let call: CompletedCall
    do { call = try self.call(answers) } catch { return [error.sentence] }
    let policy = answers.sitting.policy
    var lines = call.body.outcomeLines(policy: policy)
    if let contact = call.body.first(ContactRecord.self) {
      lines.append(
        ["With \(contact.person ?? "nobody named")", contact.phone].compactMap { $0 }.joined(separator: ", "))
    }
    if let said = call.body.readBack(policy) { lines.append(said) }
    lines += CallbackCheck.remarks(on: call.body, for: answers.picture, answers.sitting.moment)
    lines += answers.picture.takenOver(by: call.body).map { "Earlier: \($0)" }
    if !call.rest.isEmpty, let step = call.step {
      let sum = call.rest.map(\.description).joined(separator: ", ")
      lines.append("Rest: \(sum) not covered: \(step.step(answers.sitting.today)).")
    }
    return lines
  }

  private func call(_ answers: FormAnswers) throws(FormProblem) -> CompletedCall {
    let sitting = answers.sitting
    let text = try answers[line]
    do {
      let parts = try CallSentence(on: answers.picture, policy: sitting.policy).parts(of: text)
      let call = TypedCall(
        parts, on: answers.picture, tagged: [], policy: sitting.policy, zones: sitting.moment.zones)
      return try call.completed(ended: sitting.moment.now)
    } catch let problem as SentenceProblem {
      throw FormProblem(sentence: problem.description, field: Self.line)
    } catch let problem as LineProblem {
      throw FormProblem(sentence: problem.sentence, field: Self.line)
    } catch {
      throw FormProblem(sentence: "\(error)", field: Self.line)
    }
  }
}
