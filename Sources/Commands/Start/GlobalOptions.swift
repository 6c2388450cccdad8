public import ArgumentParser
public import Receivables

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
      "The business date to work under. Without it KEPT_TODAY, then the day on the wall.", valueName: "date"))
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

  /// Whether somebody says which business date, instead of taking the day on the wall.
  var namesToday: Bool { namedToday != nil || Machine.variable("KEPT_TODAY") != nil }

  /// The business date. Throws a usage error when KEPT_TODAY is no date.
  func today() throws -> CalendarDay {
    if let namedToday { return namedToday }
    guard let text = Machine.variable("KEPT_TODAY") else { return Machine.today }
    guard let day = CalendarDay(iso: text) else {
      throw ValidationError("KEPT_TODAY is \"\(text)\"; write a date such as 2026-11-27.")
    }
    return day
  }
}

/// What commands understand that only read.
struct ReadingOptions: ParsableArguments {
  @Option(
    name: .customLong("as-of"),
    help: ArgumentHelp(
      "Show everything as it was on that day: documents, applications and entries dated up to it.",
      valueName: "date"))
  var asOf: CalendarDay?
}

extension CalendarDay: ExpressibleByArgument {
  /// A day as the command line writes it: `2026-11-27`.
  public init?(argument: String) { self.init(iso: argument) }
}
