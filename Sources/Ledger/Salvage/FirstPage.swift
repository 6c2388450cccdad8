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
  /// the file could be read. Where nothing is left of the list, or it was not readable, the pages are looked for in all
  /// of the file. Throws `LedgerError`.
  static func mend(at path: String) throws(LedgerError) {
    func failure() -> LedgerError { .cannotOpen(path: path, reason: String(cString: strerror(errno))) }
    let descriptor = open(path, O_RDWR | O_CLOEXEC)
    guard descriptor >= 0 else { throw failure() }
    defer { close(descriptor) }
    func read(_ number: UInt32) -> [UInt8]? {
      var page = [UInt8](repeating: 0, count: size)
      return pread(descriptor, &page, size, off_t(number - 1) * off_t(size)) == size ? page : nil
    }
    guard var page = read(1) else { return }
    let before = page
    if page[start] == interior {
      keep(in: &page) { number in
        guard number > 1, let page = read(number) else { return false }
        return page[0] == interior || SchemaPage(page, number: number) != nil
      }
    }
    if page[start] != interior {
      var found: [SchemaPage] = []
      var number: UInt32 = 2
      while let page = read(number) {
        if let page = SchemaPage(page, number: number) { found.append(page) }
        number += 1
      }
      guard !found.isEmpty else { return }
      page = list(of: found)
    }
    guard page != before else { return }
    guard pwrite(descriptor, page, size, 0) == size else { throw failure() }
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
    set(cells, in: &page)
    page.replaceSubrange(start + 8..<start + 12, with: bigEndian(last))
  }

  /// A first page with nothing on it but the list of these pages: no free pages, and no pages but those of the file.
  private static func list(of pages: [SchemaPage]) -> [UInt8] {
    var page = [UInt8](repeating: 0, count: size)
    mendHeader(&page)
    var rest = pages.sorted { $0.rows.lowerBound < $1.rows.lowerBound }[...]
    var cells: [Int] = []
    var end = size
    // The last one stands in the head of the list.
    while rest.count > 1, let next = rest.popFirst() {
      let cell = bigEndian(next.number) + Varint.bytes(next.rows.upperBound)
      end -= cell.count
      page.replaceSubrange(end..<end + cell.count, with: cell)
      cells.append(end)
    }
    page[start] = interior
    page.replaceSubrange(start + 5..<start + 7, with: bigEndian(UInt32(end)).suffix(2))
    page.replaceSubrange(start + 8..<start + 12, with: bigEndian(rest.first?.number ?? 0))
    set(cells, in: &page)
    return page
  }

  private static func bigEndian(_ number: UInt32) -> [UInt8] {
    withUnsafeBytes(of: number.bigEndian, Array.init)
  }

  /// Writes how many cells there are, and the array that points to them.
  private static func set(_ cells: [Int], in page: inout [UInt8]) {
    page.replaceSubrange(start + 3..<start + 5, with: bigEndian(UInt32(cells.count)).suffix(2))
    for (place, cell) in cells.enumerated() {
      let pointer = start + 12 + 2 * place
      page.replaceSubrange(pointer..<pointer + 2, with: bigEndian(UInt32(cell)).suffix(2))
    }
  }
}

/// A page that says what tables, indices and triggers there are, as it may stand anywhere in the file.
private struct SchemaPage {
  let number: UInt32
  /// The numbers of its rows, first and last.
  let rows: ClosedRange<Int64>

  /// Nil for a page of something else: each row of this one has five columns, and the first says what it is.
  init?(_ page: [UInt8], number: UInt32) {
    func cell(_ index: Int) -> Int { Int(page[8 + 2 * index]) << 8 | Int(page[9 + 2 * index]) }
    let count = Int(page[3]) << 8 | Int(page[4])
    guard page[0] == 0x0D, count > 0, 8 + 2 * count < page.count else { return nil }
    var numbers: [Int64] = []
    for index in 0..<count {
      var reader = Varint(page, at: cell(index))
      guard reader.next() != nil, let row = reader.next(), let head = reader.next(), head > 0, head < 100
      else {
        return nil
      }
      let end = reader.place + Int(head) - 1
      var types: [Int64] = []
      while reader.place < end, let type = reader.next() { types.append(type) }
      guard reader.place == end, types.count == 5, types[0] >= 13, types[0] % 2 == 1 else { return nil }
      let length = Int(types[0] - 13) / 2
      guard length < 10, end + length <= page.count,
        ["table", "index", "trigger", "view"].contains(
          String(decoding: page[end..<end + length], as: UTF8.self))
      else { return nil }
      numbers.append(row)
    }
    guard let first = numbers.min(), let last = numbers.max() else { return nil }
    (self.number, rows) = (number, first...last)
  }
}

/// Numbers of one to nine bytes, seven bits a byte (SQLite, "Database File Format", 1.6).
private struct Varint {
  private let bytes: [UInt8]
  private(set) var place: Int

  init(_ bytes: [UInt8], at place: Int) { (self.bytes, self.place) = (bytes, place) }

  /// The number at `place`, which is behind it then; nil at the end and for those of nine bytes.
  mutating func next() -> Int64? {
    var number: Int64 = 0
    for _ in 0..<8 where place < bytes.count {
      let byte = bytes[place]
      place += 1
      number = number << 7 | Int64(byte & 0x7F)
      if byte < 0x80 { return number }
    }
    return nil
  }

  /// The bytes of a number from 0 on.
  static func bytes(_ number: Int64) -> [UInt8] {
    var bytes = [UInt8(truncatingIfNeeded: number & 0x7F)]
    var rest = number >> 7
    while rest > 0 {
      bytes.insert(UInt8(truncatingIfNeeded: rest & 0x7F) | 0x80, at: 0)
      rest >>= 7
    }
    return bytes
  }
}
