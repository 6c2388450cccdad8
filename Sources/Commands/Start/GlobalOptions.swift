import ArgumentParser
import Receivables

/// What every command understands, before or after its name.
struct GlobalOptions: ParsableArguments {
  @Option(
    name: .customLong("database"),
    help: ArgumentHelp(
      "The book to work on. Without it KEPT_DATABASE, then book.kept in the user's data directory.",
      valueName: "path"))
  var namedDatabase: String?

  @Option(
    name: .customLong("today"),
    help: ArgumentHelp(
      """
      The business date to work under. Without it KEPT_TODAY, then the day on the wall. A day that has not come, or is \
      before that of the book, is only looked at: nothing can be saved then.
      """, valueName: "date"), transform: CalendarDay.init(option:))
  var namedToday: CalendarDay?

  @Option(
    name: .customLong("collector"),
    help: ArgumentHelp("As whom to work. Without it the user of the system.", valueName: "name"))
  var namedCollector: String?

  @Option(help: "How to write the result.")
  var format: OutputFormat = .text

  var database: String { namedDatabase ?? Machine.variable("KEPT_DATABASE") ?? Places.database }

  /// Whether somebody says which book, instead of taking the user's own.
  var namesDatabase: Bool { namedDatabase != nil || Machine.variable("KEPT_DATABASE") != nil }

  var collector: String { namedCollector ?? Machine.user }

  /// The business date that somebody says, instead of taking the day of the book. Throws a usage error when KEPT_TODAY
  /// is no date.
  func wantedDay() throws -> CalendarDay? {
    if let namedToday { return namedToday }
    guard let text = Machine.variable("KEPT_TODAY") else { return nil }
    guard let day = CalendarDay(iso: text) else {
      throw ValidationError("KEPT_TODAY is \"\(text)\"; write a date such as 2026-11-27.")
    }
    return day
  }

  /// The business date where there is no book yet: what somebody says, else the day on the wall.
  func today() throws -> CalendarDay { try wantedDay() ?? Machine.today }
}

/// What commands understand that only read.
struct ReadingOptions: ParsableArguments {
  @Option(
    name: .customLong("as-of"),
    help: ArgumentHelp(
      "Show everything as it was on that day: documents, applications and entries dated up to it.",
      valueName: "date"), transform: CalendarDay.init(option:))
  var asOf: CalendarDay?
}

extension CalendarDay {
  /// A day as the command line writes it: `2026-11-27`. Throws a usage error that says so.
  init(option text: String) throws {
    guard let day = CalendarDay(iso: text) else {
      throw ValidationError("“\(text)” is no date; write one such as 2026-11-27.")
    }
    self = day
  }
}
