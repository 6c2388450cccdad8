import Receivables

/// What OFX consists of, in SGML and in XML.
enum OFXEvent {
  /// A group of values begins.
  case open(String, line: Int)
  /// A value.
  case value(String, String, line: Int)
  /// A group ends; of SGML also a value that is closed though it need not be.
  case close(String)
}

/// Where OFX is read from.
protocol OFXSource {
  /// The next event; nil at the end. Throws `Refusal`.
  mutating func next() throws(Refusal) -> OFXEvent?
}

/// OFX 2: elements of XML. One that holds no others is a value.
struct OFXElements: OFXSource {
  private let events: XMLEvents
  /// Elements that are open, each with what it is known to be so far.
  private var open: [(name: String, line: Int, text: String, isGroup: Bool)] = []
  private var waiting: [OFXEvent] = []

  init(_ events: XMLEvents) { self.events = events }

  mutating func next() throws(Refusal) -> OFXEvent? {
    while waiting.isEmpty {
      guard let event = try events.next() else { return nil }
      switch event {
      case .attribute: continue
      case .text(let text):
        guard let last = open.indices.last, !open[last].isGroup else { continue }
        guard open[last].text.utf8.count + text.utf8.count <= OFXTags.longestValue else {
          throw OFXTags.tooLong(open[last].line)
        }
        open[last].text += text
      case .start(let name, let line):
        if let last = open.indices.last, !open[last].isGroup {
          open[last].isGroup = true
          waiting.append(.open(open[last].name, line: open[last].line))
        }
        open.append((name.uppercased(), line, "", false))
      case .end:
        guard let last = open.popLast() else { continue }
        waiting.append(
          last.isGroup ? .close(last.name) : .value(last.name, last.text, line: last.line))
      }
    }
    return waiting.removeFirst()
  }
}

/// OFX 1: tags of SGML, of which those of values are not closed.
struct OFXTags: OFXSource {
  /// Bytes of one value; the longest that OFX knows has 255 characters.
  static let longestValue = 20_000

  private let bytes: UnsafeBufferPointer<UInt8>
  private var position = 0
  private var line = 1

  init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  /// The header of `KEY:VALUE` before the first tag is passed by: what it says of characters is often wrong.
  mutating func next() throws(Refusal) -> OFXEvent? {
    while advance(to: 0x3C) {
      let begun = line
      position += 1
      if position < bytes.count, bytes[position] == 0x21 || bytes[position] == 0x3F {
        try passMarkup()
        continue
      }
      let start = position
      guard advance(to: 0x3E), position - start <= 64 else {
        throw Refusal(
          line: begun, reason: "A tag begins here and does not end. Fetch the statement from the bank again.")
      }
      let tag = String(decoding: bytes[start..<position], as: UTF8.self).uppercased()
      position += 1
      if tag.first == "/" { return .close(String(tag.dropFirst())) }
      let text = position
      _ = advance(to: 0x3C)
      guard position - text <= Self.longestValue else { throw Self.tooLong(begun) }
      let value = Self.plain(String(decoding: bytes[text..<position], as: UTF8.self))
      return value.oneLine == nil ? .open(tag, line: begun) : .value(tag, value, line: begun)
    }
    return nil
  }

  static func tooLong(_ line: Int) -> Refusal {
    Refusal(
      line: line,
      reason: "The text here is longer than that of any statement. The file is damaged, or no statement.")
  }

  /// A comment or an instruction, which say nothing. Throws `Refusal` for a DOCTYPE.
  private mutating func passMarkup() throws(Refusal) {
    let head = bytes[position...].prefix(8).map(\.capital)
    guard !head.elementsEqual("!DOCTYPE".utf8), !head.starts(with: "!ENTITY".utf8) else {
      throw Refusal(
        line: line,
        reason: "A DOCTYPE begins here. Statements have none. Fetch the statement from the bank again.")
    }
    _ = advance(to: 0x3E)
  }

  /// Goes to the next such byte; false, at the end, without any.
  private mutating func advance(to byte: UInt8) -> Bool {
    while position < bytes.count {
      if bytes[position] == byte { return true }
      if bytes[position] == .lineFeed { line += 1 }
      if bytes[position] == .carriageReturn {
        if position + 1 == bytes.count || bytes[position + 1] != .lineFeed { line += 1 }
      }
      position += 1
    }
    return false
  }

  /// The text with the few entities that OFX has as what they stand for. Any other `&` is one.
  private static func plain(_ text: String) -> String {
    guard text.utf8.contains(0x26) else { return text }
    var result = ""
    var rest = text[...]
    while let place = rest.firstIndex(of: "&") {
      result += rest[..<place]
      rest = rest[place...]
      let known = entities.first { rest.hasPrefix($0.name) }
      result += known?.text ?? "&"
      rest = rest.dropFirst(known?.name.count ?? 1)
    }
    return result + rest
  }

  private static let entities: [(name: String, text: String)] = [
    ("&amp;", "&"), ("&lt;", "<"), ("&gt;", ">"), ("&nbsp;", " "), ("&quot;", "\""), ("&apos;", "'"),
    ("&#39;", "'"),
  ]
}
