import Glibc

/// The first page of a database file (SQLite, "Database File Format", 1.3 and 1.6): what every book has at its beginning,
/// and the list of the pages that say what tables there are.
enum FirstPage {
  /// Bytes of every page.
  static let size = 4_096

  private static let header: [(offset: Int, bytes: [UInt8])] = [
    (0, Array("SQLite format 3\0".utf8)),
    // Pages of 4,096 bytes, a write-ahead log, nothing reserved, and three fractions that may only be these.
    (16, [0x10, 0x00, 2, 2, 0, 64, 32, 32]),
    // The newest form of schemas, and UTF-8.
    (44, [0, 0, 0, 4]), (56, [0, 0, 0, 1]),
  ]

  /// Puts the bytes that every book has in their places.
  static func mendHeader(_ bytes: inout [UInt8]) {
    for (offset, known) in header {
      for (place, byte) in known.enumerated() where offset + place < bytes.count {
        bytes[offset + place] = byte
      }
    }
  }

  /// Takes pages out of the list that are not in the file any more or hold something else: with one of them nothing of
  /// the file could be read. Throws `LedgerError`.
  static func mend(at path: String) throws(LedgerError) {
    let descriptor = open(path, O_RDWR | O_CLOEXEC)
    guard descriptor >= 0 else { throw .cannotOpen(path: path, reason: String(cString: strerror(errno))) }
    defer { close(descriptor) }
    var page = [UInt8](repeating: 0, count: size)
    guard pread(descriptor, &page, size, 0) == size, page[start] == interior else { return }
    let before = page
    keep(in: &page) { number in
      var kind: UInt8 = 0
      let offset = (Int(number) - 1) * size
      return number > 1 && pread(descriptor, &kind, 1, off_t(offset)) == 1 && [interior, leaf].contains(kind)
    }
    guard page != before else { return }
    guard pwrite(descriptor, page, size, 0) == size else {
      throw .cannotOpen(path: path, reason: String(cString: strerror(errno)))
    }
  }

  /// Where the list begins, and the marks of pages of tables.
  private static let (start, interior, leaf): (Int, UInt8, UInt8) = (100, 0x05, 0x0D)

  /// Keeps of the list in `page` only pages that `isGood`. Each but the last stands in a cell that the array behind the
  /// head of the list points to; the last stands in that head.
  private static func keep(in page: inout [UInt8], _ isGood: (UInt32) -> Bool) {
    let pointers = start + 12
    let count = min(Int(page[start + 3]) << 8 | Int(page[start + 4]), (size - pointers) / 2)
    func number(at place: Int, in page: [UInt8]) -> UInt32 {
      guard place + 4 <= size else { return 0 }
      return page[place..<place + 4].reduce(0) { $0 << 8 | UInt32($1) }
    }
    var cells = (0..<count).map { Int(page[pointers + 2 * $0]) << 8 | Int(page[pointers + 2 * $0 + 1]) }
    cells = cells.filter { isGood(number(at: $0, in: page)) }
    var last = number(at: start + 8, in: page)
    if !isGood(last) { last = cells.popLast().map { number(at: $0, in: page) } ?? 0 }
    // A list of nothing is a page of its own without rows.
    if last == 0 {
      page[start] = leaf
      page.replaceSubrange(start + 1..<start + 8, with: [0, 0, 0, 0, 0x10, 0, 0])
      return
    }
    page[start + 3] = UInt8(cells.count >> 8)
    page[start + 4] = UInt8(cells.count & 0xFF)
    for (place, cell) in cells.enumerated() {
      page[pointers + 2 * place] = UInt8(cell >> 8)
      page[pointers + 2 * place + 1] = UInt8(cell & 0xFF)
    }
    for place in 0..<4 { page[start + 8 + place] = UInt8(truncatingIfNeeded: last >> UInt32(24 - 8 * place)) }
  }
}
