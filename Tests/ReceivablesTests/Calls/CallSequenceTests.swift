import Receivables
import Settings
import Testing

@Suite("Calls logged one after the other")
struct CallSequenceTests {
  /// Logs whatever the rules allow on an account for some weeks and looks at the account after each call.
  @Test("leave one next action, and no part of an invoice promised twice", arguments: 0..<40)
  func invariants(seed: Int) throws {
    let policy = try PolicyFile.shipped()
    var file = RandomAccount(seed: UInt64(seed), policy).file
    file.entries = []
    var random = Randomness(seed: UInt64(seed))
    for offset in stride(from: 20, to: RandomAccount.span, by: 3) {
      let today = RandomAccount.start.advanced(by: offset)
      let before = try AccountPicture(of: file, policy: policy, asOf: today)
      let typed = call(before, policy, &random)
      guard let record = try? typed.completed(for: before, policy: policy) else { continue }
      #expect(record.next != nil || before.invoices.isEmpty)
      #expect((record.next?.day ?? today) >= today)
      if let promise = record.promise { try check(promise, on: before) }
      file.entries.append(
        JournalEntry(
          number: EntryNumber(rawValue: Int64(file.entries.count) + 1), action: ActionID(rawValue: "a"),
          recorded: Instant(milliseconds: 0), day: today, actor: "t", collector: "t",
          account: file.customer.id,
          body: .call(record)))
      let after = try AccountPicture(of: file, policy: policy, asOf: today)
      #expect(after.summary.next != nil || !after.summary.balances.contains { $0.toCollect > 0 })
      for number in record.promise?.supersedes ?? [] {
        #expect(after.promises.first { $0.entry == number }?.state == .superseded)
      }
      checkOverlap(after)
      if let promise = record.promise, typed.promise?.amount.minor == 0,
        typed.promise?.invoices.isEmpty == true,
        promise.kind == .promise
      {
        let balance = after.summary.balances.first { $0.currency == promise.amount.currency }
        #expect(balance?.toCollect == 0, "a promise of everything holds everything")
      }
    }
  }

  private func call(_ picture: AccountPicture, _ policy: Policy, _ random: inout Randomness) -> CallRecord {
    let rule = policy.results[random.below(policy.results.count)]
    let kind = random.below(2) == 0 ? PromiseTerms.Kind.promise : rule.promiseKind
    var call = CallRecord(
      action: "OUT", result: kind == .promise ? "PP" : rule.code, reason: "cash_flow")
    let currency = picture.leadingCurrency ?? .usd
    let chosen =
      random.below(2) == 0 ? [] : picture.invoices.map(\.invoice.id).filter { _ in random.below(2) == 0 }
    if kind != nil {
      let day = picture.asOf.advanced(by: kind == .saysPaid ? 0 : random.below(20))
      let minor = random.below(2) == 0 ? 0 : Int64(random.below(20)) * 5_000
      call.promise = PromiseTerms(amount: Money(minor: minor, currency), day: day, invoices: chosen)
    } else if rule.holdsDispute {
      call.dispute = DisputeTerms(reason: "price", invoices: chosen)
    } else if rule.returns == .askedDay {
      call.next = NextAction(rule.nextKind, on: picture.asOf.advanced(by: random.below(9)), at: .midnight)
    }
    return call
  }

  private func check(_ promise: PromiseTerms, on picture: AccountPicture) throws {
    let covered = picture.invoices.filter { promise.invoices.contains($0.invoice.id) }
    #expect(!covered.isEmpty && covered.map(\.invoice.id) == promise.invoices)
    #expect(covered.allSatisfy { $0.invoice.original.currency == promise.amount.currency })
    #expect(promise.amount.minor > 0 && promise.amount.minor <= covered.reduce(0) { $0 + $1.open })
  }

  /// Two open promises never come to more than is open on what they cover together.
  private func checkOverlap(_ picture: AccountPicture) {
    let open = picture.promises.filter {
      $0.state.isActive && $0.terms.kind == .promise && $0.takenOn == picture.asOf
    }
    let others = picture.promises.filter { $0.state.isActive && $0.terms.kind == .promise }
    for one in open {
      for other in others where other.entry != one.entry {
        guard !Set(one.terms.invoices).isDisjoint(with: other.terms.invoices) else { continue }
        let union = Set(one.terms.invoices).union(other.terms.invoices)
        let sum = picture.invoices.filter { union.contains($0.invoice.id) }.reduce(0) { $0 + $1.open }
        let left = [one, other].map { max(0, $0.terms.amount.minor - $0.paid - $0.credited) }.reduce(0, +)
        #expect(left <= sum)
      }
    }
  }
}
