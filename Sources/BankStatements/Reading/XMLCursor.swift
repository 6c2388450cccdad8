import Receivables

/// Walks over the elements of a file from outside in. What is not asked for is passed by.
///
/// ```
/// let here = xml.depth
/// while let name = try xml.child(of: here) {
///   if name == "Id" { id = try xml.text() }
/// }
/// ```
final class XMLCursor {
  /// Bytes of text in one element; statements have a few hundred.
  private static let longestText = 100_000

  private let events: XMLEvents
  /// How many elements are open around the place that is being read.
  private(set) var depth = 0
  /// The line on which the element began that was entered last.
  private(set) var line = 1
  /// Attributes of that element.
  private var attributes: [(name: String, value: String)] = []
  private var ahead: XMLEvents.Event?

  /// Begins before the first element of `bytes`, which must stay where they are. Throws `Refusal` without libxml2.
  init(_ bytes: UnsafeRawBufferPointer) throws(Refusal) { events = try XMLEvents(bytes) }

  /// Enters the next element that stands in the one at `depth`, and gives its name without a prefix; nil, behind the
  /// end of that one, when it has no others. Leaves whatever was entered before.
  func child(of depth: Int) throws(Refusal) -> String? {
    while let event = try next() {
      switch event {
      case .start(let name, let line):
        self.depth += 1
        guard self.depth == depth + 1 else { continue }
        self.line = line
        try readAttributes()
        return name
      case .end:
        self.depth -= 1
        if self.depth < depth { return nil }
      case .text, .attribute: continue
      }
    }
    return nil
  }

  /// The value of an attribute of the element that was entered last.
  func attribute(_ name: String) -> String? { attributes.first { $0.name == name }?.value }

  /// All text in the element that was entered last, also in those in it; then its end is behind. Throws `Refusal` for
  /// more than any statement holds.
  func text() throws(Refusal) -> String {
    let inside = depth
    var text = ""
    while depth >= inside, let event = try next() {
      switch event {
      case .text(let piece):
        guard text.utf8.count + piece.utf8.count <= Self.longestText else {
          throw Refusal(
            line: line,
            reason:
              "The text here is longer than that of any statement. The file is damaged, or no statement.")
        }
        text += piece
      case .start: depth += 1
      case .end: depth -= 1
      case .attribute: continue
      }
    }
    return text
  }

  /// `text` as one line; nil for nothing but spaces.
  func words() throws(Refusal) -> String? { try text().oneLine }

  private func next() throws(Refusal) -> XMLEvents.Event? {
    if let event = ahead {
      ahead = nil
      return event
    }
    return try events.next()
  }

  private func readAttributes() throws(Refusal) {
    attributes.removeAll(keepingCapacity: true)
    while let event = try next() {
      guard case .attribute(let name, let value) = event else {
        ahead = event
        return
      }
      attributes.append((name, value))
    }
  }
}
