import Receivables
import TextScreen

/// Asks when a customer pays, how long before a run closes, and how long a document takes to be approved.
struct PaymentRunInquiry: Inquiry {
  let name: DraftName = "payment_run"
  let noun = "payment run"
  let title = "Payment run of"
  let outlookRows = 2

  var row: CommandRow {
    CommandRow(
      .paymentRun, "payment run", "Say when this customer pays, and when a run closes.",
      Binding([.queue, .account], .character("p")), unavailable: \.noAccount)
  }

  private let run = Asked<PaymentRun?>(
    "run", "Pays", missing: "When do they pay? Type thu, 2nd thu, monthly 15, 1,15 or none.",
    hint: { answers in
      answers.picture.paying.map { "known: \($0.text)" }
        ?? "thu, fortnightly thu, 2nd thu, last fri, 15, 1,15, none"
    },
    read: { (text, answers) throws(TypingProblem) in
      try TypedRun.read(text, today: answers.sitting.today, rules: answers.sitting.policy.dayRules)
    },
    explain: { run, answers in
      guard let run else { return "in no rhythm" }
      return "\(run.spoken), next \(run.next(onOrAfter: answers.sitting.today).long)"
    })
  private let cutOff = Self.days("cut_off", "Cut-off", "business days before the run; empty for none")
  private let approval = Self.days(
    "approval", "Approval", "business days until a document is approved; empty for none")
  private let who = Asked.person("who", "Who") { _ in "who says so; may stay empty" }

  func fields(_ subject: Subject) -> [FormField] { [run.field, cutOff.field, approval.field, who.field] }

  func body(_ answers: FormAnswers) throws(FormProblem) -> EntryBody {
    let calendar = try calendar(answers)
    let person = try answers[who]
    return EntryBody(PaymentRunRecord(calendar, by: person.isEmpty ? nil : person))
  }

  func outlook(_ answers: FormAnswers) -> [String] {
    guard let paying = try? calendar(answers) else { return [] }
    let (today, calendar) = (answers.sitting.today, answers.calendar)
    let run = paying.feasibleRun(on: today, said: today, calendar)
    let arrival = paying.lastArrival(for: run, calendar)
    return [
      "The next run that can still pay is \(run.long); what is in it has to be there by \(arrival.brief)."
    ]
  }

  private func calendar(_ answers: FormAnswers) throws(FormProblem) -> PaymentCalendar? {
    guard let run = try answers[run] else { return nil }
    return PaymentCalendar(run, cutOffDays: try answers[cutOff], approvalDays: try answers[approval])
  }

  private static func days(_ name: DraftName, _ title: String, _ hint: String) -> Asked<Int> {
    Asked(
      name, title, hint: { _ in hint },
      read: { (text, _) throws(TypingProblem) in text.isEmpty ? 0 : try TypedRun.days(text) },
      explain: { days, _ in "\(days) business day\(days == 1 ? "" : "s")" })
  }
}
