import SQLEngine

/// The last entry of a journal and its hash. Kept outside the file it is an anchor: a journal that was cut or written
/// anew behind it no longer matches.
public struct JournalHead: Hashable, Sendable {
  /// Entries in the journal.
  public let count: Int64
  /// The last hash in hexadecimal digits; zeros for an empty journal.
  public let hash: String

  /// A head as printed.
  public init(count: Int64, hash: String) {
    self.count = count
    self.hash = hash
  }

  init(count: Int64, bytes: [UInt8]) {
    self.init(count: count, hash: bytes.hexadecimal)
  }
}

extension JournalHead: CustomStringConvertible {
  /// `"812 3f9a…"`, what is printed on reports and read back by `init(text:)`.
  public var description: String { "\(count) \(hash)" }

  /// A head as `description` prints it; nil for anything else.
  public init?(text: String) {
    let parts = text.split(separator: " ")
    guard parts.count == 2, let count = Int64(parts[0]), parts[1].utf8.count == 64 else { return nil }
    self.init(count: count, hash: String(parts[1]))
  }
}
