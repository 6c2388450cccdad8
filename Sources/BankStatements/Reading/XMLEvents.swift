import CLibXML
import Receivables

/// What libxml2 finds in a file, one after the other. The file is given to it in pieces, so that no more than one piece
/// waits to be asked for.
final class XMLEvents {
  enum Event {
    /// An element begins; its attributes follow.
    case start(name: String, line: Int)
    case attribute(name: String, value: String)
    case text(String)
    case end
  }

  /// Elements in elements; statements have some twenty.
  private static let deepest = 64
  /// Bytes that are read before somebody asks for what is in them.
  private static let piece = 8_192
  /// Bytes of the value of an attribute.
  private static let longestValue = 4_096

  private let bytes: UnsafeRawBufferPointer
  private var position = 0
  private var parser: OpaquePointer?
  private var waiting: [Event] = []
  private var taken = 0
  private var depth = 0
  private var refusal: Refusal?
  /// Lines before the file's first letter, which the parser does not see.
  private let skippedLines: Int

  /// Reads `bytes`, which must stay where they are. Throws `Refusal` when libxml2 is not on this machine.
  init(_ bytes: UnsafeRawBufferPointer) throws(Refusal) {
    guard kept_xml_is_there() != 0 else {
      throw Refusal(
        reason:
          "Reading this file needs libxml2, and this machine has none. Install the package libxml2 (apt install "
          + "libxml2), then read the file again.")
    }
    // Blank lines before the declaration are against the rules and harm nobody.
    let start = bytes.firstIndex { !$0.isBlank } ?? bytes.endIndex
    skippedLines = bytes[..<start].count { $0 == .lineFeed }
    self.bytes = UnsafeRawBufferPointer(rebasing: bytes[start...])
    parser = kept_xml_open(listener)
  }

  deinit { if let parser { kept_xml_close(parser) } }

  /// The next event; nil at the end of the file. Throws `Refusal` for what is not well-formed, has a DOCTYPE or is built
  /// to be large.
  func next() throws(Refusal) -> Event? {
    while taken == waiting.count {
      if let refusal { throw refusal }
      guard position < bytes.count else { return nil }
      waiting.removeAll(keepingCapacity: true)
      taken = 0
      readPiece()
    }
    if let refusal { throw refusal }
    defer { taken += 1 }
    return waiting[taken]
  }

  private func readPiece() {
    guard let parser else {
      refusal = Refusal(reason: "There is no memory to read this file.")
      return
    }
    let end = min(position + Self.piece, bytes.count)
    let piece = UnsafeRawBufferPointer(rebasing: bytes[position..<end]).bindMemory(to: CChar.self)
    position = end
    kept_xml_read(parser, piece.baseAddress, Int32(piece.count), end == bytes.count ? 1 : 0)
  }

  private func refuse(_ line: Int32, _ reason: String) {
    guard refusal == nil else { return }
    refusal = Refusal(line: max(Int(line), 1) + skippedLines, reason: reason)
    if let parser { kept_xml_stop(parser) }
  }

  fileprivate func begin(_ name: String, _ line: Int32) {
    depth += 1
    guard depth <= Self.deepest else {
      return refuse(
        line,
        "The elements of this file are nested deeper than those of any statement. It is damaged, or no statement."
      )
    }
    waiting.append(.start(name: name, line: Int(line) + skippedLines))
  }

  fileprivate func take(_ name: String, _ value: UnsafeBufferPointer<UInt8>) {
    guard value.count <= Self.longestValue else { return }
    waiting.append(.attribute(name: name, value: String(decoding: value, as: UTF8.self)))
  }

  fileprivate func take(_ text: UnsafeBufferPointer<UInt8>) {
    waiting.append(.text(String(decoding: text, as: UTF8.self)))
  }

  fileprivate func end() {
    depth -= 1
    waiting.append(.end)
  }

  fileprivate func refuseDoctype(_ line: Int32) {
    refuse(
      line,
      "A DOCTYPE begins here. Statements have none, and one can make a small file endless, so that it was not read. "
        + "Fetch the statement from the bank again.")
  }

  fileprivate func refuseFault(_ message: String, isCutOff: Bool, _ line: Int32) {
    if isCutOff, depth > 0, position == bytes.count {
      return refuse(
        line, "The file ends here within a statement: it was cut off. Fetch it from the bank again.")
    }
    let said = message.oneLine.map { " (\(String($0.unicodeScalars.prefix(120))))" } ?? ""
    refuse(
      line,
      "This is not well-formed XML\(said): the file is damaged. Fetch the statement from the bank again.")
  }

  /// What the parser calls. It knows this object by its address, which outlives it.
  private var listener: kept_xml_listener {
    kept_xml_listener(
      context: Unmanaged.passUnretained(self).toOpaque(),
      start: { context, name, line in
        guard let name else { return }
        XMLEvents.at(context)?.begin(String(cString: name), line)
      },
      attribute: { context, name, value, count in
        guard let name, let value else { return }
        value.withMemoryRebound(to: UInt8.self, capacity: Int(count)) {
          XMLEvents.at(context)?.take(
            String(cString: name), UnsafeBufferPointer(start: $0, count: Int(count)))
        }
      },
      text: { context, bytes, count in
        guard let bytes else { return }
        bytes.withMemoryRebound(to: UInt8.self, capacity: Int(count)) {
          XMLEvents.at(context)?.take(UnsafeBufferPointer(start: $0, count: Int(count)))
        }
      },
      end: { context, _ in XMLEvents.at(context)?.end() },
      doctype: { context, line in XMLEvents.at(context)?.refuseDoctype(line) },
      fault: { context, message, isCutOff, line in
        XMLEvents.at(context)?.refuseFault(
          message.map { String(cString: $0) } ?? "", isCutOff: isCutOff != 0, line)
      })
  }

  private static func at(_ context: UnsafeMutableRawPointer?) -> XMLEvents? {
    context.map { Unmanaged<XMLEvents>.fromOpaque($0).takeUnretainedValue() }
  }
}
