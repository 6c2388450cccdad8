import Receivables
import SampleEntries
import Settings
import Testing

@testable import DemoCompany

/// The journal of the demo company obeys the rules that a collector's own would obey.
struct CallStoryTests {
  private let today = CalendarDay(number: 20_777)

  private func file(_ company: Company, _ index: Int) -> AccountFile {
    let customer = company.customer(index)
    var file = AccountFile(
      customer: Customer(
        id: AccountID(rawValue: Int64(index + 1)), number: customer.number, name: customer.name))
    for (ordinal, invoice) in company.invoices(of: customer).enumerated() {
      let id = DocumentID(rawValue: Int64(index * 1_000 + ordinal))
      file.invoices.append(
        Invoice(
          id: id, number: invoice.number, issued: invoice.issued, due: invoice.due,
          original: customer.money(invoice.amount)))
      if let payday = invoice.payday, payday <= today {
        file.applications.append(
          Application(
            id: id.rawValue, invoice: id, source: .payment, dated: payday, amount: invoice.paid))
      }
    }
    return file
  }

  @Test func everyCallIsCompleteAndOnABusinessDay() throws {
    let policy = try PolicyFile.shipped()
    let company = Company(seed: 7, today: today, customerCount: 100)
    var results: Set<String> = []
    for index in 0..<company.customerCount {
      let entries = try company.journal(of: file(company, index), policy: policy)
      #expect(entries.map(\.at) == entries.map(\.at).sorted())
      for entry in entries {
        #expect(entry.entry.day < today && policy.calendar.isBusinessDay(entry.entry.day))
        guard let outcome = entry.entry.body.outcome else { continue }
        results.insert(outcome.result)
        #expect(entry.entry.body.next(policy) != nil)
      }
    }
    #expect(results.isSuperset(of: ["NA", "VM", "PP", "CB", "PS", "DI", "PL", "PD", "WA"]))
  }

  @Test func everyLaneHasSomebodyThisMorning() throws {
    let policy = try PolicyFile.shipped()
    let company = Company(seed: 7, today: today, customerCount: 150)
    var lanes: Set<Lane> = []
    for index in 0..<company.customerCount {
      var file = file(company, index)
      for (ordinal, told) in try company.journal(of: file, policy: policy).enumerated() {
        file.entries.append(
          JournalEntry(
            number: EntryNumber(rawValue: Int64(ordinal + 1)), action: told.entry.action, recorded: told.at,
            day: told.entry.day, actor: "demo", collector: told.entry.collector, account: told.entry.account,
            body: told.entry.body))
      }
      if let lane = try AccountSummary(of: file, policy: policy, asOf: today).lane { lanes.insert(lane) }
    }
    #expect(lanes.isSuperset(of: Set(Lane.allCases).subtracting([.cashApplication, .preRun])))
  }
}
