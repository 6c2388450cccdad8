import Crypto

/// SHA-256 over fields, each with its length before it, and a first byte for the kind of hash.
struct FieldHasher {
  private var sha = SHA256()

  /// Hashes of different domains never meet.
  init(domain: UInt8) { sha.update(data: [domain]) }

  /// Adds raw bytes.
  mutating func add(_ bytes: [UInt8]) {
    addLength(bytes.count)
    sha.update(data: bytes)
  }

  /// Adds the UTF-8 bytes of text.
  mutating func add(_ text: String) {
    addLength(text.utf8.count)
    var text = text
    text.withUTF8 { sha.update(bufferPointer: UnsafeRawBufferPointer($0)) }
  }

  /// Adds a number as 8 bytes, the highest first.
  mutating func add(_ number: Int64) {
    addLength(8)
    withUnsafeBytes(of: number.bigEndian) { sha.update(bufferPointer: $0) }
  }

  /// The 32 bytes.
  func finish() -> [UInt8] { Array(sha.finalize()) }

  private mutating func addLength(_ count: Int) {
    withUnsafeBytes(of: UInt32(truncatingIfNeeded: count).bigEndian) { sha.update(bufferPointer: $0) }
  }
}
