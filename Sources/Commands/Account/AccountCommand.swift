import ArgumentParser
import Interchange
import Ledger
import Receivables

/// `kept account`: everything about one account.
struct AccountCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "account",
    abstract: "Show everything about one account: balances, open invoices, promises, habits and its story.")

  @OptionGroup var options: GlobalOptions
  @OptionGroup var reading: ReadingOptions

  @Argument(help: "The account's number, or words that occur in this one alone.")
  var account: String

  func run() throws {
    let book = try options.openBook(for: reading)
    let file = try book.ledger.account(book.account(found: account))
    let picture = try AccountPicture(of: file, policy: book.policy, asOf: reading.asOf ?? book.today)
    try AccountListing(picture: picture, policy: book.policy).write(
      as: options.format, anchoredIn: book.ledger)
  }
}

/// One account as `kept account` writes it: all of it for people and programs, its open invoices as CSV.
struct AccountListing: Listing {
  let picture: AccountPicture
  let policy: Policy

  func json() throws -> JSONValue { try .picture(picture, policy) }

  func csv() -> String {
    var writer = CSVWriter(header: [
      "account", "invoice", "issued", "due", "currency", "original", "open", "days_past_due", "disputed",
      "planned", "promised", "collectable", "reference", "said_paid", "on_hold", "to_be_credited",
      "customer",
    ])
    for status in picture.invoices {
      let currency = status.invoice.original.currency
      writer.write(picture.file.customer.number)
      writer.write(status.invoice.number)
      writer.write(status.invoice.issued)
      writer.write(status.invoice.due)
      writer.write(currency.code)
      writer.write(status.invoice.original)
      writer.write(Money(minor: status.open, currency))
      writer.write(status.daysPastDue)
      let slices = status.slices
      for minor in [slices[.disputed], slices[.planned], slices[.promised], slices.free] {
        writer.write(Money(minor: minor, currency))
      }
      writer.write(status.invoice.reference)
      for slice in [Slice.claimed, .held, .discounted] { writer.write(Money(minor: slices[slice], currency)) }
      writer.write(picture.customer(of: status))
      writer.endRecord()
    }
    return writer.drain()
  }

  func text() throws -> String {
    try [head, balances(), invoices, matters, plans, promises, disputes(), escalations, timeline].filter {
      !$0.isEmpty
    }.joined(
      separator: "\n")
  }

  private var head: String {
    let summary = picture.summary
    var table = TextTable([(picture.file.customer.number, .left), (picture.file.customer.name, .left)])
    table.add(["as of", picture.asOf.long])
    table.add(["collector", picture.file.customer.collector ?? "–"])
    for customer in picture.file.related { table.add(["related", customer.words]) }
    table.add(["next", summary.next.map { "\($0.kind.title), \($0.day.long)" } ?? "–"])
    table.add(["priority", "\(summary.priority) % \(summary.band.rawValue)"])
    for reason in summary.reasons.told(under: policy, on: picture.asOf) {
      table.add(["", reason.description])
    }
    for contact in picture.contacts {
      let phones = contact.phones.map {
        let marks = [picture.deadNumbers.contains($0.digits) ? "dead" : nil, $0.note].compactMap { $0 }
        return $0.number + (marks.isEmpty ? "" : " (\(marks.joined(separator: ", ")))")
      }
      let ways = phones + [contact.email, contact.standing.words].compactMap { $0 }
      // Whoever has no name in the export goes by a number or an address.
      let isNamed =
        !contact.name.isEmpty && contact.name != contact.email
        && !contact.phones.contains { $0.number == contact.name }
      table.add(["contact", ((isNamed ? [contact.name] : []) + ways).joined(separator: "  ")])
    }
    return table.text
  }

  private func balances() throws -> String {
    let account = AgedAccount(
      number: picture.file.customer.number, name: picture.file.customer.name,
      balances: picture.summary.balances)
    return try AgingListing(accounts: [account], policy: policy.aging, asOf: picture.asOf).text()
  }

  private var invoices: String {
    var table = TextTable([
      ("INVOICE", .left), ("DUE", .left), ("DAYS", .right), ("OPEN", .right), ("", .left),
      ("DISPUTED", .right), ("PLANNED", .right), ("PROMISED", .right), ("SAID PAID", .right),
      ("ON HOLD", .right), ("TO CREDIT", .right), ("TO COLLECT", .right),
    ])
    for status in picture.invoices {
      let currency = status.invoice.original.currency
      let slices = Slice.allCases.map { slice in
        status.slices[slice] == 0 ? "" : Money(minor: status.slices[slice], currency).grouped
      }
      // What is not due yet is not to be collected, so that the column adds up to the account's amount.
      let toCollect = status.isPastDue ? Money(minor: status.slices.free, currency).grouped : "not due"
      table.add(
        [
          status.invoice.number, status.invoice.due.iso, String(status.daysPastDue),
          Money(minor: status.open, currency).grouped, currency.code,
        ] + slices + [toCollect])
    }
    return picture.invoices.isEmpty ? "" : table.text
  }

  /// What is agreed or in the way, and not over.
  private var matters: String {
    var table = TextTable([
      ("MATTER", .left), ("WHAT", .left), ("SINCE", .left), ("STATE", .left), ("HOLDS", .right),
      ("NEXT", .left),
    ])
    let open = picture.matters.filter(\.isOpen)
    for matter in open {
      table.add([
        matter.id.text, "\(matter.kind) \(matter.title)", matter.openedOn.iso, matter.state,
        matter.held.map(\.description).joined(separator: ", "),
        matter.step.map { "\($0.kind.title) \($0.day.iso)" } ?? "",
      ])
    }
    return open.isEmpty ? "" : table.text
  }

  /// Every plan with what became of it, the newest first.
  private var plans: String {
    var table = TextTable([
      ("PLAN", .left), ("AGREED", .left), ("AMOUNT", .right), ("", .left), ("PAID", .right), ("STATE", .left),
      ("UNTIL", .left), ("WHAT MORE", .left),
    ])
    for plan in picture.allPlans {
      let more = [plan.course, plan.incentive.map { $0.line(on: plan.sums.amount, seen: picture.asOf) }]
      table.add([
        plan.id.text, plan.agreedOn.iso, plan.sums.amount.grouped, plan.terms.currency.code,
        plan.sums.paid.grouped, plan.state, plan.instalments.last?.due.iso ?? "",
        more.compactMap { $0 }.joined(separator: ", "),
      ])
    }
    return picture.allPlans.isEmpty ? "" : table.text
  }

  private var promises: String {
    let customer = picture.file.customer
    let rows = picture.promises.map {
      PromiseListing.Row(account: customer.number, name: customer.name, promise: $0)
    }
    return rows.isEmpty ? "" : PromiseListing(rows: rows, asOf: picture.asOf).text()
  }

  private func disputes() throws -> String {
    let customer = picture.file.customer
    let rows = picture.disputes.map {
      DisputeListing.Row(account: customer.number, name: customer.name, dispute: $0)
    }
    return rows.isEmpty ? "" : try DisputeListing(rows: rows, policy: policy, asOf: picture.asOf).text()
  }

  private var escalations: String {
    let customer = picture.file.customer
    let rows = picture.escalations.map {
      EscalationListing.Row(account: customer.number, name: customer.name, escalation: $0)
    }
    return rows.isEmpty ? "" : EscalationListing(rows: rows, policy: policy, asOf: picture.asOf).text()
  }

  private var timeline: String {
    var table = TextTable([("DAY", .left), ("WHAT", .left), ("WHO", .left), ("NOTE", .left)])
    let invoices = Dictionary(picture.file.invoices.map { ($0.id, $0) }) { first, _ in first }
    for item in picture.timeline { table.add(TimelineLine(item, policy, invoices).cells) }
    return picture.timeline.isEmpty ? "" : table.text
  }
}

/// One line of an account's story for people.
struct TimelineLine {
  let day: CalendarDay
  let what: String
  let who: String
  let note: String

  var cells: [String] { [day.iso, what, who, note] }

  /// `invoices` are those of the account, for the currencies of what was applied.
  init(_ item: TimelineItem, _ policy: Policy, _ invoices: [DocumentID: Invoice]) {
    day = item.day
    switch item.event {
    case .entry(let entry, let standing):
      let line = entry.body.line(policy: policy, seen: entry.day)
      what =
        switch standing {
        case .inForce: line
        case .takenBack: "\(line) (reversed)"
        case .corrected(let later): "\(line) (corrected by entry \(later.rawValue))"
        }
      who = entry.collector
      note = entry.body.freeText
    case .credit(let credit):
      what = credit.kind == .payment ? "payment" : "credit note"
      who = ""
      note = "\(credit.number) \(credit.amount)"
    case .lapsed(let incentive):
      what = "\(incentive.title) lapsed"
      who = ""
      note = ""
    case .application(let application, let invoice):
      what = application.amount < 0 ? "reversal" : application.source.rawValue
      who = ""
      let currency = invoices[application.invoice]?.original.currency
      note = currency.map { "\(invoice) \(Money(minor: application.amount, $0))" } ?? invoice
    }
  }
}

extension AccountPicture {
  /// The number of the customer whose invoice it is: the account's own, or that of one that is worked with it.
  func customer(of item: OpenItem) -> String {
    file.owner(of: item.invoice.id)?.name.number ?? file.customer.number
  }
}
