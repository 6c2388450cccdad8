import Receivables

/// A start of the workbench that says no more than which book, who works and on which day, as nearly every one does.
///
/// The parser finds the options of a command by reflection, which took a sixth of the way to the first frame. What is said in
/// any other way, or may be wrong, is left to it: it alone explains and refuses.
struct PlainStart: Hashable {
  private(set) var database: String?
  private(set) var today: CalendarDay?
  private(set) var collector: String?
  private(set) var asOf: CalendarDay?

  /// Nil for arguments that the parser has to look at.
  init?(_ arguments: some Collection<String>) {
    var rest = arguments[...]
    while let argument = rest.popFirst() {
      let name: Substring
      let value: String
      if let sign = argument.firstIndex(of: "=") {
        name = argument[..<sign]
        value = String(argument[argument.index(after: sign)...])
      } else {
        guard let next = rest.popFirst() else { return nil }
        name = argument[...]
        value = next
      }
      guard !value.isEmpty, !value.hasPrefix("-"), take(value, for: name) else { return nil }
    }
  }

  /// False for an option that is none of these, that came before, or whose value is no day.
  private mutating func take(_ value: String, for name: Substring) -> Bool {
    switch name {
    case "--database" where database == nil: database = value
    case "--collector" where collector == nil: collector = value
    case "--today" where today == nil:
      today = CalendarDay(iso: value)
      return today != nil
    case "--as-of" where asOf == nil:
      asOf = CalendarDay(iso: value)
      return asOf != nil
    default: return false
    }
    return true
  }
}

extension WorkbenchCommand {
  /// What the parser makes of the same arguments.
  init(_ start: PlainStart) {
    self.init()
    options = GlobalOptions(start)
    reading = ReadingOptions(asOf: start.asOf)
  }
}

extension GlobalOptions {
  fileprivate init(_ start: PlainStart) {
    self.init()
    namedDatabase = start.database
    namedToday = start.today
    namedCollector = start.collector
    format = .text
  }
}

extension ReadingOptions {
  fileprivate init(asOf day: CalendarDay?) {
    self.init()
    asOf = day
  }
}
