import ArgumentParser
import Ledger
import Receivables

/// What commands understand that record something about an account, once, however often they are tried.
struct RecordingOptions: ParsableArguments {
  @Option(
    name: .customLong("action-id"),
    help: ArgumentHelp(
      "A name for what is recorded. Repeated with the same one it is recorded once.", valueName: "name"))
  var actionID: String?

  func validate() throws {
    guard actionID.map(Self.isName) ?? true else {
      throw ValidationError("--action-id takes 8 to 64 letters, digits and hyphens, such as a UUID.")
    }
  }

  /// Whether it can stand in the journal as the name of an action.
  private static func isName(_ text: String) -> Bool {
    (8...64).contains(text.utf8.count)
      && text.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") }
  }

  /// The action that somebody named, or a new one.
  var action: ActionID { actionID.map { ActionID(rawValue: $0) } ?? ActionID.new() }

  /// Records what `body` makes of the account as it is today, and reports it; or reports what was recorded before under
  /// the same name.
  func record(
    on account: String, _ options: GlobalOptions, _ body: (AccountPicture, OpenBook) throws -> EntryBody
  ) throws {
    let book = try options.openBook()
    try book.begin()
    try book.tellAge()
    let id = try book.account(numbered: account)
    let action = action
    if let saved = try book.ledger.entry(of: action) {
      guard saved.account == id else {
        throw CommandFailure(
          "Nothing was recorded. --action-id \(action.rawValue) names an entry of another account.", .badData)
      }
      StandardOutput.say("This was recorded before, as entry \(saved.number.rawValue). Nothing was added.")
      return try report(saved, of: try book.ledger.account(id), in: book, options)
    }
    let file = try book.ledger.account(id)
    let picture = try AccountPicture(of: file, policy: book.policy, asOf: book.today)
    let entry = NewEntry(
      action: action, account: id, day: book.today, collector: options.collector,
      body: try body(picture, book))
    let saved = try save(entry, basedOn: file.version, to: book.ledger)
    let done =
      "Entry \(saved.entry.number.rawValue) on \(file.customer.number) was recorded, but not reported; the same command "
      + "with --action-id \(action.rawValue) reports it and records nothing more."
    if let clock = saved.clock { StandardOutput.say(clock.sentence) }
    try reporting(after: done) { try report(saved.entry, of: saved.file, in: book, options) }
  }

  /// No form waits here to be saved again: the command is what is repeated.
  private func save(_ entry: NewEntry, basedOn version: Int64, to ledger: LedgerFile) throws -> RecordedEntry
  {
    do {
      return try ledger.record(entry, basedOn: version, signed: Machine.signature)
    } catch LedgerError.uncertain(let reason) {
      throw CommandFailure(
        "It is not certain that the entry was recorded: \(reason). Everything recorded before is kept. Run the same "
          + "command with --action-id \(entry.action.rawValue): it is recorded once.", .inputOutput)
    }
  }

  private func report(
    _ entry: JournalEntry, of file: AccountFile, in book: OpenBook, _ options: GlobalOptions
  ) throws {
    let picture = try AccountPicture(of: file, policy: book.policy, asOf: book.today)
    let before = try AccountPicture(of: file.before(entry.number), policy: book.policy, asOf: entry.day)
    let listing = EntryListing(
      entry: entry, picture: picture, policy: book.policy,
      earlier: before.takenOver(by: entry.body.said, book.policy))
    try listing.write(as: options.format)
  }
}

/// Throws for a note that is longer than one may be, before anything is opened.
func refuseLong(_ note: String?) throws {
  do {
    try NoteLimit.check(note ?? "")
  } catch {
    throw CommandFailure("Nothing was recorded. \(error.sentence)", .badData)
  }
}
