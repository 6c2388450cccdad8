public import ArgumentParser
import Interchange
import Ledger
public import Receivables

/// `kept escalations`: what was proposed, approved and carried out, who is responsible and how old it is.
struct EscalationsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "escalations",
    abstract: "List escalations with rung, state, who is responsible and age, or the candidates for one.",
    discussion: "Those that are open come first, by the day on which they are looked at again.")

  @OptionGroup var options: GlobalOptions
  @OptionGroup var reading: ReadingOptions

  @Flag(help: "Only escalations that are not over.")
  var open = false

  @Option(help: ArgumentHelp("Only escalations in this state; may be given several times."))
  var state: [EscalationState] = []

  @Option(help: ArgumentHelp("Only what this department or person is responsible for.", valueName: "name"))
  var owner: String?

  func run() throws {
    let book = try options.openBook(for: reading)
    let day = reading.asOf ?? book.today
    let owner = owner.map(book.policy.escalation.owner(typed:))
    var rows: [EscalationListing.Row] = []
    try book.ledger.forEachAccount { file in
      // Only entries propose, and most accounts of a large book have none.
      guard !file.entries.isEmpty else { return true }
      let picture = try AccountPicture(of: file, policy: book.policy, asOf: day)
      for escalation in picture.escalations where isMeant(escalation, owner) {
        rows.append(
          EscalationListing.Row(
            account: file.customer.number, name: file.customer.name, escalation: escalation))
      }
      return true
    }
    rows.sort { $0.order < $1.order }
    try EscalationListing(rows: rows, policy: book.policy, asOf: day).write(
      as: options.format, anchoredIn: book.ledger)
  }

  private func isMeant(_ escalation: EscalationStatus, _ owner: String?) -> Bool {
    (!open || escalation.isOpen) && (state.isEmpty || state.contains(escalation.state))
      && (owner == nil || escalation.owner == owner)
  }
}

extension EscalationState: ExpressibleByArgument {}

/// Escalations as `kept escalations` writes them.
struct EscalationListing: Listing {
  /// One escalation.
  struct Row {
    let account: String
    let name: String
    let escalation: EscalationStatus

    /// What is open first, by its day.
    var order: (Int, CalendarDay, MatterID) {
      (escalation.isOpen ? 0 : 1, escalation.dueOn, escalation.id)
    }
  }

  let rows: [Row]
  let policy: Policy
  let asOf: CalendarDay

  func csv() -> String {
    var writer = CSVWriter(header: [
      "account", "matter", "opened_on", "days", "rung", "state", "since", "open", "in_force", "owner", "due",
      "proposed_by", "decided_by", "reason", "found", "exception", "name", "closed_on", "invoices",
    ])
    for row in rows {
      let escalation = row.escalation
      writer.write(row.account)
      writer.write(escalation.id.text)
      writer.write(escalation.openedOn)
      writer.write(escalation.age(on: asOf))
      writer.write(escalation.terms.rung)
      writer.write(escalation.state.rawValue)
      writer.write(escalation.since)
      writer.write(escalation.isOpen ? "yes" : "no")
      writer.write(escalation.isInForce ? "yes" : "no")
      writer.write(escalation.owner)
      writer.write(escalation.dueOn)
      writer.write(escalation.proposedBy)
      writer.write(escalation.decidedBy)
      writer.write(escalation.terms.reason)
      writer.write(escalation.terms.found)
      writer.write(escalation.terms.exception)
      writer.write(row.name)
      writer.write(escalation.closedOn)
      writer.write(escalation.terms.invoices.joined(separator: " "))
      writer.endRecord()
    }
    return writer.drain()
  }

  func json() -> JSONValue {
    let rows = rows.map { row in
      var entries = JSONValue.entries(of: row.escalation, asOf: asOf)
      entries["account"] = .string(row.account)
      entries["name"] = .string(row.name)
      return JSONValue.object(entries)
    }
    return ["as_of": .day(asOf), "rows": .list(rows)]
  }

  func text() -> String {
    var table = TextTable([
      ("ACCOUNT", .left), ("NAME", .left), ("MATTER", .left), ("SINCE", .left), ("DAYS", .right),
      ("RUNG", .left), ("STATE", .left), ("RESPONSIBLE", .left), ("DUE", .left), ("BY", .left),
      ("WHY", .left),
    ])
    for row in rows {
      let escalation = row.escalation
      let why = [escalation.terms.exception, escalation.terms.reason, escalation.endedBecause]
      table.add([
        row.account, row.name, escalation.id.text, escalation.openedOn.iso,
        String(escalation.age(on: asOf)), escalation.terms.title, escalation.state.title,
        escalation.owner.map(policy.escalation.owners.title) ?? "",
        escalation.isOpen ? escalation.dueOn.iso : "", escalation.decidedBy ?? escalation.proposedBy,
        why.compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: "; "),
      ])
    }
    return table.text
  }
}

extension JSONValue {
  /// Everything known about an escalation, by name.
  static func entries(of escalation: EscalationStatus, asOf: CalendarDay) -> [String: JSONValue] {
    [
      "matter": .string(escalation.id.text), "opened_on": .day(escalation.openedOn),
      "days": .integer(escalation.age(on: asOf)), "rung": .string(escalation.terms.rung),
      "title": .string(escalation.terms.title), "does": .text(escalation.terms.effect?.rawValue),
      "state": .string(escalation.state.rawValue), "since": .day(escalation.since),
      "open": .boolean(escalation.isOpen), "in_force": .boolean(escalation.isInForce),
      "owner": .text(escalation.owner), "due": .day(escalation.dueOn),
      "proposed_by": .string(escalation.proposedBy), "decided_by": .text(escalation.decidedBy),
      "reason": .string(escalation.terms.reason), "found": .string(escalation.terms.found),
      "exception": .text(escalation.terms.exception), "closed_on": .day(escalation.closedOn),
      "ended_because": .text(escalation.endedBecause),
      "invoices": .list(escalation.terms.invoices.map { .string($0) }),
    ]
  }

  /// What an entry says to open one, by name.
  static func escalation(_ terms: EscalationTerms) -> JSONValue {
    [
      "rung": .string(terms.rung), "title": .string(terms.title), "does": .text(terms.effect?.rawValue),
      "state": .string(terms.state.rawValue), "owner": .text(terms.owner), "due": .day(terms.dueOn),
      "reason": .string(terms.reason), "found": .string(terms.found), "exception": .text(terms.exception),
      "invoices": .list(terms.invoices.map { .string($0) }),
    ]
  }
}
