public import ArgumentParser
public import Interchange
import Ledger
public import Receivables
import Workbench

/// `kept import`: takes exports of accounting systems into the book.
struct ImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import", abstract: "Take exports of the accounting system into the book.",
    discussion: """
      Reads CSV and TSV files of any size: invoices, lists of open items, payments, customers. Columns are known by \
      their headings. Files are taken as a whole and all together or not at all, and taking them twice changes nothing.
        kept import customers.csv invoices.csv payments.csv
        kept import invoices.csv --dry-run
        kept import open-items.csv --as-of 2026-03-31
      Of a folder the new files are taken, each for itself, those first that were written first: one line a file, and \
      nothing where there is nothing new. A file that cannot be taken keeps no other out, and is told each time until it \
      is moved or mended.
        kept import /srv/exports
        kept import /srv/exports --watch
      """)

  @OptionGroup var options: GlobalOptions

  @Argument(help: "The files, in the order in which they are to be taken, or one folder.")
  var files: [String]

  @Option(
    name: .customLong("as-of"),
    help: ArgumentHelp(
      "The file lists everything that was open on that day; what it does not list is closed.",
      valueName: "date"), transform: CalendarDay.init(option:))
  var asOf: CalendarDay?

  @Option(
    help: ArgumentHelp(
      "How numeric dates are read: dmy, mdy or ymd. Without it the file decides.", valueName: "order"))
  var dateOrder: DateOrder?

  @Option(
    help: ArgumentHelp(
      "What stands before the decimals: point or comma. Without it the file decides.", valueName: "mark"))
  var decimalMark: DecimalMark?

  @Option(help: ArgumentHelp("The currency of amounts that name none.", valueName: "code"))
  var currency: Currency?

  @Option(
    help: ArgumentHelp(
      "How the text is encoded: utf-8, utf-16le, utf-16be or windows-1252. Without it the file decides.",
      valueName: "name"))
  var encoding: TextEncoding?

  @Flag(help: "Show what would change and change nothing.")
  var dryRun = false

  @Flag(help: "Ask what the file does not say, and remember it for files of the same form.")
  var map = false

  @Option(
    help: ArgumentHelp(
      """
      What a word of a type, status or side column means, remembered for files of the same form, such as \
      Avoir=credit_note: one of \(WordMeaning.keys.joined(separator: ", ")).
      """, valueName: "word=meaning"), transform: ExplainedWord.init(option:))
  var word: [ExplainedWord] = []

  @Option(
    help: ArgumentHelp(
      "A column that is not to be read, remembered for files of the same form.", valueName: "column"))
  var ignore: [String] = []

  @Flag(help: "Let a file close more invoices, or rename more customers, than the policy allows unasked.")
  var yes = false

  @Flag(help: "Go on taking new files of the folder as they come, until Ctrl-C.")
  var watch = false

  func run() throws {
    if let folder = try folder() { return try folder.run() }
    let place = try ImportPlace(options.database, isDryRun: dryRun)
    let ledger = try LedgerFile(path: place.database, creating: true, offering: .own())
    let today = try options.wantedDay() ?? ledger.dayToWorkOn()
    try ledger.work(on: today, wall: Machine.today, signed: Machine.signature)
    let outcomes = try outcomes(into: ledger, today)
    try report(outcomes)
    if outcomes.contains(where: { !$0.refused.isEmpty }) { throw ExitCode.badData }
  }

  /// The import of the folder that was named; nil where files were. Throws a usage error for what goes with files only.
  private func folder() throws -> FolderImport? {
    let folders = files.compactMap { FeedFolder($0) }
    guard let folder = folders.first else {
      guard !watch else { throw ValidationError("--watch goes with a folder; \(files[0]) is none.") }
      return nil
    }
    guard files.count == 1 else {
      throw ValidationError("Import a folder by itself: \(folder.path) stands beside others.")
    }
    guard !dryRun, !map else {
      throw ValidationError("--dry-run and --map go with files: name one of those in \(folder.path).")
    }
    guard options.format == .text || options.format == .json else {
      throw ValidationError("What is taken of a folder is told as text or json.")
    }
    return FolderImport(
      folder: folder, options: options, wishes: wishes { _, _ in !Interruption.hasCome }, isWatching: watch)
  }

  /// What came of the files; nothing of the progress shows any more then.
  private func outcomes(into ledger: LedgerFile, _ today: CalendarDay) throws -> [ImportOutcome] {
    let progress = ImportProgress(files)
    defer { progress.end() }
    var wishes = wishes(progress.goesOn)
    if map {
      let sighting = ImportSighting(
        ledger: ledger, today: today, collector: options.collector, progress: { _, _ in true })
      for file in files { wishes.answers[file] = try sighting.answers(on: file, wishes: wishes) }
    }
    return try FileIntake(
      wishes: wishes, ledger: ledger, policy: ledger.policy, today: today
    ).outcomes(of: files)
  }

  private func report(_ outcomes: [ImportOutcome]) throws {
    let listing = ImportListing(outcomes: outcomes, isDryRun: dryRun)
    let taken = outcomes.map(\.file)
    guard !dryRun, outcomes.allSatisfy(\.refused.isEmpty) else {
      return try listing.write(as: options.format)
    }
    try listing.write(
      as: options.format,
      after:
        "\(taken.joined(separator: ", ")): taken into \(options.database), but that was not reported; importing it "
        + "again changes nothing.")
  }

  /// How the file is to be taken; `progress` hears which step is how far and says whether to go on.
  func wishes(_ progress: @escaping (String, Double) -> Bool) -> ImportWishes {
    ImportWishes(
      asOf: asOf, dateOrder: dateOrder, decimalMark: decimalMark, currency: currency, dryRun: dryRun,
      words: word, ignored: ignore, encoding: encoding, yes: yes, collector: options.collector,
      canAsk: Question.canAsk,
      progress: progress)
  }
}

/// A word and what somebody says that it means.
struct ExplainedWord: Hashable, Sendable {
  let text: String
  let meaning: WordMeaning

  init(_ text: String, _ meaning: WordMeaning) { (self.text, self.meaning) = (text, meaning) }

  /// As the command line writes it: `"Avoir=credit_note"`. Throws `ValidationError`.
  init(option: String) throws {
    guard let sign = option.lastIndex(of: "="), !HeadingName(String(option[..<sign])).folded.isEmpty,
      let meaning = WordMeaning(key: String(option[option.index(after: sign)...]))
    else {
      throw ValidationError(
        "Write the word, = and what it means, such as \"Avoir=credit_note\": one of "
          + "\(WordMeaning.keys.joined(separator: ", ")).")
    }
    (text, self.meaning) = (String(option[..<sign]), meaning)
  }
}

extension DateOrder: ExpressibleByArgument {}

extension Currency: ExpressibleByArgument {
  /// A currency as the command line writes it: `USD`.
  public init?(argument: String) { self.init(argument) }
}

extension TextEncoding: ExpressibleByArgument {
  /// Without regard to case.
  public static var allValueStrings: [String] { allCases.map { $0.rawValue.lowercased() } }

  /// `utf-8` or `windows-1252`.
  public init?(argument: String) {
    guard let encoding = Self.allCases.first(where: { $0.rawValue.lowercased() == argument.lowercased() })
    else { return nil }
    self = encoding
  }
}

extension DecimalMark: ExpressibleByArgument {
  /// As it is written, not as it looks.
  public static var allValueStrings: [String] { ["point", "comma"] }

  /// `point` or `comma`.
  public init?(argument: String) {
    switch argument {
    case "point": self = .point
    case "comma": self = .comma
    default: return nil
    }
  }
}

/// Where an import happens: the book, or for a dry run without a book one that is gone afterwards.
struct ImportPlace {
  let database: String
  private let scratch: ScratchPlace?

  init(_ database: String, isDryRun: Bool) throws(CommandFailure) {
    let isElsewhere = isDryRun && !LedgerFile.exists(at: database)
    scratch = isElsewhere ? try ScratchPlace("dry-run") : nil
    self.database = scratch?.database ?? database
  }
}

/// What a person wants of an import beyond the file itself.
struct ImportWishes {
  var asOf: CalendarDay?
  var dateOrder: DateOrder?
  var decimalMark: DecimalMark?
  var currency: Currency?
  var dryRun = false
  var words: [ExplainedWord] = []
  /// Headings of columns that are not to be read.
  var ignored: [String] = []
  /// What was answered of single files, by their paths.
  var answers: [String: ImportAnswers] = [:]
  /// The columns of roles that somebody named.
  var columns: [ColumnRole: String] = [:]
  /// The order of its dates, as somebody answered it for all files of the form.
  var toldOrder: DateOrder?
  /// The currency of amounts that name none, as somebody answered it for all files of the form.
  var toldCurrency: Currency?
  /// Whether somebody who was asked agreed to what the file closes or renames.
  var agrees = false
  var encoding: TextEncoding?
  var yes = false
  /// Sees what the file is made of, where it is only looked at.
  var look: ImportLook?
  /// As whom somebody works; the operating system's user when nobody is named.
  var collector: String?
  /// Whether there is somebody at a plain terminal to answer questions.
  var canAsk = false
  /// Hears which step is how far, 0 to 1, and says whether to go on.
  var progress: (_ step: String, _ share: Double) -> Bool
}
