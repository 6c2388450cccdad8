import Receivables
import SampleEntries
import Testing

@Suite("The credit for what was contested")
struct DisputedCreditTests {
  /// 1 000.00 past due on Wed 1 April 2026; 400.00 of it contested on Wed 15 April, accepted the day after, and credited
  /// on Mon 20 April. What else is agreed is said before that or after.
  private func credited(
    isAccepted: Bool = true, before: (inout AccountSketch, DocumentID) throws -> Void = { _, _ in },
    after: (inout AccountSketch, DocumentID) throws -> Void = { _, _ in }
  ) throws -> AccountPicture {
    var account = AccountSketch()
    let invoice = try account.invoice(100_000, due: "2026-04-01")
    try before(&account, invoice)
    let dispute = try account.dispute(40_000, on: "2026-04-15", [invoice])
    try after(&account, invoice)
    if isAccepted { try account.change(dispute, .accepted, on: "2026-04-16", due: "2026-05-29") }
    try account.apply(40_000, to: invoice, on: "2026-04-20", .creditNote)
    return try account.picture("2026-04-21")
  }

  @Test(
    "lowers a promise beside it only so far as more is promised than is left open",
    arguments: [
      // Promised, paid, what of the credit lowers the promise.
      (Int64(60_000), Int64(0), Int64(0)), (30_000, 0, 0), (80_000, 0, 20_000), (100_000, 0, 40_000),
      (80_000, 50_000, 20_000), (60_000, 60_000, 0),
    ])
  func promiseBeside(promised: Int64, paid: Int64, credited: Int64) throws {
    func promise(_ account: inout AccountSketch, _ invoice: DocumentID) throws {
      try account.promise(promised, for: "2026-05-01", on: "2026-04-14", [invoice])
      if paid > 0 { try account.apply(paid, to: invoice, on: "2026-04-17") }
    }
    for picture in [try self.credited(before: promise), try self.credited(after: promise)] {
      let promise = try #require(picture.promises.first)
      #expect(promise.credited == credited)
      #expect(promise.paid == paid)
      #expect(picture.disputes.first?.parts.first?.credited == 40_000)
    }
  }

  @Test("lowers a promise where nobody said yet that the customer is right")
  func undecided() throws {
    let picture = try credited(isAccepted: false) { account, invoice in
      try account.promise(60_000, for: "2026-05-01", on: "2026-04-14", [invoice])
    }
    #expect(picture.promises.first?.credited == 40_000)
  }

  @Test("lowers the later of two promises that come to more than is left open")
  func twoPromises() throws {
    let picture = try credited { account, invoice in
      try account.promise(60_000, for: "2026-05-01", on: "2026-04-14", [invoice])
      try account.promise(40_000, for: "2026-05-08", on: "2026-04-14", [invoice])
    }
    let byDay = picture.promises.sorted { $0.terms.day < $1.terms.day }
    #expect(byDay.map(\.credited) == [0, 40_000])
  }

  @Test("lowers no promise on account of one whose day has passed")
  func promiseThatIsOver() throws {
    let picture = try credited(
      before: { account, invoice in
        try account.promise(60_000, for: "2026-04-03", on: "2026-04-02", [invoice])
      },
      after: { account, invoice in
        try account.promise(60_000, for: "2026-05-01", on: "2026-04-15", [invoice])
      })
    #expect(picture.promises.map(\.credited) == [0, 0])
  }

  @Test(
    "lowers a plan beside it only so far as more is planned than is left open",
    arguments: [(60_000, [30_000, 30_000]), (80_000, [40_000, 20_000])] as [(Int64, [Int64])])
  func planBeside(planned: Int64, amounts: [Int64]) throws {
    let picture = try credited(after: { account, invoice in
      try account.plan(
        [("2026-05-01", planned / 2), ("2026-06-01", planned / 2)], on: "2026-04-15", [invoice])
    })
    #expect(picture.plans.first?.instalments.map(\.amount) == amounts)
  }

  @Test(
    "lowers a claim of payment only so far as more is claimed than is left open",
    arguments: [(Int64(60_000), Int64(0)), (80_000, 20_000)])
  func claimBeside(claimed: Int64, credited: Int64) throws {
    let picture = try self.credited(after: { account, invoice in
      try account.promise(claimed, for: "2026-05-01", on: "2026-04-15", [invoice], kind: .saysPaid)
    })
    #expect(picture.promises.first?.credited == credited)
  }
}
