import Ledger
import Receivables
import TextScreen
import Workbench

/// Where and as whom somebody works: the book's place, the rules, the business date, the names.
struct WorkSite {
  /// The book's file, there or not.
  var path: String
  /// What a new book adopts.
  var source: PolicySource
  /// The business date; that of the book once it is open.
  var today: CalendarDay
  /// The day on the wall, which a book can be brought to.
  var wall: CalendarDay
  /// Whether nobody named another business date than the day on the wall.
  var followsClock = false
  var collector: String
  var actor = Machine.user
  var host = Machine.host
  var groups = Machine.groups

  /// What the desk starts from. Throws `LedgerError`.
  func sitting(of ledger: LedgerFile?, _ moment: Moment, size: Size, seed: UInt64) throws -> Sitting {
    var sitting = Sitting(
      policy: ledger?.policy ?? source.policy, today: today, collector: collector, moment: moment,
      book: try ledger.map(state), size: size, seed: seed)
    sitting.followsClock = followsClock
    sitting.isOpening = ledger == nil && LedgerFile.exists(at: path)
    return sitting
  }

  /// What the desk knows of an open book. Throws `LedgerError`.
  func state(of ledger: LedgerFile) throws -> BookState {
    BookState(
      name: name(of: ledger), isEmpty: try ledger.isEmpty(), booksDay: try ledger.booksDate(), today: today,
      policy: ledger.policy, isOtherDay: ledger.lookingAt != nil, notice: notice(of: ledger))
  }

  private func notice(of ledger: LedgerFile) -> String? {
    if let day = ledger.lookingAt {
      return "You are looking at \(day.long), which is not the day of the book: nothing can be saved."
    }
    var notices = followsClock ? [ledger.dayNotice, ledger.clockNotice].compactMap(\.self) : []
    if source.path != nil, ledger.offered.policy.digest != ledger.policy.digest {
      notices.append(
        "This book goes by another policy than your own file. `kept policy diff` says what yours would change."
      )
    }
    return notices.isEmpty ? nil : notices.joined(separator: " ")
  }

  private func name(of ledger: LedgerFile) -> String {
    let file = ledger.path.split(separator: "/").last.map(String.init) ?? ledger.path
    return file.hasSuffix(".kept") ? String(file.dropLast(5)) : file
  }
}

extension GlobalOptions {
  /// Where and as whom these options say to work. Throws `CommandFailure` and usage errors.
  func site() throws -> WorkSite {
    WorkSite(
      path: database, source: try .own(), today: try today(), wall: Machine.today,
      followsClock: try wantedDay() == nil, collector: collector)
  }
}

/// Where the book that the workbench shows comes from.
enum BookSource {
  /// The book of the site, which is there.
  case existing
  /// A demo company, in a book of its own.
  case demo
  /// This export, read as was said of it, into the open book or the one that is made for it.
  case imported(String, ImportAnswers)

  /// The book, ready for the site's day. Throws what importing throws.
  func open(
    at site: WorkSite, over ledger: LedgerFile?, progress: @escaping (Event) -> Bool
  ) throws -> LedgerFile {
    var work = LongWork(progress)
    switch self {
    case .existing:
      let book = try LedgerFile(path: site.path, offering: site.source)
      try bring(book, to: site, &work)
      return book
    case .demo:
      return try DemoBook(path: Places.demo, source: site.source, today: site.today).open { done in
        work.goesOn("Making the demo company", done)
      }
    case .imported(let path, let answers):
      let book = try ledger ?? LedgerFile(path: site.path, creating: true, offering: site.source)
      try bring(book, to: site, &work)
      let step = { (step: String, share: Double) in work.goesOn(step, Int(share * 100)) }
      let outcomes = try FileIntake(
        wishes: ImportWishes(answers, progress: step), ledger: book, policy: book.policy, today: site.today
      ).outcomes(of: [path])
      if let refusal = outcomes.first?.refused.first {
        throw CommandFailure("\(path) was not imported; nothing was stored. \(refusal)", .badData)
      }
      return book
    }
  }

  private func bring(_ book: LedgerFile, to site: WorkSite, _ work: inout LongWork) throws {
    let day = site.followsClock ? max(site.today, try book.businessDate() ?? site.today) : site.today
    try book.work(on: day, wall: site.wall, signed: Machine.signature) { done, total in
      work.goesOn("Bringing the queue to \(day.long)", done * 100 / max(total, 1))
    }
  }
}

/// Work whose progress is worth showing only when it takes longer than half a second, and then not at every step.
struct LongWork {
  private let began = ContinuousClock.now
  private var shown: ContinuousClock.Instant?
  private let show: (Event) -> Bool

  init(_ show: @escaping (Event) -> Bool) { self.show = show }

  /// Whether to go on after `percent` of `what`.
  mutating func goesOn(_ what: String, _ percent: Int) -> Bool {
    let now = ContinuousClock.now
    guard now - began > .milliseconds(500), shown.map({ now - $0 > .milliseconds(50) }) ?? true else {
      return true
    }
    shown = now
    return show(.progress(what, percent: percent))
  }
}
