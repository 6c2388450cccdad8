/// An amount's text cut into what stands before the number, the number, and what stands after it.
struct AmountParts {
  let before: ArraySlice<UInt8>
  let number: ArraySlice<UInt8>
  let after: ArraySlice<UInt8>

  /// Throws `AmountProblem.empty` or `.notAnAmount` when there is no digit.
  init(_ bytes: [UInt8], mark: UInt8) throws(AmountProblem) {
    guard var first = bytes.firstIndex(where: \.isDigit), var last = bytes.lastIndex(where: \.isDigit) else {
      throw bytes.allSatisfy { $0 == 0x20 || $0 == 0x09 } ? .empty : .notAnAmount
    }
    // ".5" begins with its mark; in "Rs.5" the point belongs to the word.
    if first > 0, bytes[first - 1] == mark, first == 1 || !bytes[first - 2].isLetter { first -= 1 }
    if last + 1 < bytes.count, bytes[last + 1] == mark {
      last += 1
      // "100.-" means 100.00 to some and minus 100 to others.
      guard last + 1 == bytes.count || bytes[last + 1] != 0x2D else { throw .notAnAmount }
    }
    before = bytes[..<first]
    number = bytes[first...last]
    after = bytes[(last + 1)...]
  }
}

extension UInt8 {
  /// `0` to `9`.
  var isDigit: Bool { self &- 0x30 <= 9 }

  /// An ASCII letter or a byte of a character beyond ASCII.
  var isLetter: Bool { (self & 0xDF) &- 0x41 <= 25 || self >= 0x80 }
}
