import Receivables
import Testing

@Suite("What holds of every account on every day")
struct AccountInvariantTests {
  @Test("buckets and credits are what a plain count over the books says", arguments: UInt64(100)..<140)
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

  @Test("slices are taken once, never below zero, and add up", arguments: UInt64(200)..<240)
  func slices(seed: UInt64) throws {
    let policy = try Policy.shipped
    let file = RandomAccount(seed: seed, policy).file
    for offset in stride(from: 0, through: 260, by: 7) {
      let picture = try AccountPicture(
        of: file, policy: policy, asOf: RandomAccount.start.advanced(by: offset))
      for status in picture.invoices {
        #expect(min(status.disputed, status.planned, status.promised, status.collectable) >= 0)
        #expect(status.disputed + status.planned + status.promised + status.collectable == status.open)
      }
      for balance in picture.summary.balances {
        let pastDue = picture.invoices.filter {
          $0.isPastDue && $0.invoice.original.currency == balance.currency
        }
        #expect(balance.pastDue == pastDue.reduce(0) { $0 + $1.open })
        #expect(balance.toCollect == pastDue.reduce(0) { $0 + $1.collectable })
        #expect(
          balance.pastDue == balance.disputed + balance.planned + balance.promised + balance.toCollect)
      }
    }
  }

  @Test(
    "nothing to collect is without its next step, and the summary is that of the picture",
    arguments: UInt64(300)..<320)
  func noOrphans(seed: UInt64) throws {
    let policy = try Policy.shipped
    let file = RandomAccount(seed: seed, policy).file
    for offset in 0...230 {
      let asOf = RandomAccount.start.advanced(by: offset)
      let summary = try AccountSummary(of: file, policy: policy, asOf: asOf)
      if summary.balances.contains(where: { $0.toCollect > 0 }) { #expect(summary.next != nil) }
      if summary.lane != nil {
        #expect(summary.reasons.first?.code == summary.lane?.rawValue)
        #expect(summary.next != nil || summary.lane == .promiseDue)
      }
      if summary.flags.contains(.snoozed) { #expect(summary.lane == nil) }
      #expect((0...100).contains(summary.priority))
      if offset % 10 == 0 {
        #expect(try AccountPicture(of: file, policy: policy, asOf: asOf).summary == summary)
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
