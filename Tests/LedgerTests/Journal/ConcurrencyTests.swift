import Receivables
import SQLEngine
import SampleEntries
import Testing

@testable import Ledger

struct ConcurrencyTests {
  @Test func manySessionsNeverLoseAnEntryOrSeeALock() async throws {
    let books = try TestBooks(accounts: 4)
    try books.ledger.roll(to: TestBooks.start)
    let (path, policy) = (books.path, books.ledger.policy)
    let (sessions, entries) = (6, 25)
    try await withThrowingTaskGroup(of: Void.self) { group in
      for session in 0..<sessions {
        group.addTask {
          let ledger = try LedgerFile(path: path, policy: policy)
          var actions = Actions(seed: UInt64(session + 100))
          for entry in 0..<entries {
            try ledger.record(
              .note("\(session) \(entry)"), on: AccountID(rawValue: Int64(entry % 4 + 1)),
              day: TestBooks.start,
              action: actions.next())
            let query = WorklistQuery(view: .all, collector: "ann", today: TestBooks.start)
            _ = try ledger.worklist(query, range: 0..<10)
          }
        }
      }
      try await group.waitForAll()
    }
    let stored = try books.ledger.connection.all("select body from journal where kind = 'note'") {
      EntryBody(stored: $0.text(0)).freeText
    }
    let wanted = (0..<sessions).flatMap { session in (0..<entries).map { "\(session) \($0)" } }
    #expect(stored.sorted() == wanted.sorted())
    #expect(try books.ledger.verify() == [])
  }

  /// Entries of every kind on the same accounts, while one more session adopts a policy.
  @Test func entriesOfEveryKindStandSideBySide() async throws {
    let books = try TestBooks(accounts: 3)
    try books.ledger.roll(to: TestBooks.start)
    let kinds = try KindsOfEntry(in: books)
    var adopted = books.ledger.policy
    adopted.promises.graceDays = 9
    adopted.digest = "another"
    let (path, policy, offered) = (books.path, books.ledger.policy, adopted)
    let open = { @Sendable in
      try LedgerFile(path: path, offering: PolicyText(text: "another", policy: offered)) {
        $0 == "another" ? offered : policy
      }
    }
    let adoption = Task { try open().adopt(signed: .ann, collector: "ann") }
    let sent = try await withThrowingTaskGroup(of: [ActionID: EntryBody].self) { group in
      for session in 0..<4 {
        group.addTask {
          let ledger = try open()
          var actions = Actions(seed: UInt64(session + 100))
          var sent: [ActionID: EntryBody] = [:]
          var own: [Int: EntryNumber] = [:]
          for round in 0..<(KindsOfEntry.count * 2) {
            if round == KindsOfEntry.count * 2 - 1 { _ = try await adoption.value }
            let account = AccountID(rawValue: Int64(round % 3 + 1))
            let action = actions.next()
            let kind = (session + round) % KindsOfEntry.count
            let body = kinds.body(kind, on: account, text: "\(session) \(round)", after: own)
            own[kind] = try ledger.record(body, on: account, day: TestBooks.start, action: action).number
            sent[action] = body
          }
          #expect(ledger.policy.digest == "another")
          return sent
        }
      }
      return try await group.reduce(into: [:]) { $0.merge($1) { first, _ in first } }
    }
    let stored = try books.ledger.connection.all(
      "select action, body from journal where number > $1", kinds.last
    ) { ($0.text(0), $0.text(1)) }
    var adoptions = 0
    for (action, text) in stored {
      // Each says besides whose account it was.
      let said = EntryBody(EntryBody(stored: text).sections.filter { !($0 is AccountName) })
      if said.first(PolicyAdoption.self) != nil { adoptions += 1; continue }
      #expect(said.text == sent[ActionID(rawValue: action)]?.text)
    }
    #expect(adoptions == 1)
    #expect(stored.count == sent.count + 1)
    let after = try LedgerFile(path: path, policy: offered)
    #expect(try after.verify() == [])
  }

  /// Two who approve the same proposal at once, each on the account as both saw it: one is told.
  @Test(arguments: 0..<5) func ofTwoOnTheSameStateOneIsTold(round: Int) async throws {
    let books = try TestBooks(accounts: 1)
    try books.ledger.roll(to: TestBooks.start)
    let kinds = try KindsOfEntry(in: books)
    let account = AccountID(rawValue: 1)
    let version = try books.ledger.account(account).version
    let (path, policy) = (books.path, books.ledger.policy)
    let outcomes = try await withThrowingTaskGroup(of: Bool.self) { group in
      for session in 0..<2 {
        group.addTask {
          let ledger = try LedgerFile(path: path, policy: policy)
          var actions = Actions(seed: UInt64(round * 2 + session + 50))
          do {
            try ledger.record(
              kinds.approval(on: account, text: "\(session)"), on: account, day: TestBooks.start,
              action: actions.next(), basedOn: version)
            return true
          } catch LedgerError.stale(let fresh) {
            #expect(fresh.version == version + 1)
            return false
          }
        }
      }
      return try await group.reduce(into: [Bool]()) { $0.append($1) }
    }
    #expect(outcomes.count { $0 } == 1)
    #expect(try books.ledger.account(account).entries.count { $0.body.first(MatterChange.self) != nil } == 1)
    #expect(try books.ledger.verify() == [])
  }

  @Test func anotherSessionsWriteIsNoticed() throws {
    let books = try TestBooks(accounts: 1)
    try books.ledger.roll(to: TestBooks.start)
    let query = WorklistQuery(view: .all, collector: "ann", today: TestBooks.start)
    #expect(try books.ledger.worklist(query, range: 0..<10).total == 1)
    let before = try books.ledger.dataVersion()
    #expect(try books.ledger.dataVersion() == before)
    let other = try books.shared()
    let added = try other.addAccount("B", due: [(1, 5)])
    try other.pay(try other.ledger.account(added).invoices[0], of: added, day: 0, amount: 1)
    #expect(try books.ledger.dataVersion() != before)
    #expect(try books.ledger.worklist(query, range: 0..<10).total == 2)
  }
}

/// A body of each kind that is written about an account with an open dispute and a proposed escalation.
private struct KindsOfEntry: Sendable {
  static let count = 12
  /// The number of the last entry that was there before.
  let last: Int64
  private let covered: [AccountID: CoveredInvoice]
  private let disputes: [AccountID: MatterID]
  private let proposals: [AccountID: MatterID]

  init(in books: TestBooks) throws {
    var (covered, disputes, proposals):
      ([AccountID: CoveredInvoice], [AccountID: MatterID], [AccountID: MatterID])
    (covered, disputes, proposals) = ([:], [:], [:])
    var actions = Actions(seed: 9)
    for number in 1...3 {
      let account = AccountID(rawValue: Int64(number))
      guard let invoice = try? books.ledger.account(account).invoices.first else { continue }
      covered[account] = CoveredInvoice(number: invoice.number, amount: invoice.original)
      func record(_ section: some EntrySection) throws -> MatterID {
        MatterID(
          try books.ledger.record(
            EntryBody(section), on: account, day: TestBooks.start, action: actions.next()
          ).number)
      }
      disputes[account] = try record(
        DisputeTerms(reason: "price", covers: [], dueOn: TestBooks.day(9), owner: "sales"))
      proposals[account] = try record(
        EscalationTerms(
          rung: "final_demand", title: "final demand", dueOn: TestBooks.day(9), invoices: [invoice.number]))
    }
    (self.covered, self.disputes, self.proposals) = (covered, disputes, proposals)
    last = try books.ledger.connection.first("select max(number) from journal") { $0.int64(0) } ?? 0
  }

  /// What is changed and taken back is the session's `own`, by its kind: that of others may be gone already, and is
  /// refused. Nine rounds before, it was on the same account.
  func body(
    _ kind: Int, on account: AccountID, text: String, after own: [Int: EntryNumber]
  ) -> EntryBody {
    guard let covered = covered[account], let dispute = disputes[account] else { return .note(text) }
    let later = TestBooks.day(5)
    let call = ContactRecord(action: "OUT", effects: [.worked, .rightParty], note: text)
    let part = CoveredInvoice(number: covered.number, amount: Money(minor: 100, covered.amount.currency))
    switch (kind, own[kind - 9]) {
    case (0, _): return .note(text)
    case (1, _):
      let rest = Money(minor: 300, part.amount.currency)
      return EntryBody([
        call, Outcome(result: "DI"), DisputeTerms(reason: "price", covers: [part], dueOn: later),
        Outcome(result: "PP"),
        PromiseTerms(
          kind: .promise, amount: rest, day: later, covers: [part], graceDays: 2,
          tolerance: .init(basisPoints: 0, amount: 0)),
      ])
    case (2, _):
      return EntryBody([
        call, Outcome(result: "PL"),
        PlanTerms(
          currency: part.amount.currency,
          instalments: [.init(due: later, amount: 60), .init(due: TestBooks.day(20), amount: 40)],
          covers: [part], graceDays: 2),
      ])
    case (3, _): return EntryBody(MatterChange(of: dispute, kind: "dispute", owner: "quality", note: text))
    case (4, _): return approval(on: account, text: text)
    case (5, _): return EntryBody(HoldTerms(reason: text, by: "legal", until: later))
    case (6, _): return EntryBody(PersonRecord(text, role: "payables", phones: [Phone(number: "555 0100")]))
    case (7, _):
      return EntryBody(PaymentRunRecord(PaymentCalendar(.weekly(.thursday), cutOffDays: 1), by: text))
    case (8, _): return .snooze(until: later, reason: text)
    case (9, let note?): return .correction(of: note, because: text, .note("a slip"))
    case (10, let call?): return .reversal(of: call, reason: text)
    case (11, let plan?):
      return EntryBody(Withdrawal(of: MatterID(plan), kind: "plan", by: "Jane", reason: text))
    default: return .note(text)
    }
  }

  /// Somebody approves what is proposed.
  func approval(on account: AccountID, text: String) -> EntryBody {
    guard let proposal = proposals[account] else { return .note(text) }
    return EntryBody(
      MatterChange(of: proposal, kind: "escalation", state: "approved", by: "manager", note: text))
  }
}
