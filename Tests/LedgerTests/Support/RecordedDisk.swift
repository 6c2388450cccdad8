import FaultyDisk
import Glibc
import Receivables
import Testing

/// A disk that writes down every change of the database files in one directory, so that what a power cut may leave can be
/// made of them: what was flushed is there, of the rest any part may be, torn at 512 bytes, in whatever order it came.
final class RecordedDisk {
  /// One change of a file.
  struct Change {
    enum Kind: UInt8 {
      case write = 0x77, truncate = 0x74, flush = 0x73, delete = 0x64
    }

    let kind: Kind
    /// The end of the file's name: `"-wal"`.
    let file: String
    /// Where it was written, or how long the file became.
    let offset: Int
    let bytes: [UInt8]
  }

  let directory: TemporaryDirectory
  let path: String
  private let disk: OpaquePointer
  private let log: String

  init() throws {
    directory = try TemporaryDirectory()
    path = directory.file("kept.db")
    disk = try #require(faulty_disk_make(directory.path))
    log = directory.file("changes")
    faulty_disk_record(disk, log)
  }

  deinit { faulty_disk_release(disk) }

  /// Changes so far.
  var count: Int { Int(faulty_disk_changes(disk)) }

  /// All changes, in their order. Ends the recording.
  func changes() throws -> [Change] {
    faulty_disk_record(disk, nil)
    var changes: [Change] = []
    var bytes = try FileBytes.read(log)[...]
    func number(_ count: Int) -> Int {
      defer { bytes = bytes.dropFirst(count) }
      return bytes.prefix(count).reversed().reduce(0) { $0 << 8 | Int($1) }
    }
    while let kind = bytes.popFirst() {
      let (name, offset, size) = (number(1), number(8), number(4))
      let file = String(decoding: bytes.prefix(name), as: UTF8.self)
      bytes = bytes.dropFirst(name)
      changes.append(
        Change(
          kind: try #require(Change.Kind(rawValue: kind)), file: file, offset: offset,
          bytes: Array(bytes.prefix(size))))
      bytes = bytes.dropFirst(size)
    }
    return changes
  }
}

extension [RecordedDisk.Change] {
  /// What a disk writes as a whole or not at all.
  private static var sector: Int { 512 }

  /// Makes the files at `path` as they are after a cut behind the first `count` changes. Of what was not flushed a part
  /// survives.
  func make(_ path: String, cutBehind count: Int, _ random: inout Randomness) throws {
    let shares: [Double] = [0, 0.2, 0.5, 0.8, 1]
    let survival = shares[Int.random(in: 0..<shares.count, using: &random)]
    var flushed: [String: Int] = [:]
    for (place, change) in prefix(count).enumerated() where change.kind == .flush {
      flushed[change.file] = place
    }
    for (place, change) in prefix(count).enumerated() where change.kind != .flush {
      let isSafe = place < flushed[change.file] ?? -1
      func survives() -> Bool { isSafe || Double.random(in: 0..<1, using: &random) < survival }
      let file = path + change.file
      if change.kind == .delete {
        // A name that goes is not flushed with the file.
        if survives() { unlink(file) }
        continue
      }
      let descriptor = open(file, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
      try #require(descriptor >= 0)
      defer { close(descriptor) }
      guard change.kind == .write else {
        if survives() { try #require(ftruncate(descriptor, off_t(change.offset)) == 0) }
        continue
      }
      change.bytes.withUnsafeBytes { bytes in
        var start = 0
        while start < bytes.count {
          let next = ((change.offset + start) / Self.sector + 1) * Self.sector - change.offset
          // What is flushed is written at once.
          let end = isSafe ? bytes.count : Swift.min(bytes.count, next)
          if survives() {
            pwrite(
              descriptor, bytes.baseAddress?.advanced(by: start), end - start, off_t(change.offset + start))
          }
          start = end
        }
      }
    }
  }
}
