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
  private let entries: [String: TOMLNode]

  /// Parses `text`. Throws `SettingsError` with line and column where it is not TOML.
  public init(text: String, name: String) throws(SettingsError) {
    self.name = name
    self.text = text
    // The parser takes a C string and would silently stop here.
    if let position = Self.position(ofNulIn: text) {
      throw SettingsError(
        file: name, position: position, reason: "The file holds a NUL byte; save it as plain text.")
    }
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
