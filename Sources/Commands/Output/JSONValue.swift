import FoundationEssentials
import Receivables

/// What a command hands to programs. Amounts are strings of plain decimals, so that no reader rounds them.
indirect enum JSONValue: Encodable, Hashable {
  case null
  case boolean(Bool)
  case number(Int64)
  case string(String)
  case list([JSONValue])
  case object([String: JSONValue])

  /// Text, or null without any.
  static func text(_ value: String?) -> JSONValue { value.map(JSONValue.string) ?? .null }

  /// A whole number, or null without any.
  static func integer(_ value: Int?) -> JSONValue { value.map { .number(Int64($0)) } ?? .null }

  /// An ISO date, or null without any.
  static func day(_ value: CalendarDay?) -> JSONValue { text(value?.iso) }

  /// A plain decimal in major units, such as `"1200.00"`. The currency stands beside it.
  static func amount(_ minor: Int64, _ currency: Currency) -> JSONValue {
    .string(Money(minor: minor, currency).text)
  }

  /// As one line with sorted keys.
  var text: String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    // Nothing in here can fail to encode: no floating point, no foreign types.
    guard let data = try? encoder.encode(self) else { preconditionFailure("JSON") }
    return Self.escaped(String(decoding: data, as: UTF8.self)) + "\n"
  }

  /// With escapes for what the encoder leaves as it is and a terminal takes for a command or does not show: readers get
  /// the same text, and whoever looks at it sees it.
  private static func escaped(_ json: String) -> String {
    guard !json.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) else { return json }
    var text = String.UnicodeScalarView()
    for scalar in json.unicodeScalars {
      guard isHidden(scalar) else {
        text.append(scalar)
        continue
      }
      for unit in String(scalar).utf16 {
        let digits = String(unit, radix: 16)
        text.append(
          contentsOf: ("\\u" + String(repeating: "0", count: 4 - digits.count) + digits).unicodeScalars)
      }
    }
    return String(text)
  }

  private static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .unassigned: true
    default: scalar.properties.isDefaultIgnorableCodePoint
    }
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    switch self {
    case .null: try container.encodeNil()
    case .boolean(let value): try container.encode(value)
    case .number(let value): try container.encode(value)
    case .string(let value): try container.encode(value)
    case .list(let values): try container.encode(values)
    case .object(let entries): try container.encode(entries)
    }
  }
}

extension JSONValue: ExpressibleByDictionaryLiteral, ExpressibleByArrayLiteral, ExpressibleByStringLiteral,
  ExpressibleByBooleanLiteral
{
  init(dictionaryLiteral elements: (String, JSONValue)...) {
    self = .object(Dictionary(elements) { _, last in last })
  }

  init(arrayLiteral elements: JSONValue...) { self = .list(elements) }

  init(stringLiteral value: String) { self = .string(value) }

  init(booleanLiteral value: Bool) { self = .boolean(value) }
}
