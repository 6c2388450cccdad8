import ArgumentParser

/// How a command writes what it found.
enum OutputFormat: String, ExpressibleByArgument, CaseIterable {
  /// For people.
  case text
  /// For spreadsheets: one header line, plain decimals, ISO dates.
  case csv
  /// For programs.
  case json
}
