import Glibc
import TextScreen

/// The stretches of a row in which a frame differs from another of the same size, from the left.
struct RowChanges: IteratorProtocol {
  /// Places of the row's cells.
  let row: Range<Int>
  private let old: UnsafeBufferPointer<Cell>
  private let new: UnsafeBufferPointer<Cell>
  private var start: Int
  private let end: Int

  /// Cells that are compared at once.
  private static let chunk = 16
  /// What is alike is written again where that is shorter than to go past it.
  private static let shortest = 5

  init(_ old: UnsafeBufferPointer<Cell>, _ new: UnsafeBufferPointer<Cell>, _ row: Range<Int>) {
    (self.old, self.new, self.row) = (old, new, row)
    var (first, last) = (row.lowerBound, row.upperBound)
    // Most cells were copied from the same place, and what is equal byte by byte needs no closer look.
    while first + Self.chunk <= last, Self.isSame(old, new, first) { first += Self.chunk }
    while last - Self.chunk > first, Self.isSame(old, new, last - Self.chunk) { last -= Self.chunk }
    (start, end) = (first, last)
  }

  mutating func next() -> Range<Int>? {
    while start < end, old[start] == new[start] { start += 1 }
    guard start < end else { return nil }
    var (first, last) = (start, start)
    var place = start + 1
    while place < end, place - last <= Self.shortest {
      if old[place] != new[place] {
        last = place
      } else if !new[place].glyph.isASCII || new[place].role != new[last].role {
        break
      }
      place += 1
    }
    start = last + 1
    // Both halves of a wide character or none.
    if new[first].glyph.width == 0, first > row.lowerBound { first -= 1 }
    return first..<last + 1
  }

  private static func isSame(
    _ old: UnsafeBufferPointer<Cell>, _ new: UnsafeBufferPointer<Cell>, _ place: Int
  ) -> Bool {
    guard let old = old.baseAddress, let new = new.baseAddress else { return false }
    return memcmp(old + place, new + place, chunk * MemoryLayout<Cell>.stride) == 0
  }
}
