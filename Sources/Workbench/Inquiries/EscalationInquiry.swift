import Receivables
import TextScreen

/// Asks what is done about an account on the ladder: a rung proposed, or an escalation approved, declined, carried out or
/// taken back.
struct EscalationInquiry: Inquiry {
  let name: DraftName = "escalation"
  let noun = "escalation"
  let title = "Escalate"
  let outlookRows = 3

  var row: CommandRow {
    CommandRow(
      .escalate, "escalate", "Propose the next rung, or decide on one.",
      Binding([.queue, .account], .character("E")), unavailable: \.noAccount)
  }

  private static let what: DraftName = "what"

  private let by = Asked<String?>(
    "by", "Decided by",
    list: { answers in answers.sitting.policy.approvers.map { Choice(["by": $0], $0) } },
    preset: { isDecision($0) ? $0.sitting.collector : nil },
    hint: { answers in
      guard isDecision(answers) else { return "only to approve or decline" }
      let may = answers.sitting.policy.approvers
      return may.isEmpty ? "who decides" : "these may: \(may.joined(separator: ", "))"
    },
    read: { (text, _) throws(TypingProblem) in text.isEmpty ? nil : text }, explain: { _, _ in nil })

  private let owner = Asked<String?>(
    "owner", "Responsible",
    list: { answers in
      answers.sitting.policy.escalation.owners.filter { !$0.isRetired }.map {
        Choice(["owner": $0.title], $0.title)
      }
    },
    preset: { usualOwner($0) },
    hint: { "\(usualOwner($0) == nil ? "nobody yet" : "usually"); a department or a person" },
    read: { (text, _) throws(TypingProblem) in text.isEmpty ? nil : text },
    explain: { text, answers in
      guard let text else { return nil }
      let escalation = answers.sitting.policy.escalation
      let owner = escalation.owner(typed: text)
      let isDepartment = escalation.owners.contains { $0.code == owner }
      return "\(escalation.owners.title(owner)), a \(isDepartment ? "department" : "person")"
    })

  private let due = Asked<CalendarDay?>(
    "due", "Until", hint: { _ in "when somebody looks at it again" },
    read: { (text, answers) throws(TypingProblem) in
      let sitting = answers.sitting
      return text.isEmpty
        ? nil : try TypedDay.read(text, today: sitting.today, rules: sitting.policy.dayRules)
    },
    explain: { day, answers in day.map { TypedDay.explain($0, today: answers.sitting.today) } })

  private let reason = Asked.words(
    "reason", "Reason", hint: "why, or what came of it", limit: NoteLimit.characters)

  private static func isDecision(_ answers: FormAnswers) -> Bool {
    Deed(answers.text(what)).map { $0.state == .approved || $0.state == .declined } ?? false
  }

  /// Who is responsible unless somebody else is named.
  private static func usualOwner(_ answers: FormAnswers) -> String? {
    let escalation = answers.sitting.policy.escalation
    let deed = Deed(answers.text(what))
    let rung = deed?.rung.flatMap(escalation.rung)?.owner
    return (rung ?? deed?.meant(answers.picture)?.owner).map(escalation.owners.title)
  }

  func fields(_ subject: Subject) throws(FormProblem) -> [FormField] {
    let choices = Deed.choices(subject)
    guard !choices.isEmpty else {
      let account = subject.picture.file.customer.title.shortened(to: 50)
      throw FormProblem(sentence: "\(account) has nothing to escalate.")
    }
    let selected = choices.first { choice in
      Deed(choice.value)?.escalation.map { $0 == subject.selected?.text } ?? false
    }
    let what = Asked.oneOf(Self.what, "What", choices, at: selected?.value)
    return [what.field, by.field, owner.field, due.field, reason.field]
  }

  func body(_ answers: FormAnswers) throws(FormProblem) -> EntryBody {
    do {
      return try completed(answers).body
    } catch let problem as CallProblem {
      // What the ladder has against it stands below the fields, where there is room.
      let isUnsaid = problem.field == .reason && Deed(answers.text(Self.what))?.rung != nil
      throw FormProblem(
        sentence: isUnsaid ? "Say why it is taken all the same." : problem.sentence, field: field(problem))
    } catch let problem as FormProblem {
      throw problem
    } catch {
      throw FormProblem(sentence: "\(error)")
    }
  }

  func outlook(_ answers: FormAnswers) -> [String] {
    do {
      return [try completed(answers).outlook]
    } catch let problem as CallProblem {
      return [problem.sentence]
    } catch {
      return []
    }
  }

  private func completed(_ answers: FormAnswers) throws -> CompletedEscalation {
    let sitting = answers.sitting
    guard let deed = Deed(answers.text(Self.what)) else {
      throw FormProblem(sentence: "Choose what is done.", field: Self.what)
    }
    if let rung = deed.rung {
      return try ProposedEscalation(
        rung, owner: try answers[owner], dueOn: try answers[due], reason: try answers[reason]
      ).completed(for: answers.picture, policy: sitting.policy)
    }
    guard let status = deed.meant(answers.picture) else {
      throw FormProblem(sentence: "This escalation is not open any more.", field: Self.what)
    }
    return try ProposedEscalationChange(
      of: status.id, state: deed.state, by: try answers[by], owner: try answers[owner],
      dueOn: try answers[due], note: try answers[reason]
    ).completed(for: answers.picture, policy: sitting.policy, by: sitting.collector)
  }

  private func field(_ problem: CallProblem) -> DraftName {
    switch problem.field {
    case .approval: by.field.name
    case .date: due.field.name
    case .reason: reason.field.name
    default: Self.what
    }
  }
}

/// What can be chosen: `"propose final_demand"`, `"12.1 approved"`, `"12.1"` to change only what is said below.
private struct Deed {
  private(set) var rung: String?
  private(set) var escalation: String?
  private(set) var state: EscalationState?

  init?(_ text: String) {
    let words = text.split(separator: " ")
    guard let first = words.first else { return nil }
    if first == "propose", words.count == 2 {
      rung = String(words[1])
    } else {
      escalation = String(first)
      state = words.dropFirst().first.flatMap { EscalationState(rawValue: String($0)) }
    }
  }

  func meant(_ picture: AccountPicture) -> EscalationStatus? {
    picture.escalations.first { $0.id.text == escalation && ($0.isOpen || $0.isInForce) }
  }

  /// What waits for somebody first, then the rungs that can be proposed, then what is in force.
  static func choices(_ subject: Subject) -> [Choice<String>] {
    let (picture, sitting) = (subject.picture, subject.sitting)
    func deeds(_ statuses: [EscalationStatus]) -> [Choice<String>] {
      statuses.flatMap { status in
        let standing = status.terms.exception ?? status.standing(sitting.policy, sitting.today)
        return status.state.following.map {
          Choice("\(status.id.text) \($0.rawValue)", "\($0.deed) \(status.terms.title)", detail: standing)
        } + [
          Choice(
            status.id.text, "leave \(status.terms.title) as it is", detail: "only what is said below changes")
        ]
      }
    }
    let ladder = picture.ladder
    let rungs = picture.proposable(sitting.policy).map { rung in
      Choice(
        "propose \(rung.code)", "propose \(rung.title)",
        detail: ladder.exception(to: rung, sitting.policy, on: sitting.today)
          ?? ladder.gate(of: rung).found(on: sitting.today).joined(separator: ", "))
    }
    return deeds(picture.escalations.filter(\.isAhead)) + rungs
      + deeds(picture.escalations.filter(\.isInForce))
  }
}
