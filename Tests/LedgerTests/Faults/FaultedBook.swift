import Receivables
import SampleEntries
import Testing

@testable import Ledger

/// The book that the rounds start from: three accounts, a queue, two entries, and two forms that were not saved yet.
enum FaultedBook {
  static let account = AccountID(rawValue: 1)
  /// The form that a round saves, and one that it must leave alone.
  static let mine = CallDraft(
    action: ActionID(random: 7, 7), account: account, basedOn: 2, collector: "ann", fields: ["note": "typed"])
  static let theirs = CallDraft(
    action: ActionID(random: 8, 8), account: AccountID(rawValue: 2), basedOn: 2, collector: "bob",
    fields: ["note": "kept"])

  /// A call in which a part of what is owed is promised.
  static func promise() throws -> EntryBody {
    let promise = ProposedPromise(
      amount: Money(minor: 1_000, try #require(Currency("USD"))), day: TestBooks.day(3),
      invoices: [DocumentID(rawValue: 1)])
    let file = try TestBooks(accounts: 1).ledger.account(account)
    return try ProposedCall(action: "OUT", result: "PP", promise: promise).stored(in: file)
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
      try books.ledger.saveDraft(mine)
      try books.ledger.saveDraft(theirs)
      try books.ledger.backup(to: path)
    }
    return try FileBytes.read(path)
  }
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
