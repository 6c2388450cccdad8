import ArgumentParser
import Interchange
import Ledger
import Receivables
import TextScreen
import Workbench

/// `kept calendar`: what was agreed for a day, for a calendar.
struct CalendarCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "calendar",
    abstract: "Write callbacks, follow-ups and checks of promises as iCalendar.",
    discussion: """
      What was agreed for today or later, one event an account: callbacks at their time, all else all day. Calls that the \
      queue asks for without anybody having agreed to a day are not in it. Written again, an event takes the place of the \
      earlier one of its account. An event has the customer's name and number, a telephone number, what to do and why, and \
      nothing that anybody typed.
        kept calendar > calls.ics
      """)

  @OptionGroup var options: GlobalOptions

  @Flag(help: "Of all collectors.")
  var everyone = false

  func validate() throws {
    guard options.format == .text else {
      throw ValidationError("A calendar is written as iCalendar, and as nothing else.")
    }
  }

  func run() throws {
    let book = try options.openBook()
    try book.begin()
    try book.tellAge()
    let query = WorklistQuery(view: .all, collector: options.collector, order: .next, today: book.today)
    var agenda = Agenda(policy: book.policy, today: book.today, mark: try book.ledger.journalMark() ?? "")
    var zones = ZoneLibrary()
    var calendar = ICalendar()
    let now = Machine.now
    for row in try book.ledger.worklist(query, range: 0..<Int.max).rows where agenda.lists(row.summary) {
      guard everyone || row.collector == nil || row.collector == options.collector else { continue }
      let file = try book.ledger.account(row.id)
      agenda.moment = Moment(
        now: now, zones: zones.rules(of: file), localOffset: Machine.localOffset, localRules: zones.local())
      if let event = try agenda.event(row, file) { calendar.add(event, now: now) }
    }
    try StandardOutput.write(calendar.text, isFile: true)
  }
}

/// What an account asks for on a day, as an event.
struct Agenda {
  let policy: Policy
  let today: CalendarDay
  /// Names the book: two of them may have an account of the same number.
  let mark: String
  /// Knows the clocks of the account's people.
  var moment = Moment(now: Machine.now)

  init(policy: Policy, today: CalendarDay, mark: String) {
    (self.policy, self.today, self.mark) = (policy, today, mark)
  }

  /// Whether somebody agreed to a day that has not passed. What the queue alone asks for is all the other calls of today.
  func lists(_ summary: AccountSummary) -> Bool {
    guard let next = summary.next, next.day >= today else { return false }
    return next.day > today || next.kind != .call || summary.lane == .followUp
  }

  /// Nil where nothing is to be done. Throws `MoneyError`.
  func event(_ row: WorklistRow, _ file: AccountFile) throws -> CalendarEvent? {
    guard let next = row.summary.next else { return nil }
    let picture = try AccountPicture(of: file, policy: policy, asOf: today)
    let time = next.time.map { " at \($0.text)" + (next.zone.map { " \($0)" } ?? "") } ?? ""
    let reasons = row.summary.reasons.told(under: policy, on: today).map(\.description)
    // What is not due yet stands in no lane, and has no reason there.
    let promised = row.summary.promise.flatMap { promise in
      promise.state.isActive
        ? "promised \(promise.amount.grouped) \(promise.amount.currency.code) for \(promise.day.long)" : nil
    }
    let lines =
      [
        picture.firstCallee.map { "Phone \($0.phone.number)" }, "Account \(row.number)",
        "\(next.kind.title) on \(next.day.long)\(time)",
        promised,
      ].compactMap { $0 } + reasons
    return CalendarEvent(
      uid: "\(mark)-\(row.id.rawValue)@kept", sequence: file.version,
      start: moment.instant(of: next).map { .moment($0) } ?? .day(next.day),
      summary: Sanitised.text(of: "\(next.kind.title): \(row.name)"),
      description: lines.map { Sanitised.text(of: $0) }.joined(separator: "\n"))
  }
}
