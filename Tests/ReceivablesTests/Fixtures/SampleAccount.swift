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
  var promised: [Int64: Int64] = [:]
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
    let items = open.map { account in
      var item = OpenItem(
        Invoice(
          id: DocumentID(rawValue: account.id), number: "471\(account.id)",
          issued: asOf.advanced(by: account.due - 30), due: asOf.advanced(by: account.due),
          original: Money(minor: account.open, account.currency)))
      item.slices = Slices(open: account.open)
      _ = item.slices.take(disputed[account.id] ?? 0, as: .disputed)
      _ = item.slices.take(promised[account.id] ?? 0, as: .promised)
      item.daysPastDue = -account.due
      return item
    }
    let file = AccountFile(
      customer: customer, contacts: contacts, invoices: [closed] + items.map(\.invoice),
      applications: applications)
    var day = AsOf(asOf)
    let applied = try? OpenItems(file, AgingPolicy(), &day).appliedSums()
    return AccountPicture(
      asOf: asOf, file: file, contacts: contacts,
      paying: customer.paymentRun.map { PaymentCalendar($0) }, invoices: items, applied: applied ?? [:],
      unapplied: [], promises: promises, timeline: [], habits: habits,
      deadNumbers: deadNumbers,
      summary: AccountSummary(
        balances: [], lane: nil, next: nil, priority: 0, band: .d, orderAmount: 0, oldestDue: nil, flags: [],
        promise: nil, promiseLevel: 0, views: [], openMatters: 0, lastContact: nil, lastWorked: nil,
        reasons: [],
        changesOn: nil))
  }
}

extension PromiseStatus {
  /// An open promise in a test's table: what lies on each of the invoices 471x, oldest due first.
  static func open(_ entry: Int64, _ parts: [(invoice: Int64, minor: Int64)], paid: Int64 = 0) throws
    -> PromiseStatus
  {
    let day = try day("2026-11-25")
    let covers = parts.map {
      CoveredInvoice(number: "471\($0.invoice)", amount: Money(minor: $0.minor, .usd))
    }
    return PromiseStatus(
      id: MatterID(EntryNumber(rawValue: entry)), takenOn: day, contact: nil,
      terms: PromiseTerms(
        amount: Money(minor: parts.reduce(0) { $0 + $1.minor }, .usd), day: day, covers: covers,
        graceDays: 2, tolerance: .init(basisPoints: 100, amount: 0)),
      state: .open, paid: paid, credited: 0, replaced: 0,
      parts: Dictionary(covers.map { ($0.number, $0.amount.minor) }, uniquingKeysWith: { $1 }),
      level: 1, paidInFullOn: nil, daysLate: nil, endedBecause: nil)
  }
}
