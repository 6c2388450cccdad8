import Receivables
import SampleEntries
import Testing

@Suite("Calls logged one after the other")
struct CallSequenceTests {
  /// Logs whatever the rules allow on an account for some weeks and looks at the account after each call.
  @Test(
    "are written and read back equal, leave a next step, and no part of an invoice promised twice",
    arguments: 0..<250)
  func invariants(seed: Int) throws {
    let policy = try Policy.shipped
    var file = RandomAccount(seed: UInt64(seed), policy).file
    file.contacts = [Contact(name: "Jane", phones: [Phone(number: "555 0100")], timeZone: "Europe/London")]
    file.entries = []
    var random = Randomness(seed: UInt64(seed))
    for offset in stride(from: 20, to: RandomAccount.span, by: 3) {
      let today = RandomAccount.start.advanced(by: offset)
      let before = try AccountPicture(of: file, policy: policy, asOf: today)
      let typed = call(before, policy, &random)
      let zones = ["Europe/London": ZoneRules(offset: 3_600)]
      let completed: CompletedCall
      do throws(CallProblem) {
        completed = try typed.completed(for: before, policy: policy, zones: zones)
      } catch {
        #expect(!error.sentence.isEmpty)
        continue
      }
      let place: Comment = "seed \(seed), \(today.iso), \(typed.outcome.result)"
      let read = try EntryBody(text: completed.body.text)
      #expect(read == completed.body, place)
      check(completed, on: before, place)
      file.entries.append(
        JournalEntry(
          number: EntryNumber(rawValue: Int64(file.entries.count) + 1), action: ActionID(rawValue: "a"),
          recorded: Instant(milliseconds: 0), day: today, actor: "t", collector: "t",
          account: file.customer.id, body: read))
      let after = try AccountPicture(of: file, policy: policy, asOf: today)
      if after.summary.balances.contains(where: { $0.toCollect > 0 }) {
        #expect(after.summary.next != nil, place)
      }
      checkReplaced(read, before, after, place)
      checkOverlap(after, place)
      if let promise = read.first(PromiseTerms.self), typed.outcome.promise?.amount.minor == 0,
        typed.outcome.promise?.invoices.isEmpty == true
      {
        let balance = after.summary.balances.first { $0.currency == promise.amount.currency }
        #expect(balance?.toCollect == 0, "\(place): a promise of everything holds everything")
      }
    }
  }

  private func call(_ picture: AccountPicture, _ policy: Policy, _ random: inout Randomness) -> ProposedCall {
    let rule = policy.results[random.below(policy.results.count)]
    let kind = random.below(3) == 0 ? PromiseTerms.Kind.promise : rule.promiseKind
    var call = ProposedCall(
      action: ["OUT", "IN", "CM"][random.below(3)], result: kind == .promise ? "PP" : rule.code,
      contact: random.below(2) == 0 ? "Jane" : nil, reason: "cash_flow", note: RandomBody.text(&random))
    let currency = picture.leadingCurrency ?? .usd
    let chosen =
      random.below(2) == 0 ? [] : picture.invoices.map(\.invoice.id).filter { _ in random.below(2) == 0 }
    let minor = random.below(2) == 0 ? 0 : Int64(random.below(20)) * 5_000
    if let kind {
      let day = picture.asOf.advanced(by: kind == .saysPaid ? -random.below(5) : random.below(20))
      call.outcome.promise = ProposedPromise(
        amount: Money(minor: minor, currency), day: day, method: ["ach", "check"][random.below(2)],
        invoices: chosen)
    } else if rule.holdsDispute {
      call.outcome.dispute = ProposedDispute(
        reason: "price", amount: minor == 0 ? nil : Money(minor: minor, currency), invoices: chosen)
    } else if rule.holdsPlan {
      call.outcome.plan = try? ProposedPlan(
        splitting: Money(minor: max(minor, 10_000), currency), into: random.below(4) + 1,
        first: picture.asOf.advanced(by: random.below(10)), every: .weekly, invoices: chosen)
    } else if rule.returns == .askedDay || random.below(4) == 0 {
      call.outcome.next = NextAction(
        rule.nextKind, on: picture.asOf.advanced(by: random.below(9)), at: .midnight)
      if random.below(3) == 0 { call.outcome.invoices = chosen }
    }
    return call
  }

  private func check(_ completed: CompletedCall, on picture: AccountPicture, _ place: Comment) {
    let body = completed.body
    let covers =
      (body.first(PromiseTerms.self)?.covers ?? []) + (body.first(DisputeTerms.self)?.covers ?? [])
      + (body.first(PlanTerms.self)?.covers ?? [])
    for cover in covers {
      let item = picture.invoices.first { $0.invoice.number == cover.number }
      #expect(item?.invoice.original.currency == cover.amount.currency, place)
      #expect(cover.amount.minor >= 0 && cover.amount.minor <= item?.open ?? 0, place)
    }
    if let promise = body.first(PromiseTerms.self) {
      #expect(!promise.covers.isEmpty && promise.amount.minor > 0, place)
      #expect(promise.covers.reduce(0) { $0 + $1.amount.minor } == promise.amount.minor, place)
    }
    if let plan = body.first(PlanTerms.self) {
      #expect(
        plan.covers.reduce(0) { $0 + $1.amount.minor } == plan.instalments.reduce(0) { $0 + $1.amount }, place
      )
    }
    #expect((body.first(ContactStep.self)?.action.day ?? picture.asOf) >= picture.asOf, place)
    if !completed.rest.isEmpty { #expect(body.first(ContactStep.self) != nil, place) }
    if covers.isEmpty, body.first(EscalationTerms.self) == nil {
      #expect(body.first(ContactStep.self) != nil || picture.invoices.isEmpty, place)
    }
  }

  /// An older promise stands for what was not taken over of it, and ends when nothing is left.
  private func checkReplaced(
    _ body: EntryBody, _ before: AccountPicture, _ after: AccountPicture, _ place: Comment
  ) {
    let replaces = body.replaces
    for id in Set(replaces.map(\.promise)) {
      let taken = replaces.filter { $0.promise == id }.reduce(0) { $0 + $1.amount.minor }
      let old = before.promises.first { $0.id == id }
      let new = after.promises.first { $0.id == id }
      #expect(new?.standing.minor == (old?.standing.minor ?? 0) - taken, place)
      if new?.standing.minor == 0 { #expect(new?.state == .superseded, place) }
    }
    for old in before.promises where !replaces.contains(where: { $0.promise == old.id }) {
      #expect(after.promises.first { $0.id == old.id }?.standing == old.standing, place)
    }
  }

  /// On no invoice do open promises come to more than is open of it.
  private func checkOverlap(_ picture: AccountPicture, _ place: Comment) {
    for item in picture.invoices {
      let promised = picture.promises.filter { $0.state.isActive && $0.paid == 0 && $0.credited == 0 }
        .reduce(0) { $0 + ($1.parts[item.invoice.number] ?? 0) }
      #expect(promised <= item.open, place)
    }
  }
}
