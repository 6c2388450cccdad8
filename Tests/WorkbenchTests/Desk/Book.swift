import Receivables
import SampleEntries

/// Small accounts made by hand.
enum Book {
  /// Mon 23 Nov 2026.
  static let today = CalendarDay(number: 20_780)

  static let usd = currency("USD")
  static let cad = currency("CAD")

  static func currency(_ code: String) -> Currency {
    guard let currency = Currency(code) else { preconditionFailure("\(code) is no currency") }
    return currency
  }

  /// An account with one invoice for each of `due`: days from today to the due day, and minor units.
  static func account(
    _ id: Int64, _ name: String, _ due: [(days: Int, minor: Int64)], currency: Currency = usd,
    collector: String? = "jane"
  ) -> AccountFile {
    AccountFile(
      customer: Customer(
        id: AccountID(rawValue: id), number: String(1000 + id), name: name, collector: collector),
      invoices: due.enumerated().map { index, item in
        invoice(id * 100 + Int64(index), "INV-\(id)\(index)", due: item.days, item.minor, currency)
      }, version: 1)
  }

  static func invoice(
    _ id: Int64, _ number: String, due days: Int, _ minor: Int64, _ currency: Currency = usd
  ) -> Invoice {
    let due = today.advanced(by: days)
    return Invoice(
      id: DocumentID(rawValue: id), number: number, issued: due.advanced(by: -30), due: due,
      original: Money(minor: minor, currency))
  }

  static func entry(
    _ number: Int64, on account: Int64, _ days: Int, by collector: String = "jane", _ body: EntryBody
  ) -> JournalEntry {
    let day = today.advanced(by: days)
    return JournalEntry(
      number: EntryNumber(rawValue: number), action: ActionID(rawValue: "action-\(number)"),
      recorded: Instant(milliseconds: Int64(day.number) * 86_400_000 + 36_000_000), day: day,
      actor: collector, collector: collector, account: AccountID(rawValue: account), body: body)
  }

  static func promise(
    _ minor: Int64, on days: Int, for invoices: [Int64], of file: AccountFile, _ currency: Currency = usd
  ) throws -> EntryBody {
    try ProposedCall(
      action: "OUT", result: "PP", contact: "Jane Doe", note: "Will pay after the site visit.",
      promise: ProposedPromise(
        amount: Money(minor: minor, currency), day: today.advanced(by: days), method: "ach",
        invoices: invoices.map { DocumentID(rawValue: $0) })
    ).stored(in: file)
  }

  /// A part of an invoice contested for its price, to be looked at in a week.
  static func dispute(_ minor: Int64, on invoice: Int64, of file: AccountFile) -> EntryBody {
    let amount = Money(minor: minor, usd)
    return EntryBody([
      ContactRecord(action: "OUT", effects: [.worked, .rightParty, .leavesQueue], person: "Jane Doe"),
      Outcome(result: "DI"),
      DisputeTerms(
        reason: "price", amount: amount, covers: file.covers([DocumentID(rawValue: invoice)], amount),
        dueOn: today.advanced(by: 7), owner: "sales"),
    ])
  }

  /// Six accounts that stand in different lanes.
  static func six() throws -> [AccountFile] {
    var broken = account(1, "Muster AG", [(-95, 1_240_000), (-20, 80_000)])
    broken.entries = [entry(1, on: 1, -10, try promise(1_240_000, on: -4, for: [100], of: broken))]
    var mixed = account(2, "Northern Timber Ltd", [(-40, 320_000)], currency: cad)
    mixed.invoices.append(invoice(299, "US-9", due: -12, 99_950))
    var open = account(3, "Acme Tools", [(-33, 500_000)])
    open.entries = [entry(2, on: 3, -3, try promise(500_000, on: 4, for: [300], of: open))]
    let fresh = account(4, "Fresh Foods", [(-1, 45_000)])
    var busy = account(5, "Zeta Freight GmbH", [(-64, 7_710_025)])
    busy.customer.terms = .net(30)
    busy.customer.creditLimit = Money(minor: 5_000_000, usd)
    busy.customer.timeZone = "Europe/Berlin"
    busy.customer.paymentRun = .weekly(.thursday)
    busy.contacts = [
      Contact(
        name: "Anna Schmidt", role: "accounts payable", email: "ap@zeta.example",
        phones: [Phone(number: "+49 30 1234", label: "office"), Phone(number: "+49 170 99")], language: "de")
    ]
    let calm = account(6, "Calm Waters", [(10, 12_000)])
    return [broken, mixed, open, fresh, busy, calm]
  }
}
