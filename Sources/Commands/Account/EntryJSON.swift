import Receivables

extension JSONValue {
  /// One line of an account's story.
  static func item(_ item: TimelineItem, _ invoices: [DocumentID: Invoice]) -> JSONValue {
    var entries: [String: JSONValue]
    switch item.event {
    case .entry(let entry, let standing):
      entries = journal(entry)
      entries["reversed"] = .boolean(standing != .inForce)
      if case .corrected(let later) = standing { entries["corrected_by"] = .number(later.rawValue) }
    case .credit(let credit):
      entries = self.credit(credit)
      entries["event"] = "credit"
    case .lapsed(let incentive):
      entries = self.incentive(incentive)
      entries["event"] = "incentive_lapsed"
    case .application(let application, let invoice):
      entries = [
        "event": "application", "invoice": .string(invoice), "source": .string(application.source.rawValue),
      ]
      if let currency = invoices[application.invoice]?.original.currency {
        entries["amount"] = .amount(application.amount, currency)
        entries["currency"] = .string(currency.code)
      }
    }
    entries["day"] = .day(item.day)
    return .object(entries)
  }

  /// A journal entry with who, when and what: its sections by their names, and the first outcome of a contact besides.
  static func journal(_ entry: JournalEntry) -> [String: JSONValue] {
    var entries: [String: JSONValue] = [
      "entry": .number(entry.number.rawValue), "action_id": .string(entry.action.rawValue),
      "recorded": .string(entry.recorded.iso), "day": .day(entry.day), "actor": .string(entry.actor),
      "collector": .string(entry.collector), "event": .string(event(of: entry.body.said)),
    ]
    if entry.body.isCorrection, let reversal = entry.body.first(Reversal.self) {
      entries["corrects"] = .number(reversal.entry.rawValue)
      entries["corrects_because"] = .string(reversal.reason)
    }
    for section in entry.body.said.sections { entries.merge(self.entries(of: section)) { first, _ in first } }
    let outcomes = outcomes(of: entry.body)
    if !outcomes.isEmpty { entries["outcomes"] = .list(outcomes.map { .object($0) }) }
    return entries
  }

  /// Everything that came of a contact, one object an outcome with what belongs to it.
  private static func outcomes(of body: EntryBody) -> [[String: JSONValue]] {
    var outcomes: [[String: JSONValue]] = []
    for section in body.sections {
      if section is Outcome { outcomes.append([:]) }
      guard !outcomes.isEmpty else { continue }
      outcomes[outcomes.count - 1].merge(entries(of: section)) { first, _ in first }
    }
    return outcomes
  }

  /// What scripts know an entry by.
  private static func event(of body: EntryBody) -> String {
    switch body.kind {
    case ContactRecord.name: "call"
    case Withdrawal.name: "\(body.first(Withdrawal.self)?.kind ?? "matter")_withdrawn"
    case MatterChange.name: "\(body.first(MatterChange.self)?.kind ?? "matter")_changed"
    default: body.kind
    }
  }

  private static func entries(of section: any EntrySection) -> [String: JSONValue] {
    switch section {
    case let contact as ContactRecord:
      [
        "action": .string(contact.action), "who": .text(contact.person), "phone": .text(contact.phone),
        "note": .string(contact.note), "started": .text(contact.started?.iso),
        "ended": .text(contact.ended?.iso),
      ]
    case let outcome as Outcome:
      [
        "result": .string(outcome.result), "reason": .text(outcome.reason),
        "invoices": .list(outcome.invoices.map { .string($0) }),
      ]
    case let terms as PromiseTerms: ["promise": promise(terms)]
    case let terms as DisputeTerms: ["dispute": dispute(terms)]
    case let terms as PlanTerms: ["plan": plan(terms)]
    case let terms as EscalationTerms: ["escalation": escalation(terms)]
    case let hold as HoldTerms:
      [
        "hold": [
          "reason": .string(hold.reason), "by": .string(hold.person), "until": .day(hold.until),
          "invoices": .list(hold.covers.map { .string($0.number) }),
        ]
      ]
    case let person as PersonRecord: ["person": self.person(person)]
    case let run as PaymentRunRecord:
      [
        "payment_run": [
          "run": .text(run.calendar?.run.text), "by": .text(run.person),
          "cut_off_days": run.calendar.map { .integer($0.cutOffDays) } ?? .null,
          "approval_days": run.calendar.map { .integer($0.approvalDays) } ?? .null,
        ]
      ]
    case let step as ContactStep: ["next": next(step.action)]
    case let comment as Remark: ["note": .string(comment.text)]
    case let snooze as Snooze: ["until": .day(snooze.until), "reason": .string(snooze.reason)]
    case let withdrawal as Withdrawal:
      [
        "matter": .string(withdrawal.matter.text), "kind": .string(withdrawal.kind),
        "who": .string(withdrawal.person), "reason": .string(withdrawal.reason),
      ]
    case let relation as CustomerRelation:
      [
        "relation": [
          "kind": .string(relation.kind.rawValue), "account": .string(relation.head.number),
          "other": .string(relation.other.number), "other_name": .string(relation.other.title),
        ]
      ]
    case let change as MatterChange: self.change(change)
    case let reversal as Reversal:
      ["reverses": .number(reversal.entry.rawValue), "reason": .string(reversal.reason)]
    case let unreadable as UnreadableText:
      ["unreadable": .string(unreadable.found), "text": .string(unreadable.text)]
    case is AccountName: [:]
    default: asWritten(section)
    }
  }

  /// A section that has no form of its own here: its lines by their keys, so that nothing is left out.
  private static func asWritten(_ section: any EntrySection) -> [String: JSONValue] {
    let lines = SectionLines.sections(of: EntryBody([section]).text)
    return Dictionary(
      lines.map { section in
        let values = Dictionary(grouping: section.lines, by: \.key)
        return (section.name, .object(values.mapValues { .string($0.map(\.value).joined(separator: "\n")) }))
      }, uniquingKeysWith: { first, _ in first })
  }

  /// What was said of a person; what is null stays as it was, an empty text was taken away.
  private static func person(_ record: PersonRecord) -> JSONValue {
    [
      "name": .string(record.person), "was": .text(record.formerName), "role": .text(record.role),
      "phones": .list(
        record.phones.map {
          ["number": .string($0.number), "label": .text($0.label), "source": .text($0.source)]
        }),
      "drops": .list(record.dropped.map { .string($0) }), "email": .text(record.email),
      "language": .text(record.language), "time_zone": .text(record.timeZone), "hours": .text(record.hours),
      "best_time": .text(record.bestTime), "rank": record.rank.map { .integer($0) } ?? .null,
      "standing": .text(record.standing?.rawValue),
    ]
  }

  private static func promise(_ terms: PromiseTerms) -> JSONValue {
    [
      "kind": .string(terms.kind.rawValue), "amount": .amount(terms.amount.minor, terms.amount.currency),
      "currency": .string(terms.amount.currency.code), "date": .day(terms.day), "method": .text(terms.method),
      "reference": .text(terms.reference), "invoices": .list(terms.covers.map { .string($0.number) }),
      "incentive": terms.incentive.map { .object(incentive($0)) } ?? .null,
    ]
  }

  private static func dispute(_ terms: DisputeTerms) -> JSONValue {
    [
      "reason": .string(terms.reason), "amount": terms.amount.map { .amount($0.minor, $0.currency) } ?? .null,
      "currency": .text(terms.amount?.currency.code),
      "invoices": .list(terms.covers.map { .string($0.number) }),
      "due": .day(terms.dueOn), "owner": .text(terms.owner),
    ]
  }

  private static func plan(_ terms: PlanTerms) -> JSONValue {
    [
      "currency": .string(terms.currency.code), "invoices": .list(terms.covers.map { .string($0.number) }),
      "instalments": .list(
        terms.instalments.map { ["due": .day($0.due), "amount": .amount($0.amount, terms.currency)] }),
      "incentive": terms.incentive.map { .object(incentive($0)) } ?? .null,
    ]
  }
}
