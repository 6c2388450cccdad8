import Receivables

/// Asks until when an account is put off, and why.
struct SnoozeForm: EntryForm {
  var form: SmallForm
  var file: AccountFile
  let kind = CallDraft.Form.snooze
  let action: ActionID
  let isKept: Bool

  init(_ file: AccountFile, _ sitting: inout Sitting) {
    self.file = file
    let draft = sitting.draft(kind, on: file.customer.id)
    action = draft?.action ?? sitting.newAction()
    isKept = draft != nil
    form = SmallForm(
      "Put off \(file.customer.title.shortened(to: 50))", ["Until", "Reason"], typed: draft?.fields ?? [:])
  }

  mutating func body(_ sitting: Sitting) -> Result<EntryBody, FormProblem> {
    switch day(sitting) {
    case .failure(let problem):
      form.focus(on: 0)
      return .failure(problem)
    case .success(let day):
      let reason = form.text(1)
      guard !reason.isEmpty else {
        form.focus(on: 1)
        return .failure(FormProblem(sentence: "Say why it is put off."))
      }
      return .success(.snooze(until: day, reason: reason))
    }
  }

  func hint(_ field: Int, _ sitting: Sitting) -> String {
    guard field == 0 else { return "why it can wait" }
    guard !form.text(0).isEmpty else { return "fri, +3, 15, eom, 12/5 or 2026-11-27" }
    switch day(sitting) {
    case .success(let day): return TypedDay.explain(day, today: sitting.today)
    case .failure(let problem): return problem.sentence
    }
  }

  private func day(_ sitting: Sitting) -> Result<CalendarDay, FormProblem> {
    do {
      let day = try TypedDay.read(form.text(0), today: sitting.today, order: sitting.policy.dateOrder)
      guard day > sitting.today else {
        return .failure(FormProblem(sentence: "An account is put off until a day after today."))
      }
      return .success(day)
    } catch {
      return .failure(FormProblem(sentence: "\(error)"))
    }
  }
}
