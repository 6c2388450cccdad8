public import ArgumentParser
import Interchange
import Ledger
public import Receivables

/// `kept disputes`: what is contested, how old it is, with whom it is and what became of it.
struct DisputesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "disputes",
    abstract: "List disputes with their age, owner and day, and what became of them.",
    discussion: "Those that are open come first, by the day on which they are looked at again.")

  @OptionGroup var options: GlobalOptions
  @OptionGroup var reading: ReadingOptions

  @Flag(help: "Only disputes that are not over.")
  var open = false

  @Option(help: ArgumentHelp("Only disputes in this state; may be given several times."))
  var state: [DisputeState] = []

  @Option(
    help: ArgumentHelp("Only disputes that are with this department or person.", valueName: "name"))
  var owner: String?

  func run() throws {
    let book = try options.openBook(for: reading)
    let day = reading.asOf ?? book.today
    let owner = owner.map(book.policy.disputes.owner(typed:))
    var rows: [DisputeListing.Row] = []
    try book.ledger.forEachAccount { file in
      // Only calls raise disputes, and most accounts of a large book have none.
      guard !file.entries.isEmpty else { return true }
      let picture = try AccountPicture(of: file, policy: book.policy, asOf: day)
      for dispute in picture.disputes where isMeant(dispute, owner) {
        rows.append(
          DisputeListing.Row(account: file.customer.number, name: file.customer.name, dispute: dispute))
      }
      return true
    }
    rows.sort { $0.order < $1.order }
    try DisputeListing(rows: rows, policy: book.policy, asOf: day).write(
      as: options.format, anchoredIn: book.ledger)
  }

  private func isMeant(_ dispute: DisputeStatus, _ owner: String?) -> Bool {
    (!open || dispute.isOpen) && (state.isEmpty || state.contains(dispute.state))
      && (owner == nil || dispute.owner == owner)
  }
}

extension DisputeState: ExpressibleByArgument {}

/// Disputes with what became of them as `kept disputes` writes them.
struct DisputeListing: Listing {
  /// One dispute.
  struct Row {
    let account: String
    let name: String
    let dispute: DisputeStatus

    /// What is open first, by its day.
    var order: (Int, CalendarDay, MatterID) { (dispute.isOpen ? 0 : 1, dispute.dueOn, dispute.id) }
  }

  let rows: [Row]
  let policy: Policy
  let asOf: CalendarDay

  func csv() throws -> String {
    var writer = CSVWriter(header: [
      "account", "matter", "opened_on", "days", "state", "open", "owner", "due", "reason", "cause",
      "currency", "contested", "disputed", "paid", "credited", "written_off", "rejected", "name", "who",
      "decided_on", "closed_on", "invoices",
    ])
    for row in rows {
      let dispute = row.dispute
      for contested in try dispute.contested() {
        writer.write(row.account)
        writer.write(dispute.id.text)
        writer.write(dispute.openedOn)
        writer.write(dispute.age(on: asOf))
        writer.write(dispute.state.rawValue)
        writer.write(dispute.isOpen ? "yes" : "no")
        writer.write(dispute.owner)
        writer.write(dispute.dueOn)
        writer.write(dispute.terms.reason)
        writer.write(dispute.cause)
        writer.write(contested.currency.code)
        writer.write(contested)
        for share in DisputedPart.shares {
          let sum = try dispute.sum(share.path).first { $0.currency == contested.currency }
          writer.write(sum ?? .zero(contested.currency))
        }
        writer.write(row.name)
        writer.write(dispute.person)
        writer.write(dispute.decidedOn)
        writer.write(dispute.closedOn)
        writer.write(dispute.terms.covers.map(\.number).joined(separator: " "))
        writer.endRecord()
      }
    }
    return writer.drain()
  }

  func json() throws -> JSONValue {
    let rows = try rows.map { row in
      var entries = try JSONValue.entries(of: row.dispute, asOf: asOf)
      entries["account"] = .string(row.account)
      entries["name"] = .string(row.name)
      return JSONValue.object(entries)
    }
    return ["as_of": .day(asOf), "rows": .list(rows)]
  }

  func text() throws -> String {
    var table = TextTable([
      ("ACCOUNT", .left), ("NAME", .left), ("MATTER", .left), ("SINCE", .left), ("DAYS", .right),
      ("CONTESTED", .right), ("DISPUTED", .right), ("STATE", .left), ("OWNER", .left), ("DUE", .left),
      ("REASON", .left), ("CAUSE", .left),
    ])
    for row in rows {
      let dispute = row.dispute
      table.add([
        row.account, row.name, dispute.id.text, dispute.openedOn.iso, String(dispute.age(on: asOf)),
        try dispute.contested().map(\.description).joined(separator: ", "),
        try dispute.sum(\.disputed).map(\.grouped).joined(separator: ", "), dispute.state.title,
        dispute.owner.map(policy.disputes.owners.title) ?? "", dispute.isOpen ? dispute.dueOn.iso : "",
        policy.disputeReasons.title(dispute.terms.reason),
        dispute.cause.map(policy.disputes.rootCauses.title) ?? "",
      ])
    }
    return table.text
  }
}

extension DisputedPart {
  /// What a contested amount can have become, by the names that machine formats use.
  static var shares: [(name: String, path: KeyPath<DisputedPart, Int64>)] {
    [
      ("disputed", \.disputed), ("paid", \.paid), ("credited", \.credited),
      ("written_off", \.writtenOff), ("rejected", \.rejected),
    ]
  }
}

extension JSONValue {
  /// Everything known about a dispute, by name. Throws `MoneyError.overflow`.
  static func entries(of dispute: DisputeStatus, asOf: CalendarDay) throws(MoneyError) -> [String: JSONValue]
  {
    [
      "matter": .string(dispute.id.text), "opened_on": .day(dispute.openedOn),
      "days": .integer(dispute.age(on: asOf)), "state": .string(dispute.state.rawValue),
      "open": .boolean(dispute.isOpen), "owner": .text(dispute.owner), "due": .day(dispute.dueOn),
      "reason": .string(dispute.terms.reason), "cause": .text(dispute.cause),
      "who": .text(dispute.person), "decided_on": .day(dispute.decidedOn),
      "closed_on": .day(dispute.closedOn), "ended_because": .text(dispute.endedBecause),
      "contested": .list(try dispute.contested().map(money)),
      "parts": .list(dispute.parts.map(part)),
      "changes": .list(dispute.changes.map { .object(made($0)) }),
    ]
  }

  private static func money(_ money: Money) -> JSONValue {
    ["amount": .amount(money.minor, money.currency), "currency": .string(money.currency.code)]
  }

  private static func part(_ part: DisputedPart) -> JSONValue {
    let currency = part.original.currency
    var entries: [String: JSONValue] = [
      "invoice": .string(part.invoice), "currency": .string(currency.code),
      "contested": .amount(part.original.minor, currency),
    ]
    for share in DisputedPart.shares { entries[share.name] = .amount(part[keyPath: share.path], currency) }
    return .object(entries)
  }

  private static func made(_ made: MadeChange) -> [String: JSONValue] {
    var entries = change(made.change)
    entries["entry"] = .number(made.entry.rawValue)
    entries["day"] = .day(made.day)
    entries["collector"] = .string(made.collector)
    return entries
  }

  /// What a change says, by name.
  static func change(_ change: MatterChange) -> [String: JSONValue] {
    [
      "matter": .string(change.matter.text), "kind": .string(change.kind), "state": .text(change.state),
      "owner": .text(change.owner), "due": .day(change.dueOn), "cause": .text(change.cause),
      "by": .text(change.by), "note": .string(change.note),
      "accepted": .list(
        change.accepted.map {
          [
            "invoice": .string($0.invoice), "amount": .amount($0.amount.minor, $0.amount.currency),
            "currency": .string($0.amount.currency.code),
          ]
        }),
    ]
  }
}
