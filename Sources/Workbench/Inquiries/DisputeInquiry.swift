import Receivables
import TextScreen

/// Asks how a dispute stands from here on: its state, with whom it is and until when, and on closing what is accepted
/// and what it came from.
struct DisputeInquiry: Inquiry {
  let name: DraftName = "dispute"
  let noun = "change of a dispute"
  let title = "Dispute of"
  let outlookRows = 2

  var row: CommandRow {
    CommandRow(
      .dispute, "dispute", "Say how a dispute stands and what came of it.",
      Binding([.queue, .account], .character("d")), unavailable: \.noOpenDispute)
  }

  private static let which: DraftName = "dispute"
  private static let state: DraftName = "state"
  /// The choice that leaves the state alone.
  private static let asItIs = "as_it_is"

  private let accepted = Asked<Money?>(
    "accepted", "Accepted",
    preset: { answers in isAccepted(answers) ? meant(answers)?.disputedNow?.grouped : nil },
    hint: { answers in
      guard let dispute = meant(answers), isAccepted(answers) else { return "how much of it is accepted" }
      return "all of \(dispute.amountWords)"
    },
    read: { (text, answers) throws(TypingProblem) in
      guard !text.isEmpty else { return nil }
      guard let whole = meant(answers)?.disputedNow else {
        throw TypingProblem("There is no single amount that could be accepted.")
      }
      return try TypedAmount.read(text, full: whole)
    },
    explain: { amount, answers in
      guard let amount, let whole = meant(answers)?.disputedNow else { return nil }
      return "\(amount) of \(whole)\(amount.minor < whole.minor ? "; the rest is rejected" : "")"
    })

  private let owner = Asked<String?>(
    "owner", "Owner",
    list: { answers in
      answers.sitting.policy.disputes.owners.filter { !$0.isRetired }.map {
        Choice(["owner": $0.title], $0.title)
      }
    },
    preset: { answers in meant(answers)?.owner.map(answers.sitting.policy.disputes.owners.title) },
    hint: { answers in
      meant(answers)?.owner == nil
        ? "nobody yet; a department or a person" : "as it is; a department or a person"
    },
    read: { (text, _) throws(TypingProblem) in text.isEmpty ? nil : text },
    explain: { text, answers in
      guard let text else { return nil }
      let disputes = answers.sitting.policy.disputes
      let owner = disputes.owner(typed: text)
      let isDepartment = disputes.owners.contains { $0.code == owner }
      return "\(disputes.owners.title(owner)), a \(isDepartment ? "department" : "person")"
    })

  private let due = Asked<CalendarDay?>(
    "due", "Until",
    preset: { answers in
      (creditDay(answers) ?? meant(answers)?.dueOn).map { $0.compact(answers.sitting.today) }
    },
    hint: { answers in
      guard let dispute = meant(answers) else { return "when it is looked at again" }
      if let day = creditDay(answers) {
        return "\(day.brief(answers.sitting.today)), when its credit should be there"
      }
      let brief = dispute.dueOn.brief(answers.sitting.today)
      return dispute.dueOn < answers.sitting.today ? "\(brief) has passed" : "\(brief), as it is"
    },
    read: { (text, answers) throws(TypingProblem) in
      let sitting = answers.sitting
      return text.isEmpty
        ? nil : try TypedDay.read(text, today: sitting.today, rules: sitting.policy.dayRules)
    },
    explain: { day, answers in day.map { TypedDay.explain($0, today: answers.sitting.today) } })

  private let cause = Asked<CodedText?>(
    "cause", "Cause",
    list: { answers in
      answers.sitting.policy.disputes.rootCauses.filter { !$0.isRetired }.map {
        Choice(["cause": $0.title], $0.title)
      }
    },
    preset: { answers in meant(answers)?.cause.map(answers.sitting.policy.disputes.rootCauses.title) },
    hint: { answers in
      meant(answers)?.cause == nil ? "what it came from; needed to accept or reject" : "as it is"
    },
    read: { (text, answers) throws(TypingProblem) in
      text.isEmpty ? nil : try answers.sitting.policy.disputes.rootCauses.meant(by: text)
    }, explain: { cause, _ in cause?.title })

  private let note = Asked.words("note", "Note", hint: "what was found out", limit: NoteLimit.characters)

  private static func isAccepted(_ answers: FormAnswers) -> Bool {
    DisputeState(rawValue: answers.text(state))?.expectsCredit == true
  }

  /// By when the credit of a dispute that is accepted now should be there; nil for any other.
  private static func creditDay(_ answers: FormAnswers) -> CalendarDay? {
    guard isAccepted(answers), meant(answers)?.state.expectsCredit == false else { return nil }
    let policy = answers.sitting.policy
    return policy.office.day(policy.disputes.creditDays, businessDaysAfter: answers.sitting.today)
  }

  func fields(_ subject: Subject) throws(FormProblem) -> [FormField] {
    let open = subject.picture.openDisputes
    guard !open.isEmpty else {
      let account = subject.picture.file.customer.title.shortened(to: 50)
      throw FormProblem(sentence: "\(account) has no open dispute.")
    }
    let policy = subject.sitting.policy
    let which = Asked.oneOf(
      Self.which, "Which",
      open.map {
        Choice(
          $0.id.text, "\($0.amountWords) \(policy.disputeReasons.title($0.terms.reason))",
          detail: $0.standing(policy, subject.sitting.today))
      }, at: subject.selected?.text)
    let state = Asked.oneOf(
      Self.state, "State",
      [Choice(Self.asItIs, "as it is", detail: "only what is said below changes")]
        + DisputeState.settable.map { Choice($0.rawValue, $0.title, detail: $0.meaning) }, at: Self.asItIs)
    return [which.field, state.field, accepted.field, owner.field, due.field, cause.field, note.field]
  }

  func body(_ answers: FormAnswers) throws(FormProblem) -> EntryBody {
    let proposed = try proposed(answers)
    do {
      return try proposed.completed(for: answers.picture, policy: answers.sitting.policy).body
    } catch {
      throw FormProblem(
        sentence: error.sentence, field: field(error), asksForList: error.field == .reason)
    }
  }

  func outlook(_ answers: FormAnswers) -> [String] {
    guard let proposed = try? proposed(answers) else { return [] }
    do {
      return [try proposed.completed(for: answers.picture, policy: answers.sitting.policy).outlook]
    } catch {
      return [error.sentence]
    }
  }

  private func proposed(_ answers: FormAnswers) throws(FormProblem) -> ProposedDisputeChange {
    guard let dispute = Self.meant(answers) else {
      throw FormProblem(sentence: "This dispute is not open any more.", field: Self.which)
    }
    return ProposedDisputeChange(
      of: dispute.id, state: DisputeState(rawValue: answers.text(Self.state)), owner: try answers[owner],
      dueOn: try answers[due], accepted: try answers[accepted], cause: try answers[cause]?.code,
      note: try answers[note])
  }

  private func field(_ problem: CallProblem) -> DraftName {
    switch problem.field {
    case .amount: accepted.field.name
    case .date: due.field.name
    case .reason: cause.field.name
    default: note.field.name
    }
  }

  /// The dispute that is chosen, while it is open.
  private static func meant(_ answers: FormAnswers) -> DisputeStatus? {
    answers.picture.openDisputes.first { $0.id.text == answers.text(which) }
  }
}
