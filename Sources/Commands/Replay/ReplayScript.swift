import Receivables
import TextScreen

/// A recorded stretch of work: where it starts and what is pressed. A bug report, a golden test and a picture
/// of the README in one form (docs/MANUAL.md, "Replay").
struct ReplayScript {
  var size = Size(columns: 80, rows: 24)
  var today: CalendarDay?
  /// When each of its days begins, in UTC: half past nine unless it says otherwise.
  var startMinute = 9 * 60 + 30
  var collector: String?
  var book = Book.given
  var steps: [ReplayStep] = []

  /// Which book is opened.
  enum Book: Equatable {
    /// The one that `--database` names; none when nobody names one.
    case given
    /// None, as on the first start.
    case none
    /// A new demo book.
    case demo(seed: UInt64, customers: Int)
  }

  /// Reads a script. Throws `ReplayProblem` with the line.
  init(_ text: String) throws(ReplayProblem) {
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      let words = line.split(separator: " ", maxSplits: 1)
      guard let verb = words.first, !verb.hasPrefix("#") else { continue }
      let rest = words.count > 1 ? String(words[1]) : ""
      do {
        try read(String(verb), rest)
      } catch {
        throw ReplayProblem(line: index + 1, sentence: error.sentence)
      }
    }
  }

  private static let openings: Set<String> = ["size", "today", "now", "collector", "book"]

  private mutating func read(_ verb: String, _ rest: String) throws(ReplayProblem) {
    if Self.openings.contains(verb), !steps.isEmpty {
      throw ReplayProblem(
        line: 0, sentence: "\"\(verb)\" belongs at the top; later, resize, tomorrow and day change things.")
    }
    switch verb {
    case "size": size = try Self.size(rest)
    case "today": today = try Self.day(rest)
    case "now": startMinute = try Self.time(rest).minutes
    case "collector": collector = rest
    case "book": book = try Self.book(rest)
    case "keys": steps.append(.keys(try rest.split(separator: " ").map(Self.key)))
    case "type": steps.append(.type(rest))
    case "paste": steps.append(.paste(rest))
    case "resize": steps.append(.resize(try Self.size(rest)))
    case "wait": steps.append(.wait(minutes: try Self.number(rest)))
    case "tomorrow": steps.append(.tomorrow)
    case "day": steps.append(.day(try Self.day(rest)))
    case "hangup": steps.append(.hangUp)
    case "import": steps.append(.importFile(rest))
    case "show": steps.append(.show(caption: rest))
    default: throw ReplayProblem(line: 0, sentence: "\"\(verb)\" is not a step of a replay script.")
    }
  }

  static func size(_ text: String) throws(ReplayProblem) -> Size {
    let parts = text.split(separator: "x").compactMap { Int($0) }
    guard parts.count == 2, parts.allSatisfy({ (1...1_000).contains($0) }) else {
      throw ReplayProblem(line: 0, sentence: "\"\(text)\" is not a size such as 80x24, at most 1000x1000.")
    }
    return Size(columns: parts[0], rows: parts[1])
  }

  private static func day(_ text: String) throws(ReplayProblem) -> CalendarDay {
    guard let day = CalendarDay(iso: text) else {
      throw ReplayProblem(line: 0, sentence: "\"\(text)\" is not a date such as 2026-11-20.")
    }
    return day
  }

  private static func time(_ text: String) throws(ReplayProblem) -> TimeOfDay {
    let parts = text.split(separator: ":").compactMap { Int($0) }
    guard parts.count == 2, let time = TimeOfDay(hour: parts[0], minute: parts[1]) else {
      throw ReplayProblem(line: 0, sentence: "\"\(text)\" is not a time such as 09:30.")
    }
    return time
  }

  private static func number(_ text: String) throws(ReplayProblem) -> Int {
    guard let number = Int(text), (0...10_000).contains(number) else {
      throw ReplayProblem(line: 0, sentence: "\"\(text)\" is not a number of minutes, at most 10000.")
    }
    return number
  }

  private static func book(_ text: String) throws(ReplayProblem) -> Book {
    let words = text.split(separator: " ")
    if words.first == "none" { return .none }
    let seed = words.count > 1 ? UInt64(words[1]) : 1
    let customers = words.count > 2 ? Int(words[2]) : 400
    guard words.first == "demo", let seed, let customers, (1...1_000_000).contains(customers) else {
      throw ReplayProblem(line: 0, sentence: "A book is \"none\" or \"demo SEED CUSTOMERS\".")
    }
    return .demo(seed: seed, customers: customers)
  }

  private static func key(_ name: Substring) throws(ReplayProblem) -> Key {
    guard let key = Key(name: String(name)) else {
      throw ReplayProblem(line: 0, sentence: "\"\(name)\" is not a key; see `kept keys`.")
    }
    return key
  }
}

/// One line of a replay script.
enum ReplayStep: Equatable {
  case keys([Key])
  case type(String)
  case paste(String)
  case resize(Size)
  case wait(minutes: Int)
  /// The day is over: the same book is opened on the next business day.
  case tomorrow
  case day(CalendarDay)
  case hangUp
  case importFile(String)
  case show(caption: String)
}

/// Why a replay script cannot be read.
struct ReplayProblem: Error, CustomStringConvertible {
  var line: Int
  var sentence: String

  var description: String { "Line \(line) of the replay script: \(sentence)" }
}
