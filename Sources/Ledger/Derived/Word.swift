import Receivables

/// One word of what `WordLines` wrote: bytes that stay where they are, because a list reads a hundred rows of a hundred
/// words at once, and most of them are numbers.
struct Word {
  private let bytes: UnsafeBufferPointer<UInt8>

  /// Calls `take` with the words of each line until it answers nil; whether it never did.
  static func eachLine(
    of bytes: UnsafeBufferPointer<UInt8>, _ take: ([Word]) -> Void?
  ) -> Bool {
    var words: [Word] = []
    words.reserveCapacity(32)
    var start = 0
    for place in 0...bytes.count {
      let byte = place < bytes.count ? bytes[place] : 0x0A
      guard byte == 0x20 || byte == 0x0A else { continue }
      if start < place { words.append(Word(bytes: .init(rebasing: bytes[start..<place]))) }
      start = place + 1
      guard byte == 0x0A, !words.isEmpty else { continue }
      if take(words) == nil { return false }
      words.removeAll(keepingCapacity: true)
    }
    return true
  }

  /// Calls `take` with three words of a text after the other until it answers nil; whether it never did, and none were left
  /// over.
  static func eachThree(of text: String, _ take: (Word, Word, Word) -> Void?) -> Bool {
    var text = text
    return text.withUTF8 { bytes in
      eachLine(of: bytes) { words in
        guard words.count % 3 == 0 else { return nil }
        for place in stride(from: 0, to: words.count, by: 3) {
          guard take(words[place], words[place + 1], words[place + 2]) != nil else { return nil }
        }
        return ()
      }
    }
  }

  /// As a text.
  var text: String { String(decoding: bytes, as: UTF8.self) }

  /// What follows its first letter, where that is `letter`.
  func bytes(after letter: UInt8) -> UnsafeBufferPointer<UInt8>.SubSequence? {
    bytes.first == letter ? bytes.dropFirst() : nil
  }

  /// As a number; nil when it is none, or does not fit.
  func number<Number: FixedWidthInteger>(_ type: Number.Type = Number.self) -> Number? {
    let isNegative = bytes.first == 0x2D
    guard bytes.count > (isNegative ? 1 : 0) else { return nil }
    var number: Number = 0
    for byte in isNegative ? bytes.dropFirst() : bytes[...] {
      guard (0x30...0x39).contains(byte) else { return nil }
      let (ten, over) = number.multipliedReportingOverflow(by: 10)
      let digit = Number(truncatingIfNeeded: byte &- 0x30)
      let (sum, further) =
        isNegative ? ten.subtractingReportingOverflow(digit) : ten.addingReportingOverflow(digit)
      guard !over, !further else { return nil }
      number = sum
    }
    return number
  }

  /// As a number of what can be counted, or a day; nil when it is none, or so large that sums of a few overflow.
  var count: Int? { number(Int32.self).map { Int($0) } }

  /// As a day since 1970.
  var day: CalendarDay? { count.map { CalendarDay(number: $0) } }

  static func ~= (text: StaticString, word: Word) -> Bool {
    // Most of what a word is held against is of another length.
    guard word.bytes.count == text.utf8CodeUnitCount else { return false }
    return word.bytes.elementsEqual(UnsafeBufferPointer(start: text.utf8Start, count: word.bytes.count))
  }
}
