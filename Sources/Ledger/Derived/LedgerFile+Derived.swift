public import Receivables
import SQLEngine

extension LedgerFile {
  /// The business date as of which the lists hold; nil before the first `roll`. Throws `LedgerError`.
  public func businessDate() throws(LedgerError) -> CalendarDay? {
    try LedgerError.wrapping("read the business date") { try Meta(connection: connection).businessDate() }
  }

  /// Brings everything derived to `today`: only the accounts for which something changes by then, or all of them
  /// when the date goes backwards or the policy is another one. `progress` hears how many of how many are done and
  /// says whether to go on; when it does not, nothing has changed. Throws `LedgerError`.
  public func roll(
    to today: CalendarDay, progress: (Int, Int) -> Bool = { _, _ in true }
  ) throws(LedgerError) {
    let doing = "bring the queue to \(today.iso)"
    let rules = RulesMark.text(of: policy)
    try LedgerError.wrapping(doing) {
      guard try !isCurrent(today, rules) else { return }
      try write(doing) {
        let meta = Meta(connection: connection)
        let before = try meta.businessDate()
        let isForward = before.map { $0 <= today } ?? false
        let isNewDayOnly = try meta.value(.rules) == rules
        let deriving = Deriving(
          connection: connection, policy: policy, day: today, isNewDayOnly: isNewDayOnly)
        if isForward, isNewDayOnly {
          try connection.run("delete from touched")
          try connection.run(
            "insert into touched (account_id) select account_id from account_summary where changes_on <= $1",
            today.number)
          try deriving.store(.touched, progress: progress)
          try connection.run("delete from touched")
        } else {
          try deriving.store(.all, progress: progress)
        }
        try meta.set(.businessDate, to: today.iso)
        try meta.set(.rules, to: rules)
      }
    }
  }

  private func isCurrent(_ today: CalendarDay, _ rules: String) throws -> Bool {
    let meta = Meta(connection: connection)
    return try meta.businessDate() == today && meta.value(.rules) == rules
  }

  /// Derives every account that an import wrote to the temporary table `touched`, whose forms are stale from now on.
  /// Runs inside the import's transaction; before the first `roll` there is nothing to keep up.
  func deriveTouched(progress: (Int, Int) -> Bool = { _, _ in true }) throws {
    try connection.run(
      "update account set version = version + 1 where id in (select account_id from touched)")
    if let day = try Meta(connection: connection).businessDate() {
      try Deriving(connection: connection, policy: policy, day: day).store(.touched, progress: progress)
    }
    try connection.run("delete from touched")
  }
}
