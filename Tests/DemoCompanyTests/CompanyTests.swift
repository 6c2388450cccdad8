import Receivables
import Settings
import Testing

@testable import DemoCompany

/// The demo company must be the same every time, and believable.
struct CompanyTests {
  private let today = CalendarDay(number: 20_777)

  @Test func sameSeedAndDayGiveTheSameBooks() {
    var first = ""
    var second = ""
    Company(seed: 7, today: today, customerCount: 30).writeInvoices { first += $0 }
    Company(seed: 7, today: today, customerCount: 30).writeInvoices { second += $0 }
    #expect(first == second)
    var other = ""
    Company(seed: 8, today: today, customerCount: 30).writeInvoices { other += $0 }
    #expect(first != other)
  }

  @Test func everyHabitAndCurrencyOccurs() {
    let company = Company(seed: 7, today: today)
    let customers = (0..<company.customerCount).map(company.customer)
    #expect(Set(customers.map(\.persona)) == Set(Persona.allCases))
    #expect(Set(customers.map(\.market.currency.code)) == ["USD", "EUR", "GBP"])
    #expect(customers.allSatisfy { ($0.run != nil) == ($0.persona == .payRun) })
  }

  @Test func nothingIsBookedAfterToday() {
    let company = Company(seed: 3, today: today, customerCount: 100)
    for index in 0..<100 {
      for invoice in company.invoices(of: company.customer(index)) {
        #expect(invoice.issued <= today)
        #expect(invoice.amount > 0 && invoice.paid <= invoice.amount)
      }
    }
  }

  @Test func numbersLeadBackToTheCustomer() {
    for index in [0, 1, 399, 99_999] {
      #expect(DemoCustomer.index(ofNumber: DemoCustomer.number(index)) == index)
    }
  }

  @Test func shares() { #expect(Persona.allCases.map(\.share).reduce(0, +) == 100) }
}
