import Receivables
import SampleEntries
import Settings
import Testing

@testable import Commands

/// Two accounts as of Fri 27 Nov 2026: one that owes in two currencies and broke a promise, one with a hostile name
/// whose credit covers what it owes.
struct SampleBook {
  let policy: Policy
  let today: CalendarDay
  let acme: AccountFile
  let evil: AccountFile

  init() throws {
    policy = try PolicyFile.shipped()
    today = try #require(CalendarDay(iso: "2026-11-27"))
    let dollar = try #require(Currency("USD"))
    let yen = try #require(Currency("JPY"))
    let first = Invoice(
      id: DocumentID(rawValue: 1), number: "INV-1", issued: today.advanced(by: -75),
      due: today.advanced(by: -45),
      original: Money(minor: 120_050, dollar), reference: "PO 7")
    let second = Invoice(
      id: DocumentID(rawValue: 2), number: "INV-2", issued: today.advanced(by: -10),
      due: today.advanced(by: 20),
      original: Money(minor: 5_000, yen))
    let customer = Customer(
      id: AccountID(rawValue: 1), number: "1001", name: "Acme, Inc.", collector: "maria")
    let call = ProposedCall(
      action: "OUT", result: "PP", contact: "Jane", note: "will \"surely\" pay",
      promise: ProposedPromise(
        amount: Money(minor: 100_000, dollar), day: today.advanced(by: -7), method: "ach",
        invoices: [first.id]),
      next: NextAction(.checkPromise, on: today.advanced(by: -4)))
    let entry = JournalEntry(
      number: EntryNumber(rawValue: 1), action: ActionID(rawValue: "a"),
      recorded: Instant(milliseconds: 1_250),
      day: today.advanced(by: -14), actor: "root", collector: "maria", account: AccountID(rawValue: 1),
      body: try call.stored(in: AccountFile(customer: customer, invoices: [first, second])))
    acme = AccountFile(
      customer: customer, contacts: [Contact(name: "Jane", phones: [Phone(number: "+1 555-0100")])],
      invoices: [first, second],
      entries: [entry], version: 2)
    let third = Invoice(
      id: DocumentID(rawValue: 3), number: "9", issued: today.advanced(by: -40), due: today.advanced(by: -10),
      original: Money(minor: 1_000, dollar))
    let credit = Credit(
      id: DocumentID(rawValue: 4), number: "C1", kind: .payment, dated: today.advanced(by: -3),
      amount: Money(minor: 1_500, dollar))
    evil = AccountFile(
      customer: Customer(id: AccountID(rawValue: 2), number: "1002", name: "=cmd()\u{1B}[2J\rPAID"),
      invoices: [third], credits: [credit])
  }

  var files: [AccountFile] { [acme, evil] }

  func rows() throws -> [(rank: Int, row: WorklistRow)] {
    try files.enumerated().map { index, file in
      (
        index + 1,
        WorklistRow(
          id: file.customer.id, number: file.customer.number, name: file.customer.name,
          collector: file.customer.collector,
          summary: try AccountSummary(of: file, policy: policy, asOf: today))
      )
    }
  }

  func picture() throws -> AccountPicture { try AccountPicture(of: acme, policy: policy, asOf: today) }
}
