import ArgumentParser
import Interchange
import Ledger
import Receivables

/// `kept credit`: limit, use and terms of customers, and which of them the credit desk looks at again.
struct CreditCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "credit",
    abstract:
      "List limit, use and terms of customers, who is due for a review and why, and what is proposed.",
    discussion:
      "By default those are listed that are due for a review or on credit hold; --all lists everybody who owes."
  )

  @OptionGroup var options: GlobalOptions
  @OptionGroup var reading: ReadingOptions

  @Flag(help: "Everybody who owes, due for a review or not.")
  var all = false

  func run() throws {
    let book = try options.openBook(for: reading)
    let day = reading.asOf ?? book.today
    var rows: [CreditListing.Row] = []
    try book.ledger.forEachAccount { file in
      let picture = try AccountPicture(of: file, policy: book.policy, asOf: day)
      let row = try CreditListing.Row(picture)
      if all ? !picture.invoices.isEmpty : row.isListed { rows.append(row) }
      return true
    }
    rows.sort { $0.order < $1.order }
    try CreditListing(rows: rows, asOf: day).write(as: options.format, anchoredIn: book.ledger)
  }
}

/// Customers as the credit desk sees them.
struct CreditListing: Listing {
  /// One customer.
  struct Row {
    let picture: AccountPicture
    let used: Money?
    let percent: Int64?
    let review: TermsReview?
    let desk: CreditDesk

    init(_ picture: AccountPicture) throws(MoneyError) {
      self.picture = picture
      let limit = picture.file.customer.creditLimit
      let balance = picture.summary.balances.first { $0.currency == limit?.currency }
      used = try balance.map { (balance) throws(MoneyError) in
        Money(minor: try balance.balance(), balance.currency)
      }
      percent = picture.file.customer.limitShare(of: picture.summary.balances)
      desk = CreditDesk(picture)
      review = desk.review
    }

    var isListed: Bool { review != nil || desk.isOnHold }

    /// What is proposed first, then by how much of the limit is used.
    var order: (Int, Int64, String) {
      (desk.proposal == nil ? 1 : 0, -(percent ?? 0), picture.file.customer.number)
    }
  }

  let rows: [Row]
  let asOf: CalendarDay

  func csv() -> String {
    var writer = CSVWriter(header: [
      "account", "name", "currency", "limit", "used", "used_percent", "terms", "recent_days_late",
      "drift_days", "on_hold", "proposal", "why",
    ])
    for row in rows {
      let customer = row.picture.file.customer
      writer.write(customer.number)
      writer.write(customer.name)
      writer.write(customer.creditLimit?.currency.code)
      if let limit = customer.creditLimit { writer.write(limit) } else { writer.write(nil as String?) }
      if let used = row.used { writer.write(used) } else { writer.write(nil as String?) }
      writer.write(row.percent.map(String.init))
      writer.write(customer.terms?.text)
      writer.write(row.picture.habits.recentDaysLateTenths.map(Self.tenths))
      writer.write(row.picture.habits.driftTenths.map(Self.tenths))
      writer.write(row.desk.isOnHold ? "yes" : "no")
      writer.write(row.desk.proposal?.rawValue)
      writer.write(row.desk.reasons.joined(separator: "; "))
      writer.endRecord()
    }
    return writer.drain()
  }

  func json() -> JSONValue {
    let rows = rows.map { row -> JSONValue in
      let customer = row.picture.file.customer
      return [
        "account": .string(customer.number), "name": .string(customer.name),
        "limit": customer.creditLimit.map { .amount($0.minor, $0.currency) } ?? .null,
        "used": row.used.map { .amount($0.minor, $0.currency) } ?? .null,
        "currency": .text(customer.creditLimit?.currency.code),
        "used_percent": row.percent.map { .number($0) } ?? .null, "terms": .text(customer.terms?.text),
        "recent_days_late": .text(row.picture.habits.recentDaysLateTenths.map(Self.tenths)),
        "drift_days": .text(row.picture.habits.driftTenths.map(Self.tenths)),
        "on_hold": .boolean(row.desk.isOnHold), "proposal": .text(row.desk.proposal?.rawValue),
        "reasons": .list(row.desk.reasons.map { .string($0) }),
      ]
    }
    return ["as_of": .day(asOf), "rows": .list(rows)]
  }

  func text() -> String {
    var table = TextTable([
      ("ACCOUNT", .left), ("NAME", .left), ("LIMIT", .right), ("USED", .right), ("%", .right),
      ("TERMS", .left),
      ("LATE", .right), ("DRIFT", .right), ("PROPOSAL", .left), ("WHY", .left),
    ])
    for row in rows {
      let customer = row.picture.file.customer
      table.add([
        customer.number, customer.name, customer.creditLimit?.description ?? "", row.used?.grouped ?? "",
        row.percent.map(String.init) ?? "", customer.terms?.text ?? "",
        row.picture.habits.recentDaysLateTenths.map(Self.tenths) ?? "",
        row.picture.habits.driftTenths.map(Self.tenths) ?? "", row.desk.proposal?.title ?? "",
        row.desk.reasons.joined(separator: "; "),
      ])
    }
    return table.text
  }

  private static func tenths(_ tenths: Int) -> String {
    (tenths < 0 ? "-" : "") + "\(tenths.magnitude / 10).\(tenths.magnitude % 10)"
  }
}
