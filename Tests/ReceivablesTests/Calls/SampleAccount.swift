import Settings
import Testing

@testable import Receivables

/// An account as a call form sees it, as of Sat 21 Nov 2026 unless said otherwise.
///
/// Invoices 1 and 2 are past due with 1000.00 and 250.00 USD, 3 is not yet due with 500.00 USD.
struct SampleAccount {
  var asOf = CalendarDay(number: 20_778)
  var open: [(id: Int64, due: Int, open: Int64, currency: Currency)] = [
    (1, -40, 100_000, .usd), (2, -10, 25_000, .usd), (3, 15, 50_000, .usd),
  ]
  var disputed: [Int64: Int64] = [:]
  var promises: [PromiseStatus] = []
  var applications: [Application] = []
  var customer = Customer(
    id: AccountID(rawValue: 1), number: "1001", name: "Acme", timeZone: "America/Chicago")
  var contacts = [Contact(name: "Jane", phones: [Phone(number: "555-0100"), Phone(number: "555-0101")])]
  var deadNumbers: Set<String> = []
  var habits = PaymentHabits(
    paidInvoices: 0, meanDaysLateTenths: nil, recentDaysLateTenths: nil, driftTenths: nil, kept: 0,
    partlyKept: 0,
    broken: 0, slipTenths: nil, usualWeekday: nil)

  var picture: AccountPicture {
    let closed = Invoice(
      id: DocumentID(rawValue: 9), number: "4719", issued: asOf, due: asOf, original: Money(minor: 1, .usd))
    let statuses = open.map { item in
      let invoice = Invoice(
        id: DocumentID(rawValue: item.id), number: "471\(item.id)", issued: asOf.advanced(by: item.due - 30),
        due: asOf.advanced(by: item.due), original: Money(minor: item.open, item.currency))
      let contested = disputed[item.id] ?? 0
      return InvoiceStatus(
        invoice: invoice, open: item.open, daysPastDue: -item.due, bucket: 0, disputed: contested, planned: 0,
        promised: 0, collectable: item.open - contested, promiseLevel: 0)
    }
    return AccountPicture(
      asOf: asOf,
      file: AccountFile(
        customer: customer, contacts: contacts, invoices: [closed] + statuses.map(\.invoice),
        applications: applications),
      invoices: statuses, unapplied: [], promises: promises, timeline: [], habits: habits,
      deadNumbers: deadNumbers,
      summary: AccountSummary(
        balances: [], lane: nil, next: nil, priority: 0, band: .d, orderAmount: 0, oldestDue: nil, flags: [],
        promise: nil, promiseLevel: 0, lastContact: nil, lastWorked: nil, reasons: [], changesOn: nil))
  }

  static func policy() throws -> Policy { try PolicyFile.shipped() }
}

/// Document numbers in a test's table.
func ids(_ numbers: Int64...) -> [DocumentID] { numbers.map { DocumentID(rawValue: $0) } }

extension PromiseStatus {
  /// An open promise in a test's table.
  static func open(_ entry: Int64, _ minor: Int64, on invoices: [DocumentID], paid: Int64 = 0) throws
    -> PromiseStatus
  {
    let day = try day("2026-11-25")
    return PromiseStatus(
      entry: EntryNumber(rawValue: entry), takenOn: day, contact: nil,
      terms: PromiseTerms(amount: Money(minor: minor, .usd), day: day, invoices: invoices), state: .open,
      paid: paid,
      credited: 0, level: 1, paidInFullOn: nil, daysLate: nil, endedBecause: nil)
  }
}
