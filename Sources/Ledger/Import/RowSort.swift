import Glibc
import Receivables

/// Puts the rows of files in the order of accounts, in memory that hardly grows with the files: every so many rows are
/// sorted and written to a file without a name, and those runs are read side by side in the end.
///
/// An external merge sort: Knuth, "The Art of Computer Programming", volume 3, section 5.4.
final class RowSort {
  /// Rows of one account: those of each file in their order.
  typealias Account = (place: Int, rows: [[IncomingRow]])

  private let directory: String
  private let fileCount: Int
  private let blockSize: Int
  private var block = SortedBlock()
  private var spilled: SpilledRuns?
  private var runs: [any RowRun] = []

  /// Sorts rows of so many files; what memory does not hold lies in `directory` for as long as that takes. A block is
  /// sorted and written when it has `blockSize` bytes.
  init(files fileCount: Int, directory: String, blockSize: Int = 4 << 20) {
    self.fileCount = fileCount
    self.directory = directory
    self.blockSize = blockSize
  }

  /// Adds the next row of a file, after all rows of the files before it; `number` is the same for all rows of an account.
  /// Throws `LedgerError`.
  func add(_ row: IncomingRow, account place: Int, of number: String, file: Int) throws(LedgerError) {
    guard block.add(row, account: place, of: number, file: file) else {
      throw .database(doing: "sort the rows of the import", reason: "line \(row.line) is larger than 4 GB")
    }
    guard block.size > blockSize else { return }
    if spilled == nil { spilled = try SpilledRuns(in: directory) }
    try spilled?.write(&block)
  }

  /// No more rows come. Throws `LedgerError`.
  func finish() throws(LedgerError) {
    if let spilled {
      // The books need the memory from now on.
      try spilled.write(&block)
      for run in spilled.runs { runs.append(try DiskRun(run, of: spilled)) }
    } else {
      block.sort()
      runs.append(MemoryRun(block))
    }
    block = SortedBlock()
  }

  /// The next account in the order of places, `number` of which tells its number; nil after the last. Throws
  /// `LedgerError`.
  func next(_ number: (Int) -> String) throws(LedgerError) -> Account? {
    guard let place = runs.compactMap(\.account).min() else { return nil }
    let customer = number(place)
    var rows = Array(repeating: [IncomingRow](), count: fileCount)
    // Runs hold what came one after the other.
    for run in runs {
      while run.account == place {
        let file = run.file
        if rows[file].isEmpty { rows[file].reserveCapacity(16) }
        rows[file].append(try run.take(of: customer))
      }
    }
    return (place, rows)
  }
}

/// Rows with the accounts and files that they belong to.
struct SortedBlock {
  /// Where a row lies among the bytes, and whose it is.
  struct Entry {
    let account, file, start, end: UInt32
  }

  private(set) var entries: [Entry] = []
  private var rows = RowWriter()

  var size: Int { rows.count + entries.count * MemoryLayout<Entry>.stride }
  var bytes: [UInt8] { rows.bytes }

  /// False for a row that is too large to say where it ends.
  mutating func add(_ row: IncomingRow, account: Int, of number: String, file: Int) -> Bool {
    let start = rows.count
    rows.add(row, of: number)
    guard let end = UInt32(exactly: rows.count) else { return false }
    entries.append(Entry(account: UInt32(account), file: UInt32(file), start: UInt32(start), end: end))
    return true
  }

  /// By accounts; rows of one stay in their order.
  mutating func sort() {
    let isSorted = zip(entries, entries.dropFirst()).allSatisfy { $0.account <= $1.account }
    guard !isSorted else { return }
    // Numbers sort several times as fast as entries.
    let keys = entries.indices.map { UInt64(entries[$0].account) << 32 | UInt64($0) }.sorted()
    entries = keys.map { entries[Int($0 & 0xFFFF_FFFF)] }
  }

  mutating func removeAll() {
    entries.removeAll(keepingCapacity: true)
    rows.removeAll()
  }
}

/// Sorted rows, handed out one after the other.
private protocol RowRun: AnyObject {
  /// Whose the next row is; nil after the last.
  var account: Int? { get }
  /// Which file the next row is of.
  var file: Int { get }
  /// The next row, of a customer of that number.
  func take(of number: String) throws(LedgerError) -> IncomingRow
}

/// Those that are in memory still.
private final class MemoryRun: RowRun {
  private let block: SortedBlock
  private let bytes: [UInt8]
  private var next = 0

  init(_ block: SortedBlock) {
    self.block = block
    bytes = block.bytes
  }

  var account: Int? { next < block.entries.count ? Int(block.entries[next].account) : nil }

  var file: Int { Int(block.entries[next].file) }

  func take(of number: String) -> IncomingRow {
    let entry = block.entries[next]
    next += 1
    return bytes.withUnsafeBytes { bytes in
      var scanner = RowScanner(bytes, at: Int(entry.start))
      return scanner.row(of: number)
    }
  }
}

/// Those on the disk, read a piece at a time, and whose each is before it is asked for.
private final class DiskRun: RowRun {
  private static let piece = 1 << 17

  private let spilled: SpilledRuns
  private var place: Int
  private let end: Int
  private var bytes: [UInt8] = []
  private var start = 0
  private var length = 0
  private(set) var account: Int?
  private(set) var file = 0

  init(_ run: Range<Int>, of spilled: SpilledRuns) throws(LedgerError) {
    self.spilled = spilled
    place = run.lowerBound
    end = run.upperBound
    try look()
  }

  func take(of number: String) throws(LedgerError) -> IncomingRow {
    try hold(SpilledRuns.headLength + length)
    let row = bytes.withUnsafeBytes { bytes in
      var scanner = RowScanner(bytes, at: start + SpilledRuns.headLength)
      return scanner.row(of: number)
    }
    start += SpilledRuns.headLength + length
    try look()
    return row
  }

  /// Reads whose the next row is.
  private func look() throws(LedgerError) {
    guard start < bytes.count || place < end else { return account = nil }
    try hold(SpilledRuns.headLength)
    let head = bytes.withUnsafeBytes {
      $0.loadUnaligned(fromByteOffset: start, as: (account: UInt32, file: UInt32, length: UInt32).self)
    }
    (account, file, length) = (Int(head.account), Int(head.file), Int(head.length))
  }

  /// Sees to it that the next `count` bytes are in memory.
  private func hold(_ count: Int) throws(LedgerError) {
    if bytes.count - start < count { try read(count) }
  }

  private func read(_ count: Int) throws(LedgerError) {
    bytes.removeFirst(start)
    start = 0
    let length = min(max(Self.piece, count - bytes.count), end - place)
    bytes += try spilled.read(length, at: place)
    place += length
  }
}

/// The file without a name in which sorted rows lie: gone with the program, whatever ends it.
private final class SpilledRuns {
  /// Account, file and length before each row, four bytes each.
  static let headLength = 12

  private let descriptor: Int32
  private(set) var runs: [Range<Int>] = []

  init(in directory: String) throws(LedgerError) {
    var name = Array("\(directory)/.kept-import-XXXXXX".utf8CString)
    descriptor = mkstemp(&name)
    guard descriptor >= 0 else { throw Self.failure() }
    unlink(name)
    fcntl(descriptor, F_SETFD, FD_CLOEXEC)
  }

  deinit { close(descriptor) }

  /// Writes a block as the next run and empties it.
  func write(_ block: inout SortedBlock) throws(LedgerError) {
    block.sort()
    let start = runs.last?.upperBound ?? 0
    var end = start
    var piece: [UInt8] = []
    piece.reserveCapacity(1 << 18 + 4_096)
    for entry in block.entries {
      let words = (entry.account, entry.file, entry.end - entry.start)
      withUnsafeBytes(of: words) { piece.append(contentsOf: $0) }
      piece += block.bytes[Int(entry.start)..<Int(entry.end)]
      if piece.count >= 1 << 18 { end = try flush(&piece, at: end) }
    }
    end = try flush(&piece, at: end)
    runs.append(start..<end)
    block.removeAll()
  }

  /// Where it ends then.
  private func flush(_ piece: inout [UInt8], at place: Int) throws(LedgerError) -> Int {
    var done = 0
    while done < piece.count {
      let count = piece.withUnsafeBytes { bytes in
        pwrite(descriptor, bytes.baseAddress.map { $0 + done }, bytes.count - done, off_t(place + done))
      }
      guard count > 0 || errno == EINTR else { throw Self.failure() }
      done += max(count, 0)
    }
    piece.removeAll(keepingCapacity: true)
    return place + done
  }

  func read(_ length: Int, at place: Int) throws(LedgerError) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: length)
    var done = 0
    while done < length {
      let count = bytes.withUnsafeMutableBytes { bytes in
        pread(descriptor, bytes.baseAddress.map { $0 + done }, length - done, off_t(place + done))
      }
      guard count > 0 || (count < 0 && errno == EINTR) else { throw Self.failure() }
      done += max(count, 0)
    }
    return bytes
  }

  private static func failure() -> LedgerError {
    .database(doing: "sort the rows of the import", reason: String(cString: strerror(errno)))
  }
}
