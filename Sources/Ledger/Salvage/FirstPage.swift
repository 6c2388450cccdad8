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

  /// Makes the page anew with a list of all pages that say what tables there are: one wrong pointer in it hides tables, and
  /// one to a page of something else all of them. Where the old list and the shape of pages disagree, the old list comes
  /// first. Throws `LedgerError`.
  static func mend(at path: String) throws(LedgerError) {
    func failure() -> LedgerError { .cannotOpen(path: path, reason: String(cString: strerror(errno))) }
    let descriptor = open(path, O_RDWR | O_CLOEXEC)
    guard descriptor >= 0 else { throw failure() }
    defer { close(descriptor) }
    func read(_ number: UInt32) -> [UInt8]? {
      var page = [UInt8](repeating: 0, count: size)
      return pread(descriptor, &page, size, off_t(number - 1) * off_t(size)) == size ? page : nil
    }
    guard let first = read(1) else { return }
    var found: [SchemaPage] = []
    var number: UInt32 = 2
    while let page = read(number) {
      if let page = SchemaPage(page, number: number) { found.append(page) }
      number += 1
    }
    // A schema that fits on the first page has no list.
    guard !found.isEmpty else { return }
    let listed = pages(listedIn: first)
    var pages: [SchemaPage] = []
    // What was left of an earlier schema has rows that others have too.
    for page in found.filter({ listed.contains($0.number) }) + found.filter({ !listed.contains($0.number) })
    where pages.count < mostPages && !pages.contains(where: { $0.rows.overlaps(page.rows) }) {
      pages.append(page)
    }
    guard pwrite(descriptor, list(of: pages), size, 0) == size else { throw failure() }
  }

  /// Where the list begins, the mark of a page that holds one, and how many pages it has room for.
  private static let (start, interior, mostPages): (Int, UInt8, Int) = (100, 0x05, 250)

  /// The pages that the list on the first page names, as far as it can be read: each but the last in a cell that the array
  /// behind the head of the list points to, the last in that head.
  private static func pages(listedIn page: [UInt8]) -> Set<UInt32> {
    func number(at place: Int) -> UInt32 {
      place + 4 <= size ? page[place..<place + 4].reduce(0) { $0 << 8 | UInt32($1) } : 0
    }
    let pointers = start + 12
    let count = min(Int(page[start + 3]) << 8 | Int(page[start + 4]), (size - pointers) / 2)
    let cells = (0..<count).map { Int(page[pointers + 2 * $0]) << 8 | Int(page[pointers + 2 * $0 + 1]) }
    return Set(cells.map(number)).union([number(at: start + 8)])
  }

  /// A first page with nothing on it but the list of these pages: no free pages, and no pages but those of the file.
  private static func list(of pages: [SchemaPage]) -> [UInt8] {
    var page = [UInt8](repeating: 0, count: size)
    mendHeader(&page)
    let pages = pages.sorted { $0.rows.lowerBound < $1.rows.lowerBound }
    var end = size
    // The last one stands in the head of the list.
    for (place, next) in pages.dropLast().enumerated() {
      let cell = bigEndian(next.number) + Varint.bytes(next.rows.upperBound)
      end -= cell.count
      page.replaceSubrange(end..<end + cell.count, with: cell)
      let pointer = start + 12 + 2 * place
      page.replaceSubrange(pointer..<pointer + 2, with: bigEndian(UInt32(end)).suffix(2))
    }
    page[start] = interior
    page.replaceSubrange(start + 3..<start + 5, with: bigEndian(UInt32(max(pages.count - 1, 0))).suffix(2))
    page.replaceSubrange(start + 5..<start + 7, with: bigEndian(UInt32(end)).suffix(2))
    page.replaceSubrange(start + 8..<start + 12, with: bigEndian(pages.last?.number ?? 0))
    return page
  }

  private static func bigEndian(_ number: UInt32) -> [UInt8] {
    withUnsafeBytes(of: number.bigEndian, Array.init)
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
    guard let first = numbers.min(), let last = numbers.max(), last < 1 << 48 else { return nil }
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
