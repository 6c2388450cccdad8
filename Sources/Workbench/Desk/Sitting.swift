public import Receivables
public import TextScreen

/// What every screen may look at: who works under which policy, date and clock, at what size.
public struct Sitting: Sendable {
  /// The rules.
  public var policy: Policy { didSet { pictures = DerivedPictures() } }
  /// The business date.
  public var today: CalendarDay { didSet { todayWords = today.long } }
  /// The business date as the first row of every frame says it.
  private(set) var todayWords: String
  /// As whom entries are made.
  public var collector: String
  /// The clock as of the last event.
  public var moment: Moment
  /// Whether the business date is the day on the wall and goes on with it.
  public var followsClock = false
  /// The open book; nil before there is one.
  public var book: BookState?
  /// Whether a book is just being opened and brought to the business date.
  public var isOpening = false
  /// The terminal's size.
  public var terminal: Size { didSet { list.margin = size.rows } }
  /// How the desk looks, in this session and the next.
  var preferences = Preferences()
  /// The list that is worked through.
  var list: AccountList
  /// What lists come to, as far as it was added up; nil before any of it was.
  var tallies: WorklistTallies?
  /// The commands and their keys, for everything that tells somebody which key to press.
  var commands = CommandTable.standard
  /// What was typed and not saved.
  var drafts: [CallDraft] = []
  /// The path of a file to import, as it was typed last.
  var leftPath = ""
  /// The file that was looked at last, with what was said of it.
  var looked: ImportSight?
  /// What was derived lately, and of accounts that the next key may ask for.
  var pictures = DerivedPictures()
  /// Where action numbers come from.
  public var randomness: Randomness

  /// A sitting at the start of the day.
  public init(
    policy: Policy, today: CalendarDay, collector: String, moment: Moment, book: BookState?, size: Size,
    seed: UInt64
  ) {
    self.policy = policy
    self.today = today
    todayWords = today.long
    self.collector = collector
    self.moment = moment
    self.book = book
    terminal = size
    list = AccountList(WorklistQuery(collector: collector, today: today))
    list.margin = size.rows
    randomness = Randomness(seed: seed)
  }

  /// The name of a new action, made before the first attempt to save it.
  mutating func newAction() -> ActionID { ActionID(random: randomness.next(), randomness.next()) }

  /// Whether there is a book with somebody in it.
  var hasAccounts: Bool { book.map { !$0.isEmpty } ?? false }

  /// Whether everything is as of a day that is not the book's own, and nothing can be saved.
  var isOtherDay: Bool { book?.isOtherDay ?? false }

  /// Whether there is room for a side pane.
  var isWide: Bool { size.columns >= 120 }
}

extension Sitting {
  /// What to say when the list has no account to go on to.
  var nothingBelow: String {
    guard list.hasWorkAbove(today) else { return "No account below is left to work." }
    let key = commands.letter(of: .top, in: .queue)
    return "No account below is left to work, but above are some: \(key) goes to the first."
  }
}

/// Why an account cannot be shown: a sentence.
struct PictureProblem: Error, Hashable {
  var sentence: String
}

extension Sitting {
  /// What the desk shows of an account on its day. Throws `PictureProblem` when its amounts do not fit: an account as it
  /// was before is never shown in its place without a word.
  func picture(of file: AccountFile) throws(PictureProblem) -> AccountPicture {
    if let derived = pictures.picture(of: file, asOf: today) { return derived }
    do {
      return try AccountPicture(of: file, policy: policy, asOf: today)
    } catch {
      throw PictureProblem(sentence: "\(file.customer.title.shortened(to: 50)) cannot be shown: \(error)")
    }
  }
}

extension Sitting {
  /// Derives an account once for all who are going to ask for its picture.
  mutating func derive(_ file: AccountFile) {
    guard pictures.picture(of: file, asOf: today) == nil, let picture = try? picture(of: file) else { return }
    pictures.add(picture)
  }
}

/// A few pictures that were derived under the policy of the sitting. A picture is of its file and its day: it
/// is handed out for what is equal to both and for nothing else, so that none is ever out of date.
struct DerivedPictures: Sendable {
  private static let most = 6
  private var pictures: [AccountPicture] = []

  func picture(of file: AccountFile, asOf day: CalendarDay) -> AccountPicture? {
    pictures.first { $0.file.customer.id == file.customer.id && $0.asOf == day && $0.file == file }
  }

  mutating func add(_ picture: AccountPicture) {
    pictures.removeAll { $0.file.customer.id == picture.file.customer.id }
    if pictures.count == Self.most { pictures.removeFirst() }
    pictures.append(picture)
  }
}

/// Where things stand on the screen.
extension Sitting {
  /// The size that screens are laid out for: a terminal that is smaller shows none of them, and what they keep of where
  /// somebody was stays as it is.
  public var size: Size {
    Size(
      columns: max(terminal.columns, TooSmall.needed.columns), rows: max(terminal.rows, TooSmall.needed.rows))
  }

  /// Whether there is no room for a screen.
  var isTooSmall: Bool {
    terminal.columns < TooSmall.needed.columns || terminal.rows < TooSmall.needed.rows
  }

  /// The rows of the screen itself, below the title and above the key bar.
  var body: Rectangle { Rectangle(column: 0, row: 1, columns: size.columns, rows: size.rows - 3) }

  var keyBarRow: Int { size.rows - 2 }

  var messageRow: Int { size.rows - 1 }
}

extension Sitting {
  /// What was typed into a form of an account and not saved: a new entry, or the correction of one.
  func draft(
    _ form: DraftName, on account: AccountID, correcting entry: EntryNumber? = nil
  ) -> CallDraft? {
    drafts.last { $0.form == form && $0.account == account && $0.corrects == entry }
  }

  /// Keeps in mind what was typed and not saved, so that the form of that account goes on with it.
  mutating func remember(_ effect: Effect) {
    guard case .write(let writing) = effect else { return }
    switch writing {
    case .saveDraft(let draft): remember(draft)
    case .discardDraft(let action): forgetDraft(of: action)
    case .record: break
    }
  }

  /// The newest draft of a form is the one that counts.
  mutating func remember(_ draft: CallDraft) {
    forgetDraft(of: draft.action)
    drafts.append(draft)
  }

  /// Nothing of an action is left to go on with: it was recorded, and the book let go of its draft then, or thrown away.
  mutating func forgetDraft(of action: ActionID) { drafts.removeAll { $0.action == action } }
}

/// What lists come to.
extension Sitting {
  mutating func take(_ tallies: WorklistTallies) {
    guard self.tallies != nil else {
      self.tallies = tallies
      return
    }
    self.tallies?.byCollector.merge(tallies.byCollector) { $1 }
    self.tallies?.collectors = tallies.collectors
  }

  /// Lets go of what others' accounts come to.
  mutating func keepOwnTallies() {
    guard var own = tallies else { return }
    own.byCollector = own.byCollector.filter { $0.key.isEmpty || $0.key == collector }
    tallies = own
  }
}
