import Receivables
import SampleEntries
import Testing

@testable import Ledger

/// The book that the rounds start from: three accounts, a queue, a comment on two of them, a dispute and a proposed
/// escalation of the first, and two forms that were not saved yet.
enum FaultedBook {
  static let account = AccountID(rawValue: 1)
  /// The form that a round saves, and one that it must leave alone.
  static let mine = CallDraft(
    action: ActionID(random: 7, 7), account: account, basedOn: 2, collector: "ann", fields: ["note": "typed"])
  static let theirs = CallDraft(
    action: ActionID(random: 8, 8), account: AccountID(rawValue: 2), basedOn: 2, collector: "bob",
    fields: ["note": "kept"])

  /// What an entry may be, by the way in which it counts.
  enum Kind: String, CaseIterable {
    case promise, correction, proposal, approval, disputeChange, person, paymentRun
  }

  /// An entry of that kind, which the first account takes.
  static func body(_ kind: Kind) throws -> EntryBody {
    switch kind {
    case .promise:
      let promise = ProposedPromise(
        amount: try dollars(1_000), day: TestBooks.day(3), invoices: [DocumentID(rawValue: 1)])
      return try call("PP", promise: promise)
    case .correction: return .correction(of: comment, because: "misheard", .note("corrected"))
    case .proposal: return EntryBody(EscalationTerms.faulted)
    case .approval:
      return EntryBody(
        MatterChange(
          of: MatterID(escalation), kind: EscalationTerms.name, state: EscalationState.approved.rawValue,
          by: "Ann Lee"))
    case .disputeChange:
      return EntryBody(MatterChange(of: MatterID(dispute), kind: DisputeTerms.name, owner: "sales"))
    case .person: return EntryBody(PersonRecord("Jane Roe", role: "accounts payable"))
    case .paymentRun: return EntryBody(PaymentRunRecord(PaymentCalendar(.weekly(.thursday))))
    }
  }

  /// Entries of the first account; the first of the book adopts its policy.
  private static let (comment, dispute) = (EntryNumber(rawValue: 2), EntryNumber(rawValue: 4))
  private static let escalation = EntryNumber(rawValue: 5)

  private static func dollars(_ minor: Int64) throws -> Money {
    Money(minor: minor, try #require(Currency("USD")))
  }

  private static func call(
    _ result: String, promise: ProposedPromise? = nil, dispute: ProposedDispute? = nil
  ) throws -> EntryBody {
    let file = try TestBooks(accounts: 1).ledger.account(account)
    return try ProposedCall(action: "OUT", result: result, promise: promise, dispute: dispute)
      .stored(in: file)
  }

  static func bytes() throws -> [UInt8] { try made.get() }

  private static let made = Result {
    let directory = try TemporaryDirectory()
    let path = directory.file("kept.db")
    do {
      let books = try TestBooks(accounts: 3)
      try books.ledger.roll(to: TestBooks.start)
      var actions = Actions()
      for account in 1...2 {
        try books.ledger.record(
          .note("before"), on: AccountID(rawValue: Int64(account)), day: TestBooks.start,
          action: actions.next())
      }
      let contested = ProposedDispute(
        reason: "price", amount: try dollars(500), invoices: [DocumentID(rawValue: 1)])
      for body in [try call("DI", dispute: contested), EntryBody(EscalationTerms.faulted)] {
        try books.ledger.record(body, on: account, day: TestBooks.start, action: actions.next())
      }
      try books.ledger.saveDraft(mine)
      try books.ledger.saveDraft(theirs)
      _ = try books.ledger.backup(to: path)
    }
    return try FileBytes.read(path)
  }
}

extension EscalationTerms {
  /// A rung that somebody has to approve.
  fileprivate static let faulted = EscalationTerms(
    rung: "final_demand", title: "final demand", owner: "manager", dueOn: TestBooks.day(1), reason: "silent",
    invoices: ["A1-0"])
}

extension LedgerFile {
  /// How many entries an action has.
  func count(of action: ActionID) throws -> Int {
    var count = 0
    try forEachAccount { file in
      count += file.entries.count { $0.action == action }
      return true
    }
    return count
  }
}
