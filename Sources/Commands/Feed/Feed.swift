import Ledger
import Receivables

/// Takes the files of a folder that the book does not know, each in a transaction of its own: a bad one keeps no good one
/// out, and what was taken stays when a later one fails.
struct Feed {
  let folder: FeedFolder
  let options: GlobalOptions
  let wishes: ImportWishes
  /// Tells the moment of a line.
  let now: () -> Instant
  /// What this run of the program has looked at: it is not read again before somebody writes to it.
  private var seen: Set<FeedFolder.File> = []
  /// Whether a file was refused.
  private(set) var hasRefused = false

  init(
    folder: FeedFolder, options: GlobalOptions, wishes: ImportWishes,
    now: @escaping () -> Instant = { Machine.now }
  ) {
    (self.folder, self.options, self.now) = (folder, options, now)
    // Who would answer is not there when cron runs it, and must not be needed when somebody is.
    var unattended = wishes
    unattended.canAsk = false
    self.wishes = unattended
  }

  /// Takes what is new and hands a line on each file to `report` at once. Answers which files are perhaps being written
  /// still. Throws `CommandFailure`, `LedgerError`, `SettingsError` and what `report` throws.
  mutating func take(_ report: (FeedLine) throws -> Void) throws -> [FeedFolder.File] {
    let (ready, waiting) = try folder.files(now: now())
    let unseen = ready.filter { !seen.contains($0) }
    guard !unseen.isEmpty else { return waiting }
    let ledger = try LedgerFile(path: options.database, offering: .own())
    let today = try options.wantedDay() ?? ledger.dayToWorkOn()
    try ledger.work(on: today, wall: Machine.today, signed: Machine.signature)
    for file in unseen {
      let intake = FileIntake(wishes: wishes, ledger: ledger, policy: ledger.policy, today: today)
      let line = try take(file, intake)
      seen.insert(file)
      if let line { try report(line) }
    }
    return waiting
  }

  /// Nil for a file that the book knows.
  private mutating func take(
    _ file: FeedFolder.File, _ intake: FileIntake
  ) throws -> FeedLine? {
    let outcome: ImportOutcome
    do {
      let bytes = try MappedFile(file.path)
      let content: FileIntake.Content = (file.path, bytes.bytes, bytes.letGo)
      let found = try withExtendedLifetime(bytes) { () -> ImportOutcome? in
        guard try !intake.ledger.hasTaken(FileIntake.digest(of: content)) else { return nil }
        return try intake.outcomes(of: [content]).first
      }
      guard let found else { return nil }
      outcome = found
    } catch let failure as CommandFailure {
      return refused(file, [Refusal(reason: failure.sentence)])
    } catch LedgerError.money(let error, let doing) {
      return refused(file, [Refusal(reason: LedgerError.money(error, doing: doing).description)])
    }
    guard outcome.refused.isEmpty else { return refused(file, outcome.refused, count: outcome.refusedCount) }
    let entry = try intake.ledger.imports(limit: 1).first
    return FeedLine(file.path, .taken(outcome, entry), at: now())
  }

  private mutating func refused(
    _ file: FeedFolder.File, _ refusals: [Refusal], count: Int? = nil
  ) -> FeedLine {
    hasRefused = true
    var outcome = ImportOutcome(file.path)
    outcome.refuse(refusals, count: count)
    return FeedLine(file.path, .refused(outcome), at: now())
  }
}
