import Receivables
import Testing

@testable import Interchange

/// What stands alone above lines: customers, their jobs, ages.
struct CustomerSectionsTests {
  private static let head = ",Type,Date,Num,Due Date,Open Balance\n"

  private static func customers(_ rows: String) throws -> [String] {
    let read = try Sample.read(head + rows)
    #expect(read.refused == [])
    return read.rows.map { "\($0.customer.number) \($0.document?.number ?? "")" }
  }

  private static func line(_ number: Int) -> String {
    ",Invoice,08/28/2026,\(number),09/27/2026,100.00\n"
  }

  @Test func jobsOfOneNameAreThoseOfTheirCustomers() throws {
    let rows =
      "Alpha Co,,,,,\nMain site,,,,,\n" + Self.line(1) + "Total Main site,,,,,100.00\nAnnex,,,,,\n"
      + Self.line(2)
      + "Total Annex,,,,,100.00\nTotal Alpha Co,,,,,200.00\nBeta Co,,,,,\nMain site,,,,,\n" + Self.line(3)
      + "Total Main site,,,,,100.00\nTotal Beta Co,,,,,100.00\nGamma,,,,,\n" + Self.line(4)
      + "Total Gamma,,,,,100.00\n"
    #expect(
      try Self.customers(rows) == [
        "Alpha Co:Main site 1", "Alpha Co:Annex 2", "Beta Co:Main site 3", "Gamma 4",
      ])
  }

  @Test func withoutTotalsEachNameIsACustomer() throws {
    let rows = "Alpha,,,,,\n" + Self.line(1) + "Beta,,,,,\n" + Self.line(2)
    #expect(try Self.customers(rows) == ["Alpha 1", "Beta 2"])
  }

  @Test func titlesAndCustomersWithoutLinesHaveNoParts() throws {
    let total = { (name: String) in "Total \(name),,,,,100.00\n" }
    let rows =
      "Trade debtors,,,,,\nAlder,,,,,\n" + Self.line(1) + total("Alder") + "Nobody,,,,,\nBirch,,,,,\n"
      + Self.line(2) + total("Birch")
    #expect(try Self.customers(rows) == ["Alder 1", "Birch 2"])
  }

  @Test func whatACustomerOwesBesideItsJobsIsItsOwn() throws {
    let rows =
      "Alder,,,,,\nSite,,,,,\n" + Self.line(1) + "Total Site,,,,,100.00\nAlder - Other,,,,,\n" + Self.line(2)
      + "Total Alder - Other,,,,,100.00\nTotal Alder,,,,,200.00\n"
    #expect(try Self.customers(rows) == ["Alder:Site 1", "Alder 2"])
  }

  @Test(
    "an age is nobody",
    arguments: [
      "Current", "91 or more days past due", "1 - 30 days past due", "> 45 Days", "31-60", "Not yet due",
      "Over 90 days",
    ])
  func ages(_ age: String) throws {
    let rows = "Alpha,,,,,\n\(age),,,,,\n" + Self.line(1)
    #expect(try Self.customers(rows) == ["Alpha 1"])
    #expect(
      AgeBuckets.isAge(age) && !AgeBuckets.isAge("Current Electric 2") && !AgeBuckets.isAge("Studio 54"))
  }
}

/// Lines that say two things, or nothing, of what is owed and when.
struct PaidAndDatedTests {
  private static func open(_ rows: String, _ change: (inout ReadingRules) -> Void = { _ in }) throws
    -> [String]
  {
    let head = "Customer,Invoice No,Date,Due Date,Amount,Balance,Status\n"
    let read = try Sample.read(head + rows, change)
    if let refusal = read.refused.first { return [refusal.description] }
    return read.documents.map { "\($0.number) \($0.issued.iso) \($0.open ?? -1)" }
  }

  @Test func whatIsPaidAndOpenAtOnceIsRefused() throws {
    let told = try Self.open("A,1,2026-10-01,2026-10-31,100.00,100.00,Paid\n")
    #expect(told.first?.contains("This says that it is paid, and 100.00 is open.") ?? false)
    #expect(try Self.open("A,1,2026-10-01,2026-10-31,100.00,0.00,Paid\n") == ["1 2026-10-01 0"])
  }

  @Test func whatIsDueInDaysToComeWasIssuedNevertheless() throws {
    let rows = "A,1,,2026-12-31,100.00,100.00,\nA,2,,2026-10-31,50.00,50.00,\n"
    let day = try #require(CalendarDay(iso: "2026-11-26"))
    #expect(try Self.open(rows) { $0.today = day } == ["1 2026-11-26 10000", "2 2026-10-31 5000"])
  }

  @Test func zerosAreNoDay() throws {
    #expect(try Self.open("A,1,2026-10-01,0000-00-00,100.00,100.00,\n") == ["1 2026-10-01 10000"])
    #expect(try Self.open("A,1,01.10.2026,00.00.0000,1.00,1.00,\nA,2,13.10.2026,,1.00,1.00,\n").count == 2)
  }
}
