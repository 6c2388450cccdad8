import Receivables

/// Lines of fields for values that may hold anything: names with line ends and tabs in them come back as they were.
struct FieldLines {
  private(set) var text = ""

  /// Adds a line of a key and fields; nil is told apart from an empty field.
  mutating func add(_ key: String, _ fields: [String?]) {
    text += key
    for field in fields {
      text += "\t"
      if let field { text += Self.escaped(field) } else { text += #"\-"# }
    }
    text += "\n"
  }

  /// The lines of what was written.
  static func lines(of text: String) -> [(key: Substring, fields: [String?])] {
    // By bytes: CR before the end of a line would be one character with it.
    text.utf8.split(separator: 0x0A).map { line in
      let parts = line.split(separator: 0x09, omittingEmptySubsequences: false).map { Substring($0) }
      return (parts[0], parts.dropFirst().map { $0 == #"\-"# ? nil : plain($0) })
    }
  }

  private static func escaped(_ field: String) -> String {
    guard field.utf8.contains(where: { $0 == 0x5C || $0 == 0x09 || $0 == 0x0A }) else { return field }
    var escaped = String.UnicodeScalarView()
    for scalar in field.unicodeScalars {
      switch scalar {
      case "\\": escaped += #"\\"#.unicodeScalars
      case "\t": escaped += #"\t"#.unicodeScalars
      case "\n": escaped += #"\n"#.unicodeScalars
      default: escaped.append(scalar)
      }
    }
    return String(escaped)
  }

  private static func plain(_ field: Substring) -> String {
    guard field.utf8.contains(0x5C) else { return String(field) }
    var plain = String.UnicodeScalarView()
    var isEscaped = false
    for scalar in field.unicodeScalars {
      if isEscaped {
        plain.append(scalar == "t" ? "\t" : scalar == "n" ? "\n" : scalar)
        isEscaped = false
      } else if scalar == "\\" {
        isEscaped = true
      } else {
        plain.append(scalar)
      }
    }
    return String(plain)
  }
}

/// The fields of a line, by their place.
struct FieldReader {
  private let fields: [String?]

  init(_ fields: [String?]) { self.fields = fields }

  /// Nil for a field that holds nothing, or is not there.
  subscript(place: Int) -> String? { place < fields.count ? fields[place] : nil }

  /// Two numbers, the first and the last.
  var range: ClosedRange<Int64>? {
    guard let first = number(0), let last = number(1), first <= last else { return nil }
    return first...last
  }

  func number(_ place: Int) -> Int64? { self[place].flatMap { Int64($0) } }

  func day(_ place: Int) -> CalendarDay? {
    number(place).flatMap { Int(exactly: $0) }.map { CalendarDay(number: $0) }
  }

  func money(_ amount: Int, _ currency: Int) -> Money? {
    guard let minor = number(amount), let currency = self[currency].flatMap({ Currency($0) }) else {
      return nil
    }
    return Money(minor: minor, currency)
  }
}
