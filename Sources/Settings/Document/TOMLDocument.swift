import Receivables
import TOMLKit

/// A settings file: parsed by TOMLKit, read through `TOMLSection`, with the place of every fault.
///
/// ```swift
/// let root = try TOMLDocument(text: "grace_days = 2", name: "policy.toml").root
/// try root.integer("grace_days", in: 0...30)  // 2
/// ```
public struct TOMLDocument: Sendable {
  /// The file as the user knows it.
  public let name: String
  let text: String
  /// The document's top level as a tree.
  let entries: [String: TOMLNode]

  /// Parses `text`. Throws `SettingsError` with line and column where it is not TOML.
  public init(text: String, name: String) throws(SettingsError) {
    self.name = name
    self.text = text
    // The parser takes a C string and would silently stop here.
    if let position = Self.position(ofNulIn: text) {
      throw SettingsError(
        file: name, position: position, reason: "The file holds a NUL byte; save it as plain text.")
    }
    if let fault = TOMLLimits.fault(in: text, of: name) { throw fault }
    do {
      guard case .table(let entries) = TOMLNode(try TOMLTable(string: text)) else { preconditionFailure() }
      self.entries = entries
    } catch let fault as TOMLParseError {
      throw SettingsError(
        file: name, position: TextPosition(line: fault.source.begin.line, column: fault.source.begin.column),
        reason: Self.sentence(fault.description))
    } catch {
      throw SettingsError(file: name, position: nil, reason: "The file cannot be read as TOML.")
    }
  }

  /// The document's top level.
  public var root: TOMLSection { TOMLSection(document: self, path: TOMLPath(), entries: entries) }

  /// A fault at the value that `path` names, or at its key.
  func error(at path: TOMLPath, onKey: Bool = false, _ reason: String) -> SettingsError {
    // Only a faulty file pays for finding places.
    let places = TOMLLocator.places(in: text)
    var candidate: TOMLPath? = path
    while let known = candidate {
      if let place = places[known] {
        return SettingsError(file: name, position: onKey ? place.key : place.value, reason: reason)
      }
      candidate = known.parent
    }
    return SettingsError(file: name, position: TextPosition(line: 1, column: 1), reason: reason)
  }

  private static func position(ofNulIn text: String) -> TextPosition? {
    guard Array(text.utf8).contains(0) else { return nil }
    var line = 1
    var column = 1
    for scalar in text.unicodeScalars {
      if scalar == "\0" { return TextPosition(line: line, column: column) }
      if scalar == "\n" { (line, column) = (line + 1, 1) } else { column += 1 }
    }
    return nil
  }

  private static func sentence(_ message: String) -> String {
    let start = message.prefix(1).uppercased() + message.dropFirst()
    return start.hasSuffix(".") ? start : start + "."
  }
}

/// A parsed TOML value, free of the parser's memory.
enum TOMLNode: Hashable, Sendable {
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

/// Names one value of a TOML document: `calls.results[3].code`.
struct TOMLPath: Hashable, Sendable {
  /// One step down from a table or a list.
  enum Step: Hashable, Sendable {
    /// Into a table.
    case key(String)
    /// Into a list, from 0.
    case index(Int)
  }

  /// From the document's root.
  var steps: [Step] = []

  /// The value of `key` in the table that this path names.
  func key(_ key: String) -> TOMLPath { TOMLPath(steps: steps + [.key(key)]) }

  /// The element at `index` of the list that this path names.
  func index(_ index: Int) -> TOMLPath { TOMLPath(steps: steps + [.index(index)]) }

  /// The table or list that holds the value; nil for the root.
  var parent: TOMLPath? { steps.isEmpty ? nil : TOMLPath(steps: Array(steps.dropLast())) }
}
