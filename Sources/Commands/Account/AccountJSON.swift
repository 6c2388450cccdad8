import Receivables

extension JSONValue {
  /// Everything that the account screen shows.
  static func picture(_ picture: AccountPicture, _ policy: Policy) throws(MoneyError) -> JSONValue {
    let invoices = Dictionary(picture.file.invoices.map { ($0.id, $0) }) { first, _ in first }
    var entries = entries(of: picture.summary, policy, picture.asOf)
    entries["as_of"] = .day(picture.asOf)
    entries["customer"] = customer(picture.file.customer, paying: picture.paying)
    entries["related"] = .list(
      picture.file.related.map { customer in
        [
          "account": .string(customer.name.number), "name": .string(customer.name.title),
          "standing": .string(customer.standing.word),
        ]
      })
    entries["contacts"] = .list(picture.contacts.map { contact($0, dead: picture.deadNumbers) })
    entries["invoices"] = .list(picture.invoices.map { invoice($0, picture.customer(of: $0), policy) })
    entries["unapplied"] = .list(picture.unapplied.map { unapplied($0) })
    entries["promises"] = .list(
      picture.promises.map { promise in
        var entries = Self.entries(of: promise)
        entries["invoices"] = .list(promise.terms.covers.map { .string($0.number) })
        return .object(entries)
      })
    var disputes: [JSONValue] = []
    for dispute in picture.disputes {
      disputes.append(.object(try Self.entries(of: dispute, asOf: picture.asOf)))
    }
    entries["disputes"] = .list(disputes)
    entries["escalations"] = .list(
      picture.escalations.map { .object(Self.entries(of: $0, asOf: picture.asOf)) })
    entries["plans"] = .list(picture.allPlans.map { plan($0) })
    entries["matters"] = .list(picture.matters.map { matter($0) })
    entries["steps"] = .list(picture.candidates.map { step($0, policy, picture.asOf) })
    entries["habits"] = habits(picture.habits)
    entries["timeline"] = .list(picture.timeline.map { item($0, invoices) })
    return .object(entries)
  }

  private static func customer(_ customer: Customer, paying: PaymentCalendar?) -> JSONValue {
    [
      "account": .string(customer.number), "name": .string(customer.name),
      "terms": .text(customer.terms?.text), "collector": .text(customer.collector),
      "payment_run": .text(paying?.run.text),
      "cut_off_days": paying.map { .integer($0.cutOffDays) } ?? .null,
      "approval_days": paying.map { .integer($0.approvalDays) } ?? .null,
      "time_zone": .text(customer.timeZone), "tax_number": .text(customer.taxNumber),
      "credit_limit": customer.creditLimit.map { .amount($0.minor, $0.currency) } ?? .null,
      "credit_limit_currency": .text(customer.creditLimit?.currency.code),
    ]
  }

  private static func contact(_ contact: Contact, dead: Set<String>) -> JSONValue {
    [
      "name": .string(contact.name), "role": .text(contact.role), "email": .text(contact.email),
      "language": .text(contact.language), "time_zone": .text(contact.timeZone),
      "hours": .text(contact.hours), "best_time": .text(contact.bestTime),
      "rank": contact.rank.map { .integer($0) } ?? .null, "standing": .string(contact.standing.rawValue),
      "source": .text(contact.source),
      "phones": .list(
        contact.phones.map { phone in
          [
            "number": .string(phone.number), "label": .text(phone.label), "source": .text(phone.source),
            "dead": .boolean(dead.contains(phone.digits)),
          ]
        }),
    ]
  }

  private static func invoice(_ status: OpenItem, _ customer: String, _ policy: Policy) -> JSONValue {
    let currency = status.invoice.original.currency
    let names = policy.aging.columns
    return [
      "invoice": .string(status.invoice.number), "issued": .day(status.invoice.issued),
      "due": .day(status.invoice.due), "currency": .string(currency.code),
      "original": .amount(status.invoice.original.minor, currency), "open": .amount(status.open, currency),
      "days_past_due": .integer(status.daysPastDue),
      "bucket": .text(names.indices.contains(status.bucket) ? names[status.bucket] : nil),
      "disputed": .amount(status.slices[.disputed], currency),
      "planned": .amount(status.slices[.planned], currency),
      "promised": .amount(status.slices[.promised], currency),
      "said_paid": .amount(status.slices[.claimed], currency),
      "on_hold": .amount(status.slices[.held], currency),
      "to_be_credited": .amount(status.slices[.discounted], currency),
      "collectable": .amount(status.slices.free, currency),
      "promise_level": .integer(status.promiseLevel), "reference": .text(status.invoice.reference),
      "customer": .string(customer),
    ]
  }

  /// Whatever kind it is of.
  private static func matter(_ matter: Matter) -> JSONValue {
    [
      "matter": .string(matter.id.text), "kind": .string(matter.kind), "opened_on": .day(matter.openedOn),
      "state": .string(matter.state), "open": .boolean(matter.isOpen), "what": .string(matter.title),
      "holds": .list(matter.held.map { amount($0) }),
      "next": matter.step.map { next($0) } ?? .null,
    ]
  }

  /// Something that could be done next, and why.
  private static func step(_ candidate: Candidate, _ policy: Policy, _ today: CalendarDay) -> JSONValue {
    let reason = Reason(code: candidate.lane.rawValue, finding: candidate.finding, points: 0)
    return [
      "lane": .string(candidate.lane.rawValue), "next": next(candidate.action),
      "matter": .text(candidate.matter?.text), "why": .string(reason.text(under: policy, on: today)),
    ]
  }

  private static func unapplied(_ unapplied: UnappliedCredit) -> JSONValue {
    var entries = credit(unapplied.credit)
    entries["left"] = .amount(unapplied.left, unapplied.credit.amount.currency)
    return .object(entries)
  }

  static func credit(_ credit: Credit) -> [String: JSONValue] {
    [
      "number": .string(credit.number), "kind": .string(credit.kind.rawValue), "date": .day(credit.dated),
      "amount": .amount(credit.amount.minor, credit.amount.currency),
      "currency": .string(credit.amount.currency.code), "method": .text(credit.method),
    ]
  }

  private static func habits(_ habits: PaymentHabits) -> JSONValue {
    [
      "paid_invoices": .integer(habits.paidInvoices),
      "mean_days_late": tenths(habits.meanDaysLateTenths),
      "recent_days_late": tenths(habits.recentDaysLateTenths),
      "drift_days": tenths(habits.driftTenths), "kept": .integer(habits.kept),
      "partly_kept": .integer(habits.partlyKept), "broken": .integer(habits.broken),
      "slip_days": tenths(habits.slipTenths), "usual_weekday": .text(habits.usualWeekday?.short),
    ]
  }

  /// `123` tenths are `"12.3"`: exact, like an amount.
  private static func tenths(_ tenths: Int?) -> JSONValue {
    .text(tenths.map { ($0 < 0 ? "-" : "") + "\($0.magnitude / 10).\($0.magnitude % 10)" })
  }
}

extension JSONValue {
  /// A plan with what came of its instalments.
  static func plan(_ plan: PlanStatus) -> JSONValue {
    let currency = plan.terms.currency
    return [
      "entry": .number(plan.id.entry.rawValue), "agreed_on": .day(plan.agreedOn),
      "rhythm": .text(plan.terms.rhythm?.rawValue), "currency": .string(currency.code),
      "invoices": .list(plan.terms.covers.map { .string($0.number) }),
      "instalments": .list(
        plan.instalments.map { instalment in
          [
            "date": .day(instalment.due), "amount": .amount(instalment.amount, currency),
            "paid": .amount(instalment.paid, currency), "state": .string(instalment.state.rawValue),
          ]
        }),
      "incentive": plan.incentive.map { incentive($0) } ?? .null,
      "matter": .string(plan.id.text), "state": .string(plan.state),
      "amount": .amount(plan.sums.amount.minor, currency), "paid": .amount(plan.sums.paid.minor, currency),
      "broken_on": .day(plan.brokenOn), "ended_on": .day(plan.ending?.day),
      "reason": .text(plan.ending?.because), "who": .text(plan.person),
    ]
  }
}
