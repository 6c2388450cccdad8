import Hashing

/// SHA-256 over fields, each with its length before it, and a first byte for the kind of hash.
struct FieldHasher {
  private var sha = SHA256()
  /// What was added and is not hashed yet: an import adds millions of fields of a few bytes.
  private var pending = [UInt8](repeating: 0, count: 1_024)
  /// How many bytes of that there are.
  private var count = 1

  /// Hashes of different domains never meet.
  init(domain: UInt8) { pending[0] = domain }

  /// Adds raw bytes.
  mutating func add(_ bytes: [UInt8]) { bytes.withUnsafeBytes { add($0) } }

  /// Adds the UTF-8 bytes of text.
  mutating func add(_ text: String) {
    var text = text
    text.withUTF8 { add(UnsafeRawBufferPointer($0)) }
  }

  /// Adds a number as 8 bytes, the highest first.
  mutating func add(_ number: Int64) {
    makeRoom(for: 12)
    pending.withUnsafeMutableBytes { room in
      room.storeBytes(of: UInt32(8).bigEndian, toByteOffset: count, as: UInt32.self)
      room.storeBytes(of: number.bigEndian, toByteOffset: count + 4, as: Int64.self)
    }
    count += 12
  }

  /// The 32 bytes.
  func finish() -> [UInt8] {
    var sha = sha
    pending[..<count].withUnsafeBytes { sha.update($0) }
    return sha.finish()
  }

  private mutating func add(_ field: UnsafeRawBufferPointer) {
    makeRoom(for: 4 + field.count)
    let length = UInt32(truncatingIfNeeded: field.count).bigEndian
    let fits = count + 4 + field.count <= pending.count
    pending.withUnsafeMutableBytes { room in
      room.storeBytes(of: length, toByteOffset: count, as: UInt32.self)
      if fits { UnsafeMutableRawBufferPointer(rebasing: room[(count + 4)...]).copyMemory(from: field) }
    }
    count += 4 + (fits ? field.count : 0)
    guard !fits else { return }
    makeRoom(for: pending.count)
    sha.update(field)
  }

  /// Hashes what waits where so many bytes more have no place.
  @inline(__always)
  private mutating func makeRoom(for length: Int) { if count + length > pending.count { hash() } }

  private mutating func hash() {
    pending[..<count].withUnsafeBytes { sha.update($0) }
    count = 0
  }
}
