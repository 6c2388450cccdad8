/// Finds where the keys and values of a TOML text stand, which the parser does not tell.
///
/// It reads only texts that the parser has accepted, so it need not judge them.
struct TOMLLocator {
  /// Where a value and the key before it begin. For a list's element both are the element.
  struct Place {
    let key: TextPosition
    let value: TextPosition
  }

  /// The place of every table, key and list element in `text`.
  static func places(in text: String) -> [TOMLPath: Place] {
    var locator = TOMLLocator(scalars: Array(text.unicodeScalars))
    locator.readDocument()
    return locator.places
  }

  private let scalars: [Unicode.Scalar]
  private var offset = 0
  private var line = 1
  private var column = 1
  private var places: [TOMLPath: Place] = [:]
  private var listCounts: [TOMLPath: Int] = [:]

  private init(scalars: [Unicode.Scalar]) { self.scalars = scalars }

  private mutating func readDocument() {
    var table = TOMLPath()
    skipBlank()
    while let next = peek {
      if next == "[" {
        table = readHeader()
      } else {
        readPair(in: table)
      }
      skipBlank()
    }
  }

  /// `[a.b]` or `[[a.b]]`.
  private mutating func readHeader() -> TOMLPath {
    advance()
    let isList = peek == "["
    if isList { advance() }
    skipSpace()
    let start = here
    var path = TOMLPath()
    let keys = readKeys()
    for (depth, key) in keys.enumerated() {
      path = path.key(key)
      if depth == keys.count - 1, isList {
        let index = listCounts[path, default: 0]
        listCounts[path] = index + 1
        record(path, key: start, value: start)
        path = path.index(index)
      } else if let count = listCounts[path] {
        path = path.index(count - 1)
      }
    }
    record(path, key: start, value: start)
    while peek == "]" || peek == " " || peek == "\t" { advance() }
    return path
  }

  /// `a.b = value`.
  private mutating func readPair(in table: TOMLPath) {
    let start = here
    let keys = readKeys()
    advance()
    skipSpace()
    var path = table
    for key in keys {
      path = path.key(key)
      record(path, key: start, value: here)
    }
    readValue(path)
  }

  private mutating func readValue(_ path: TOMLPath) {
    switch peek {
    case "[":
      advance()
      readElements(path)
    case "{":
      advance()
      readInlineTable(path)
    case "\"", "'":
      _ = readQuoted()
    default:
      while let next = peek, !",]}#\n\r".unicodeScalars.contains(next) { advance() }
    }
  }

  private mutating func readElements(_ path: TOMLPath) {
    var index = 0
    skipBlank()
    while let next = peek, next != "]" {
      record(path.index(index), key: here, value: here)
      readValue(path.index(index))
      index += 1
      skipBlank()
      if peek == "," { advance() }
      skipBlank()
    }
    advance()
  }

  private mutating func readInlineTable(_ path: TOMLPath) {
    skipBlank()
    while let next = peek, next != "}" {
      readPair(in: path)
      skipBlank()
      if peek == "," { advance() }
      skipBlank()
    }
    advance()
  }

  /// `a . "b c"`, up to what follows it.
  private mutating func readKeys() -> [String] {
    var keys: [String] = []
    while true {
      skipSpace()
      keys.append(peek == "\"" || peek == "'" ? readQuoted() : readBareKey())
      skipSpace()
      guard peek == "." else { return keys }
      advance()
    }
  }

  private mutating func readBareKey() -> String {
    var key = String.UnicodeScalarView()
    while let next = peek, !" \t.=]\n".unicodeScalars.contains(next) {
      key.append(next)
      advance()
    }
    return String(key)
  }

  /// A string in one or three quotes. Escapes stay as written, which only a key with one would notice.
  private mutating func readQuoted() -> String {
    guard let quote = peek else { return "" }
    let isLong = peek(1) == quote && peek(2) == quote
    let width = isLong ? 3 : 1
    for _ in 0..<width { advance() }
    var text = String.UnicodeScalarView()
    while let next = peek {
      if next == quote, !isLong || (peek(1) == quote && peek(2) == quote && peek(3) != quote) { break }
      if next == "\\", quote == "\"" {
        text.append(next)
        advance()
      }
      if let kept = peek { text.append(kept) }
      advance()
    }
    for _ in 0..<width { advance() }
    return String(text)
  }
}

extension TOMLLocator {
  private var here: TextPosition { TextPosition(line: line, column: column) }

  private var peek: Unicode.Scalar? { peek(0) }

  private func peek(_ distance: Int) -> Unicode.Scalar? {
    offset + distance < scalars.count ? scalars[offset + distance] : nil
  }

  private mutating func advance() {
    guard let next = peek else { return }
    offset += 1
    if next == "\n" { (line, column) = (line + 1, 1) } else { column += 1 }
  }

  private mutating func skipSpace() {
    while peek == " " || peek == "\t" { advance() }
  }

  /// Spaces, line ends and comments.
  private mutating func skipBlank() {
    while let next = peek {
      if next == "#" {
        while let rest = peek, rest != "\n" { advance() }
      } else if " \t\r\n".unicodeScalars.contains(next) {
        advance()
      } else {
        return
      }
    }
  }

  private mutating func record(_ path: TOMLPath, key: TextPosition, value: TextPosition) {
    // The first place wins: `[a.b]` before `[a]` has already named `a`.
    if places[path] == nil { places[path] = Place(key: key, value: value) }
  }
}

/// A place in a text, both counted from 1. Columns count characters as editors do (Unicode scalars).
public struct TextPosition: Hashable, Sendable {
  /// The line.
  public let line: Int
  /// The character within the line.
  public let column: Int

  /// The place at that line and column.
  public init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }
}
