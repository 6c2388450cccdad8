import Glibc
import Receivables

/// Goes through the texts of a page.
struct PageTexts {
  private(set) var slot: UInt64 = 0
  private let all: UnsafeBufferPointer<UInt8>
  /// Where the text of the slot lies.
  private var range: Range<Int>

  init(_ all: UnsafeBufferPointer<UInt8>) {
    self.all = all
    range = 0..<0
    range = 0..<end(from: 0)
  }

  var text: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(rebasing: all[range]) }

  /// Goes to the next; false when there is none.
  mutating func next() -> Bool {
    guard range.upperBound < all.count, slot + 1 < SearchedTexts.width else { return false }
    slot += 1
    let start = range.upperBound + 1
    range = start..<end(from: start)
    return true
  }

  /// The accounts whose text contains `bytes`.
  mutating func accounts(having bytes: [UInt8]) -> UInt64 {
    var accounts: UInt64 = 0
    repeat {
      guard let place = all.firstPlace(of: bytes, from: range.lowerBound) else { break }
      while range.upperBound < place { guard next() else { return accounts } }
      accounts |= 1 << slot
    } while next()
    return accounts
  }

  private func end(from start: Int) -> Int {
    guard let base = all.baseAddress,
      let separator = memchr(base + start, Int32(SearchText.separator), all.count - start)
    else { return all.count }
    return UnsafeRawPointer(base).distance(to: separator)
  }
}
