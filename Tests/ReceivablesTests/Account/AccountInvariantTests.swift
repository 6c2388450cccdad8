import Receivables
import Testing

@Suite("What holds of every account on every day")
struct AccountInvariantTests {
  @Test("buckets and credits are what a plain count over the books says", arguments: UInt64(100)..<300)
  func aging(seed: UInt64) throws {
    let policy = try Policy.shipped
    let file = RandomAccount(seed: seed, policy).file
    for offset in stride(from: 0, through: 260, by: 13) {
      let asOf = RandomAccount.start.advanced(by: offset)
      let summary = try AccountSummary(of: file, policy: policy, asOf: asOf)
      for currency in [Currency.usd, .eur, .jpy] {
        let plain = PlainAging(file, currency, asOf)
        let balance = summary.balances.first { $0.currency == currency }
        #expect((balance?.buckets ?? [0, 0, 0, 0, 0]) == plain.buckets)
        #expect((balance?.credits ?? 0) == plain.credits)
        #expect((try balance?.balance() ?? 0) == plain.buckets.reduce(plain.credits, +))
      }
    }
  }

  @Test("the slices of every open item add up to what is open, none below zero", arguments: UInt64(200)..<400)
  func slices(seed: UInt64) throws {
    let policy = try Policy.shipped
    let file = RandomAccount(seed: seed, policy).file
    for offset in stride(from: 0, through: 260, by: 3) {
      let asOf = RandomAccount.start.advanced(by: offset)
      let picture = try AccountPicture(of: file, policy: policy, asOf: asOf)
      for item in picture.invoices {
        let parts = Slice.allCases.map { item.slices[$0] } + [item.slices.free]
        #expect(parts.allSatisfy { $0 >= 0 }, "seed \(seed), \(asOf.iso)")
        #expect(parts.reduce(0, +) == item.open && item.slices.open == item.open)
        #expect(item.toCollect == (item.invoice.due < asOf ? item.slices.free : 0))
      }
      for balance in picture.summary.balances {
        let pastDue = picture.invoices.filter {
          $0.invoice.due < asOf && $0.invoice.original.currency == balance.currency
        }
        #expect(balance.pastDue.open == pastDue.reduce(0) { $0 + $1.open })
        #expect(balance.toCollect == pastDue.reduce(0) { $0 + $1.slices.free })
        for slice in Slice.allCases {
          #expect(balance.pastDue[slice] == pastDue.reduce(0) { $0 + $1.slices[slice] })
        }
      }
      checkMatters(picture, "seed \(seed), \(asOf.iso)")
    }
  }

  /// What matters hold is what is held of the invoices, whether past due or not; what is over holds nothing.
  private func checkMatters(_ picture: AccountPicture, _ place: Comment) {
    for currency in [Currency.usd, .eur, .jpy] {
      let held = picture.matters.flatMap(\.held).filter { $0.currency == currency }
      let items = picture.invoices.filter { $0.invoice.original.currency == currency }
      #expect(
        held.reduce(0) { $0 + $1.minor } == items.reduce(0) { $0 + $1.open - $1.slices.free }, place)
    }
    for matter in picture.matters where !matter.isOpen {
      #expect(matter.held.isEmpty && matter.step == nil, place)
    }
    #expect(picture.summary.openMatters == picture.matters.count { $0.isOpen })
  }

  @Test(
    "nothing to collect is without its next step, and the summary is that of the picture",
    arguments: UInt64(300)..<500)
  func noOrphans(seed: UInt64) throws {
    let policy = try Policy.shipped
    let file = RandomAccount(seed: seed, policy).file
    for offset in 0...230 {
      let asOf = RandomAccount.start.advanced(by: offset)
      let picture = try AccountPicture(of: file, policy: policy, asOf: asOf)
      let summary = picture.summary
      let place: Comment = "seed \(seed), \(asOf.iso)"
      if summary.balances.contains(where: { $0.toCollect > 0 }) {
        #expect(!picture.candidates.isEmpty && summary.next != nil, place)
      }
      #expect(summary.next == picture.candidates.first?.action, place)
      // In the queue exactly when something is due.
      #expect((summary.lane != nil) == picture.candidates.contains { $0.action.day <= asOf }, place)
      if let lane = summary.lane {
        #expect(summary.reasons.first?.code == lane.rawValue, place)
        let due = picture.candidates.filter { $0.action.day <= asOf }.map(\.lane)
        #expect(policy.lanes.first { due.contains($0) } == lane, place)
      }
      #expect((0...100).contains(summary.priority))
      if offset % 10 == 0 {
        #expect(try AccountSummary(of: file, policy: policy, asOf: asOf) == summary, place)
      }
    }
  }
}

/// Aging worked out the long way.
private struct PlainAging {
  var buckets: [Int64] = [0, 0, 0, 0, 0]
  var credits: Int64 = 0

  init(_ file: AccountFile, _ currency: Currency, _ asOf: CalendarDay) {
    let issued = file.invoices.filter { $0.issued <= asOf }
    for invoice in issued where invoice.original.currency == currency {
      let applied = file.applications.filter { $0.invoice == invoice.id && $0.dated <= asOf }
      let open = applied.reduce(invoice.original.minor) { $0 - $1.amount }
      let days = asOf.number - invoice.due.number
      if open < 0 {
        credits += open
      } else {
        buckets[days <= 0 ? 0 : days <= 30 ? 1 : days <= 60 ? 2 : days <= 90 ? 3 : 4] += open
      }
    }
    for credit in file.credits where credit.dated <= asOf && credit.amount.currency == currency {
      let used = file.applications.filter { application in
        application.credit == credit.id && application.dated <= asOf
          && issued.contains { $0.id == application.invoice }
      }
      credits -= max(used.reduce(credit.amount.minor) { $0 - $1.amount }, 0)
    }
  }
}
