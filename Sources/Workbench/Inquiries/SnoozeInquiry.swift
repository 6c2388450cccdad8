import Receivables
import TextScreen

/// Asks until when an account is put off, and why.
struct SnoozeInquiry: Inquiry {
  let name: DraftName = "snooze"
  let noun = "snooze"
  let title = "Put off"

  var row: CommandRow {
    CommandRow(
      .snooze, "snooze", "Put the account off until a day, with a reason.",
      Binding([.queue, .account], .character("z")), unavailable: \.noAccount)
  }

  private let until = Asked.dayAhead(
    "until", "Until", missing: "Until which day? Type fri, +3, 15 or eom.",
    past: "An account is put off until a day after today.")
  private let reason = Asked.words(
    "reason", "Reason", hint: "why it can wait", missing: "Say why it is put off.")

  func fields(_ subject: Subject) -> [FormField] { [until.field, reason.field] }

  func texts(_ said: EntryBody, _ policy: Policy) -> FormTexts? {
    said.first(Snooze.self).map { [until.field.name: $0.until.iso, reason.field.name: $0.reason] }
  }

  func body(_ answers: FormAnswers) throws(FormProblem) -> EntryBody {
    let day = try answers[until]
    return EntryBody(Snooze(until: day, reason: try answers[reason]))
  }
}
