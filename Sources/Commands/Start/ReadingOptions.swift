import ArgumentParser
import Receivables

/// What commands understand that only read.
struct ReadingOptions: ParsableArguments {
  @Option(
    name: .customLong("as-of"),
    help: ArgumentHelp(
      "Show everything as it was on that day: documents, applications and entries dated up to it.",
      valueName: "date"))
  var asOf: CalendarDay?
}
