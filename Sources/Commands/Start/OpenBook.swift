import Ledger
import Receivables
import Settings

/// A ledger file that a command works on, with the rules and the day under which it does.
struct OpenBook {
  let ledger: LedgerFile
  let today: CalendarDay

  /// The policy of the book.
  var policy: Policy { ledger.policy }

  /// Brings the book to its day, or looks at the day that was asked for. Throws `LedgerError`.
  func begin() throws {
    try ledger.work(on: today, wall: Machine.today, signed: Machine.signature)
  }

  /// Says when the books are older than the policy allows: whoever calls by them asks for what was paid.
  func tellAge() throws {
    guard let day = try ledger.booksDate(), let age = policy.staleAge(ofBooks: day, on: today) else { return }
    StandardOutput.say("The books are of \(day.long), \(age) days old. Import a newer export.")
  }

  /// The account of that number, or the only one in which all these words occur. Throws `CommandFailure` when there is
  /// none or are several.
  func account(found text: String) throws -> AccountID {
    if let id = try ledger.accountID(number: text) { return id }
    let matches = try matches(text)
    guard matches.total == 1, let only = matches.rows.first else { throw Self.noAccount(text, matches) }
    return only.id
  }

  /// The account of that number, and no other: something is written about it. Throws `CommandFailure`, which names those
  /// that may be meant.
  func account(numbered number: String) throws -> AccountID {
    if let id = try ledger.accountID(number: number) { return id }
    throw Self.noAccount(number, try matches(number))
  }

  private func matches(_ text: String) throws -> WorklistPage {
    let query = WorklistQuery(view: .all, collector: "", text: text, order: .name, today: today)
    return try ledger.worklist(query, range: 0..<8)
  }

  private static func noAccount(_ text: String, _ matches: WorklistPage) -> CommandFailure {
    let named = matches.rows.map { "\($0.number) \($0.name)" }.joined(separator: ", ")
    let more = matches.total > matches.rows.count ? " and \(matches.total - matches.rows.count) more" : ""
    let instead =
      matches.rows.isEmpty
      ? "`kept queue --view all` lists all." : "\(named)\(more) have to do with it: take one by its number."
    return CommandFailure("There is no account “\(text)”. \(instead)", .badData)
  }
}

extension GlobalOptions {
  /// Opens the book that the options name, which must exist.
  func openBook() throws -> OpenBook { try openBook(offering: .own()) }

  /// The same for a command that shows what is in it; says so when the books are old, unless an earlier day is looked at.
  func openBook(for reading: ReadingOptions) throws -> OpenBook {
    let book = try openBook()
    if reading.asOf == nil { try book.tellAge() }
    return book
  }

  /// The same, with another policy to adopt than the user's own.
  func openBook(offering source: PolicySource) throws -> OpenBook {
    guard LedgerFile.exists(at: database) else {
      throw CommandFailure(
        "There is no book at \(database). Import a file with `kept import FILE`, or make the demo book with "
          + "`kept demo`.", .inputOutput)
    }
    let ledger = try LedgerFile(path: database, offering: source)
    if try wantedDay() == nil, let notice = ledger.dayNotice { StandardOutput.say(notice) }
    return OpenBook(ledger: ledger, today: try wantedDay() ?? ledger.dayToWorkOn())
  }
}

extension LedgerFile {
  /// Opens the book at `path`, which adopts the policy of `source` when it has none; `creating` makes it where there is
  /// none. Throws `LedgerError` and `CommandFailure`.
  convenience init(path: String, creating: Bool = false, offering source: PolicySource) throws {
    try self.init(path: path, creating: creating, offering: source.policyText) {
      try PolicySource(ofBook: $0).policy
    }
    guard wasOpenToOthers else { return }
    StandardOutput.say(
      "Other users of this machine could open \(path) or a file beside it; from now on only you can.")
  }

  /// That the book is of a later day than the one on the wall; nil when it is not. Where it cannot be read, whoever came
  /// for something hears of that.
  var dayNotice: String? {
    guard let day = try? businessDate(), Machine.today < day else { return nil }
    return "The day here is \(Machine.today.long), but the book is of \(day.long) already and stays at it."
  }

  /// That the clock stands before the last entry of this machine; nil when it does not.
  var clockNotice: String? {
    ClockSetBack(now: Machine.now, before: try? lastRecorded(on: Machine.host))?.sentence
  }

  /// The day on the wall, or that of the book where it is further.
  func dayToWorkOn() throws -> CalendarDay { max(try businessDate() ?? Machine.today, Machine.today) }
}

/// A policy with its text and where it comes from.
struct PolicySource {
  let policy: Policy
  let text: String
  /// The user's own file; nil for the shipped policy and for that of a book.
  let path: String?

  /// What a new book adopts: the policy of the user's own file when there is one, else the shipped one. One that is there
  /// and cannot be read is an error; an empty one says nothing, as while a shell writes it. Throws `CommandFailure`.
  static func own() throws(CommandFailure) -> PolicySource {
    guard let text = try ownText() else { return try shipped() }
    return try PolicySource(text, Places.policy, Places.policy)
  }

  /// The text of the user's own file; nil without one, or where it is empty. Throws `CommandFailure`.
  static func ownText() throws(CommandFailure) -> String? {
    let text = TextFile.exists(Places.policy) ? try TextFile.read(Places.policy) : ""
    return text.contains { !$0.isWhitespace } ? text : nil
  }

  /// What ships with the program. Throws `CommandFailure`.
  static func shipped() throws(CommandFailure) -> PolicySource {
    try PolicySource(PolicyFile.shippedText, "the shipped policy", nil)
  }

  /// The policy in the file at `path`. Throws `CommandFailure`.
  init(file path: String) throws(CommandFailure) { try self.init(TextFile.read(path), path, path) }

  /// The policy that a book adopted. Throws `CommandFailure`.
  init(ofBook text: String) throws(CommandFailure) { try self.init(text, "the policy of the book", nil) }

  /// For a ledger.
  var policyText: PolicyText { PolicyText(text: text, policy: policy) }

  private init(_ text: String, _ name: String, _ path: String?) throws(CommandFailure) {
    self.text = text
    self.path = path
    do {
      policy = try PolicyFile.read(text: text, name: name)
    } catch {
      throw CommandFailure(error.description, .configuration)
    }
  }
}
