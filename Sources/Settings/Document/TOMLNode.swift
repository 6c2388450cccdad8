import Receivables
import TOMLKit

/// A parsed TOML value, free of the parser's memory.
enum TOMLNode: Sendable {
  case string(String)
  case integer(Int)
  case boolean(Bool)
  case day(CalendarDay)
  case list([TOMLNode])
  case table([String: TOMLNode])
  /// A kind of value that no setting uses, named for error messages.
  case unused(String)

  /// What a person calls this kind of value: `"a number"`.
  var kind: String {
    switch self {
    case .string: "text in quotes"
    case .integer: "a whole number"
    case .boolean: "true or false"
    case .day: "a date"
    case .list: "a list"
    case .table: "a table"
    case .unused(let kind): kind
    }
  }

  init(_ table: TOMLTable) {
    var entries: [String: TOMLNode] = [:]
    for key in table.keys {
      if let value = table[key] { entries[key] = TOMLNode(value) }
    }
    self = .table(entries)
  }

  private init(_ value: any TOMLValueConvertible) {
    self =
      switch value.type {
      case .string: .string(value.string ?? "")
      case .int: .integer(value.int ?? 0)
      case .bool: .boolean(value.bool ?? false)
      case .table: value.table.map { TOMLNode($0) } ?? .unused("a table")
      case .array: .list(value.array?.map { TOMLNode($0) } ?? [])
      case .date:
        value.date.flatMap { CalendarDay(year: $0.year, month: $0.month, day: $0.day) }.map { .day($0) }
          ?? .unused("a date that does not exist")
      case .double: .unused("a number with a fraction")
      case .time: .unused("a time")
      case .dateTime: .unused("a date with a time")
      }
  }
}
