import Receivables
import SampleEntries
import Testing

@testable import Ledger

/// What the policy leaves to some is refused to the others where it is written, whichever way they take.
struct RightsTests {
  private static let bob = Signature(
    at: Instant(milliseconds: 1_800_000_000_000), actor: "bob", host: "desk", groups: ["staff"])

  private func books(_ holders: [Right: [String]]) throws -> TestBooks {
    var policy = try TestPolicy.shipped()
    policy.rights = Rights(holders)
    let books = try TestBooks(accounts: 1, policy: policy)
    try books.ledger.roll(to: TestBooks.start)
    return books
  }

  private func write(_ body: EntryBody, _ books: TestBooks, as signature: Signature) throws -> EntryNumber {
    try books.ledger.record(
      NewEntry(
        action: .new(), account: AccountID(rawValue: 1), day: TestBooks.start, collector: "desk",
        body: body),
      basedOn: nil, signed: signature
    ).entry.number
  }

  @Test(arguments: [
    (["carl"], false), (["@managers"], false), (["bob"], true), (["@staff"], true),
    (["carl", "@staff"], true),
    ([], true),
  ])
  func takingBackWhatAnotherWrote(_ holders: [String], isAllowed: Bool) throws {
    let books = try books([.takeBack: holders])
    let (others, own) = (try write(.note("a"), books, as: .ann), try write(.note("b"), books, as: Self.bob))
    let reversal = EntryBody(Reversal(of: others, reason: "wrong"))
    if isAllowed {
      _ = try write(reversal, books, as: Self.bob)
    } else {
      #expect(throws: LedgerError.notAllowed(.takeBack, by: "bob", others: holders)) {
        try write(reversal, books, as: Self.bob)
      }
      #expect(try books.ledger.journalHead().count == 3)
    }
    // What somebody wrote is theirs to take back.
    _ = try write(EntryBody(Reversal(of: own, reason: "wrong")), books, as: Self.bob)
  }

  @Test func approvingIsLeftToWhomThePolicyNames() throws {
    let books = try books([.approve: ["ann"]])
    func terms(_ state: EscalationState) -> EntryBody {
      EntryBody(
        EscalationTerms(
          rung: "final_demand", title: "final demand", state: state, dueOn: TestBooks.day(3),
          invoices: []))
    }
    let proposal = try write(terms(.proposed), books, as: Self.bob)
    var change = MatterChange(of: MatterID(proposal), kind: EscalationTerms.name)
    for state in [EscalationState.approved, .declined] {
      change.state = state.rawValue
      #expect(throws: LedgerError.notAllowed(.approve, by: "bob", others: ["ann"])) {
        try write(EntryBody(change), books, as: Self.bob)
      }
    }
    _ = try write(EntryBody(change), books, as: .ann)
    // A rung that nobody has to approve begins so.
    _ = try write(terms(.approved), books, as: Self.bob)
  }

  @Test func erasingAndAnotherPolicyToo() throws {
    let books = try books([.erase: ["ann"], .applyPolicy: ["ann"]])
    let entry = try write(.note("a"), books, as: .ann)
    #expect(throws: LedgerError.notAllowed(.erase, by: "bob", others: ["ann"])) {
      try books.ledger.erase(
        [entry], of: AccountID(rawValue: 1), ground: "g", action: .new(), as: "bob", signed: Self.bob)
    }
    var other = books.ledger.policy
    other.digest = "other"
    let ledger = try LedgerFile(path: books.path, offering: PolicyText(text: "other", policy: other)) { _ in
      books.ledger.policy
    }
    ledger.policy = books.ledger.policy
    #expect(throws: LedgerError.notAllowed(.applyPolicy, by: "bob", others: ["ann"])) {
      try ledger.adopt(signed: Self.bob, collector: "bob")
    }
    #expect(try ledger.adopt(signed: .ann, collector: "ann"))
  }
}
