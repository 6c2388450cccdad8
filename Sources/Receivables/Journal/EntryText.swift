/// Why an entry of the journal cannot be read: it was changed by hand, or a later version wrote it.
public struct EntryTextError: Error, Hashable, Sendable {
  /// What was found: `"a day that is not one"`.
  public let found: String

  /// Something was found that this version cannot read.
  public init(_ found: String) { self.found = found }
}

/// Writes the text of an entry: sections, each a name in brackets and a `key value` line a field, in a fixed order.
///
/// Text that is hashed as evidence must be readable with any tool and must not depend on a library's whims, so it is
/// ours and not JSON. Line breaks inside a value are written `\n`, backslashes `\\`. docs/JOURNAL.md tells the form.
public struct SectionWriter {
  /// What was written so far.
  public private(set) var text = ""

  /// Nothing written yet.
  public init() {}

  /// Begins a section: `[promise]`.
  mutating func begin(_ name: String) {
    if !text.isEmpty { text.append("\n") }
    text.append("[\(name)]")
  }

  /// Adds a whole section as it was written.
  mutating func add(_ section: Substring) {
    if !text.isEmpty { text.append("\n") }
    text.append(contentsOf: section)
  }

  /// Adds one line.
  public mutating func line(_ key: String, _ value: String) {
    if !text.isEmpty { text.append("\n") }
    text.append(key)
    text.append(" ")
    guard value.utf8.contains(where: { $0 == 0x0A || $0 == 0x5C }) else { return text.append(value) }
    for scalar in value.unicodeScalars {
      switch scalar {
      case "\n": text.append("\\n")
      case "\\": text.append("\\\\")
      default: text.unicodeScalars.append(scalar)
      }
    }
  }

  /// Adds one line when there is a value.
  public mutating func line(_ key: String, _ value: String?) {
    if let value { line(key, value as String) }
  }
}

/// The lines of one section as they were written, in their order.
public struct SectionLines: Hashable, Sendable {
  /// One field.
  public struct Line: Hashable, Sendable {
    /// What it is: `"amount"`.
    public let key: String
    /// What it says, without escapes.
    public let value: String
  }

  /// `"promise"`.
  public let name: String
  /// Its fields.
  public let lines: [Line]
  /// As it was written, byte for byte, without the line break behind it.
  public let text: Substring

  /// The value of the first line with that key; nil without one.
  public subscript(key: String) -> String? { lines.first { $0.key == key }?.value }

  /// The value of a line that must be there. Throws `EntryTextError`.
  public func needed(_ key: String) throws(EntryTextError) -> String {
    guard let value = self[key] else { throw EntryTextError("a section “\(name)” without “\(key)”") }
    return value
  }

  /// What the line with that key says, as `read` understands it; nil without one. Throws `EntryTextError`.
  public func optional<Value>(
    _ key: String, _ read: (String) throws(EntryTextError) -> Value
  ) throws(EntryTextError) -> Value? {
    guard let value = self[key] else { return nil }
    return try read(value)
  }

  /// The sections of `text`, in their order. Lines before the first name are a section without one.
  public static func sections(of text: String) -> [SectionLines] {
    var sections: [SectionLines] = []
    var name = ""
    var lines: [Line] = []
    var start = text.startIndex
    func end(at end: String.Index) {
      guard !name.isEmpty || !lines.isEmpty else { return }
      sections.append(SectionLines(name: name, lines: lines, text: text[start..<end]))
    }
    for line in text.utf8.split(separator: 0x0A) {
      if line.first == 0x5B, line.last == 0x5D {
        if line.startIndex > text.startIndex { end(at: text.utf8.index(before: line.startIndex)) }
        start = line.startIndex
        name = String(decoding: line.dropFirst().dropLast(), as: UTF8.self)
        lines = []
      } else {
        let space = line.firstIndex(of: 0x20) ?? line.endIndex
        let key = String(decoding: line[..<space], as: UTF8.self)
        lines.append(Line(key: key, value: plain(line[space...].dropFirst())))
      }
    }
    end(at: text.endIndex)
    return sections
  }

  /// A value without its escapes.
  private static func plain(_ bytes: some Collection<UInt8>) -> String {
    guard bytes.contains(0x5C) else { return String(decoding: bytes, as: UTF8.self) }
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var isEscaped = false
    for byte in bytes {
      if isEscaped {
        result.append(byte == 0x6E ? 0x0A : byte)
        isEscaped = false
      } else if byte == 0x5C {
        isEscaped = true
      } else {
        result.append(byte)
      }
    }
    if isEscaped { result.append(0x5C) }
    return String(decoding: result, as: UTF8.self)
  }
}
