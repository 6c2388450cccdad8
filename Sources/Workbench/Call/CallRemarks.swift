import Receivables
import TextScreen

/// What stands below the fields: what is wrong, what happens next, what to say, what to doubt, what to ask.
struct CallRemarks {
  /// What the form that shows means beside the other outcomes.
  let reading: CallReading
  let call: TypedCall
  let form: CallForm
  let sitting: Sitting
  /// The business date on which a draft was typed, where that is not today.
  private let typedOn: CalendarDay?
  private let isCorrection: Bool
  /// Everything but the script.
  private(set) var all: [CallRemark] = []

  init(_ form: CallForm, of screen: CallScreen, _ sitting: Sitting) {
    call = screen.typedCall(form, sitting)
    reading = call.reading(of: screen.others.place)
    self.form = form
    self.sitting = sitting
    typedOn = screen.draft.typedOn
    isCorrection = screen.correcting != nil
    let problem = problem
    all = [problem, older].compactMap { $0 } + outcome.filter { $0.text != problem?.text } + unasked
  }

  /// What was typed for another result, so that nobody wonders where it went.
  private var unasked: [CallRemark] {
    guard !form.unasked.isEmpty else { return [] }
    let text = "\(form.unasked.joined(separator: ", ")). Not asked here; saved with the note."
    return [CallRemark(label: "Kept", text: text, role: .warning)]
  }

  /// That what nobody typed may have been something else when the rest was typed.
  private var older: CallRemark? {
    typedOn.map {
      CallRemark(
        label: "Draft",
        text: "Typed on \($0.long). What was not typed, such as amount and invoices, is as of today.",
        role: .warning)
    }
  }

  /// What to keep in mind and to ask, in one line.
  var script: CallRemark {
    let sentences = reading.picture.script(for: form.result, sitting.policy, on: sitting.today)
    return CallRemark(label: "Ask", text: sentences.joined(separator: "  "), role: .dim)
  }

  /// The whole sentence of what the field in focus does not understand; beside the field it may be cut.
  private var problem: CallRemark? {
    let meaning = reading.reading(form.focus, sitting.moment)
    guard meaning.kind == .problem else { return nil }
    return CallRemark(label: form.focus.title, text: meaning.text(sitting.commands), role: .bad)
  }

  private var outcome: [CallRemark] {
    do {
      let call = try call.completed()
      let certain = [
        plan(call.body), escalation(call.body), replaced(call.body), say(call.body), rest(call), next(call),
      ]
      let callbacks = CallbackCheck.remarks(on: self.call, call.body, for: reading.picture, sitting.moment)
      return certain.compactMap { $0 } + doubts
        + callbacks.map { CallRemark(label: "Check", text: $0, role: .warning) }
    } catch {
      return doubts + [unfinished(error)]
    }
  }

  /// What keeps the form from being saved: nothing typed yet, or something that means nothing.
  private func unfinished(_ problem: LineProblem) -> CallRemark {
    let sentence = FormProblem(problem).sentence(sitting.commands)
    guard let field = problem.field, !form.text(field).trimmed.isEmpty else {
      return CallRemark(label: "Missing", text: sentence, role: .dim)
    }
    return CallRemark(label: field.title, text: sentence, role: .bad)
  }

  private func plan(_ body: EntryBody) -> CallRemark? {
    body.first(PlanTerms.self).map { CallRemark(label: "Plan", text: $0.schedule(seen: sitting.today)) }
  }

  /// What a refusal proposes by itself: a gate that is skipped is seen before it is saved.
  private func escalation(_ body: EntryBody) -> CallRemark? {
    guard let terms = body.first(EscalationTerms.self), let text = terms.words.gist else { return nil }
    return CallRemark(label: "Ladder", text: text, role: terms.exception == nil ? .normal : .warning)
  }

  /// What becomes of promises that were open on the same invoices.
  private func replaced(_ body: EntryBody) -> CallRemark? {
    let text = reading.picture.takenOver(by: body, sitting.policy).map(\.sentence).joined(separator: "; ")
    return text.isEmpty ? nil : CallRemark(label: "Earlier", text: text, role: .warning)
  }

  /// What is past due and not covered, and what will happen to it.
  private func rest(_ call: CompletedCall) -> CallRemark? {
    let hasMatter = call.body.sections.contains {
      $0 is PromiseTerms || $0 is DisputeTerms || $0 is PlanTerms
    }
    guard hasMatter, !call.rest.isEmpty, let step = call.step else { return nil }
    let sum = call.rest.map(\.description).joined(separator: ", ")
    return CallRemark(
      label: "Rest", text: "\(sum) not covered: \(step.step(sitting.today)).", role: .warning)
  }

  /// The account's next step once this is saved, unless the rest told it.
  private func next(_ call: CompletedCall) -> CallRemark? {
    let policy = sitting.policy
    let next =
      isCorrection
      ? call.body.next(policy.applied(to: reading.picture.file))
      : reading.picture.next(after: call.body, by: sitting.collector, policy)
    guard let next, rest(call) == nil || next != call.step
    else {
      return nil
    }
    return CallRemark(label: "Then", text: next.step(sitting.today), role: .accent)
  }

  private func say(_ body: EntryBody) -> CallRemark? {
    body.readBack(sitting.policy, seen: sitting.today).map { CallRemark(label: "Say", text: $0) }
  }

  /// What speaks against the day that is promised, said while it is typed.
  private var doubts: [CallRemark] {
    RealismCheck.remarks(on: reading).map { CallRemark(label: "Check", text: $0, role: .warning) }
  }
}

/// A labelled sentence below the form: what will happen, what to say, what to doubt.
struct CallRemark: Hashable {
  var label: String
  var text: String
  var role: Role = .normal
}

extension Frame {
  /// Draws remarks wrapped below each other, as many lines of them as there is room for.
  mutating func put(_ remarks: [CallRemark], in area: Rectangle, indent: Int) {
    var row = area.origin.row
    for remark in remarks {
      let lines = Wrapping.lines(of: remark.text, width: area.size.columns - indent)
      for (index, line) in lines.enumerated() where row < area.rows.upperBound {
        if index == 0 {
          put(
            remark.label, at: Position(column: area.origin.column, row: row), width: indent - 1,
            role: .heading)
        }
        put(
          line, at: Position(column: area.origin.column + indent, row: row),
          width: area.size.columns - indent, role: remark.role)
        row += 1
      }
    }
  }
}
