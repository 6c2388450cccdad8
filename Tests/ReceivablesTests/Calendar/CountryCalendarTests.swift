import Receivables
import SampleEntries
import Testing

@Suite("A customer is called, and pays, on the days of their own country")
struct CountryCalendarTests {
  private static let berlin = "Europe/Berlin"
  private static let chicago = "America/Chicago"

  private func account(_ iso: String, zone: String?) throws -> SampleAccount {
    var account = SampleAccount()
    account.asOf = try day(iso)
    account.customer.timeZone = zone
    return account
  }

  /// Thu 26 November 2026 is a holiday here alone, Good Friday and Easter Monday 2027 there alone.
  @Test(
    "A call after two business days skips their holidays and not ours",
    arguments: [
      ("2026-11-25", chicago, "2026-11-30"), ("2026-11-25", berlin, "2026-11-27"),
      ("2027-03-25", chicago, "2027-03-29"), ("2027-03-25", berlin, "2027-03-31"),
    ])
  func call(today: String, zone: String, back: String) throws {
    let picture = try account(today, zone: zone).picture
    let call = try ProposedCall(action: "OUT", result: "VM").completed(for: picture, policy: .shipped)
    #expect(call.body.first(ContactStep.self)?.action.day == (try day(back)))
  }

  @Test(
    "Without a zone of its own a customer is where the first contact with one is; one in no country is here")
  func contact() throws {
    let policy = try Policy.shipped
    var picture = try account("2026-11-25", zone: nil).picture
    #expect(policy.applied(to: picture.file).calendar == policy.calendar)
    picture.file.contacts[0].timeZone = Self.berlin
    #expect(policy.applied(to: picture.file).calendar == policy.abroad.first { $0.country == "DE" }?.calendar)
    picture.file.customer.timeZone = Self.chicago
    #expect(policy.applied(to: picture.file) == policy)
  }

  @Test(
    "Our office keeps its days: a dispute is looked into, a credit written and a rung carried out on them")
  func office() throws {
    let policy = try Policy.shipped
    let picture = try account("2026-11-25", zone: Self.berlin).picture
    let applied = policy.applied(to: picture.file)
    #expect(applied.office == policy.calendar && applied.calendar != policy.calendar)
    #expect(applied.applied(to: picture.file) == applied)
    let call = try ProposedCall(
      action: "OUT", result: "DI",
      dispute: ProposedDispute(reason: "price", amount: nil, invoices: [DocumentID(rawValue: 1)])
    ).completed(for: picture, policy: policy)
    #expect(call.body.first(DisputeTerms.self)?.dueOn == (try day("2026-12-01")))
    let rung = try ProposedEscalation("final_demand", reason: "asked").completed(for: picture, policy: policy)
    #expect(rung.body.first(EscalationTerms.self)?.dueOn == (try day("2026-11-27")))
  }

  @Test(
    "A promise for a day on which nobody there pays is doubted",
    arguments: [
      ("2026-11-25", "2026-11-26", chicago, true), ("2026-11-25", "2026-11-26", berlin, false),
      ("2027-03-22", "2027-03-26", chicago, false), ("2027-03-22", "2027-03-26", berlin, true),
    ])
  func promise(today: String, promised: String, zone: String, isDoubted: Bool) throws {
    let picture = try account(today, zone: zone).picture
    let remarks = try RealismCheck.remarks(on: day(promised), for: picture, policy: .shipped)
    #expect(remarks.contains { $0.contains("is a holiday") } == isDoubted)
  }

  /// Two business days before Wed 31 March 2027 is Mon 29 here, and Thu 25 where Easter Monday and Good Friday are kept.
  @Test("A run closes by the days of who pays", arguments: [(chicago, "2027-03-29"), (berlin, "2027-03-25")])
  func run(zone: String, closes: String) throws {
    let file = try account("2027-03-22", zone: zone).picture.file
    let paying = PaymentCalendar(.weekly(.wednesday), cutOffDays: 2)
    let calendar = try Policy.shipped.applied(to: file).calendar
    #expect(paying.cutOff(of: try day("2027-03-31"), calendar) == (try day(closes)))
  }

  /// Due Tue 24 November 2026 and never spoken of: three business days are over on Fri 27 there, on Mon 30 here.
  @Test("Derived days go by them", arguments: [(chicago, false), (berlin, true)])
  func derived(zone: String, isLate: Bool) throws {
    var file = try account("2026-11-25", zone: zone).picture.file
    file.invoices = [
      Invoice(
        id: DocumentID(rawValue: 1), number: "4711", issued: try day("2026-10-24"),
        due: try day("2026-11-24"),
        original: Money(minor: 100_000, .usd))
    ]
    let summary = try AccountSummary(of: file, policy: .shipped, asOf: day("2026-11-28"))
    #expect(summary.flags.contains(.neverContacted) == isLate)
  }
}
