/// How well an account matches a search, best first: who types the beginning of a name means that account, and not one
/// in whose notes the letters stand somewhere.
public enum MatchRank: UInt8, Hashable, Sendable, Comparable, CaseIterable {
  /// The word is a whole line of it: its number or name, an invoice, a person, a telephone number.
  case whole
  /// Its number or name begins with the word.
  case beginning
  /// A word of its number or name does.
  case wordBeginning
  /// Its number or name contains the word.
  case contained
  /// Anything else of it does: a person, an invoice, a note, an amount.
  case elsewhere

  /// Better ones come first.
  public static func < (left: MatchRank, right: MatchRank) -> Bool { left.rawValue < right.rawValue }
}

extension MatchRank {
  /// How many lines of a searched text are number and name; see `AccountFile.searchedText`.
  private static let titleLines = 3
  /// Shorter words are whole lines of nothing but numbers and names, and are found nearly everywhere.
  private static let shortestLine = 3

  /// Of a word of a search in the searched text of an account that may contain it, both folded.
  ///
  /// `"12548\n12548\nCorner Inc"`, folded, ranks `corner` as `beginning`, `inc` as `wordBeginning`, `12548` as `whole`.
  public init(of word: [UInt8], in text: UnsafeBufferPointer<UInt8>) {
    self = .elsewhere
    guard !word.isEmpty else { return }
    var start = 0
    for _ in 0..<Self.titleLines {
      let end = text[start...].firstIndex(of: 0x0A) ?? text.count
      self = min(self, Self.rank(of: word, in: text, title: start..<end))
      if self == .whole || end == text.count { return }
      start = end + 1
    }
    if word.count >= Self.shortestLine, Self.isLine(word, of: text, from: start) { self = .whole }
  }

  private static func rank(
    of word: [UInt8], in text: UnsafeBufferPointer<UInt8>, title line: Range<Int>
  ) -> MatchRank {
    guard line.count >= word.count else { return .elsewhere }
    var best = MatchRank.elsewhere
    for place in line.lowerBound...(line.upperBound - word.count) where text.has(word, at: place) {
      if place == line.lowerBound { return line.count == word.count ? .whole : .beginning }
      best = min(best, text[place - 1].isOfWord ? .contained : .wordBeginning)
    }
    return best
  }

  private static func isLine(_ word: [UInt8], of text: UnsafeBufferPointer<UInt8>, from start: Int) -> Bool {
    var start = start
    while true {
      let end = start + word.count
      guard end <= text.count else { return false }
      if text.has(word, at: start), end == text.count || text[end] == 0x0A { return true }
      guard let next = text[start...].firstIndex(of: 0x0A) else { return false }
      start = next + 1
    }
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// Whether `word`, which is not empty, stands at a place from which on there are as many bytes.
  fileprivate func has(_ word: [UInt8], at place: Int) -> Bool {
    guard self[place] == word[0] else { return false }
    return word.indices.allSatisfy { self[place + $0] == word[$0] }
  }
}

extension UInt8 {
  /// Whether it is part of a letter or a digit of folded text.
  fileprivate var isOfWord: Bool {
    (0x61...0x7A).contains(self) || (0x30...0x39).contains(self) || self >= 0x80
  }
}

extension SearchQuery {
  /// How well an account matches that is found: as well as its worst word. An amount ranks last, and a telephone number
  /// like a word.
  public func rank(in text: UnsafeBufferPointer<UInt8>) -> MatchRank {
    let whole = phone.map { MatchRank(of: $0, in: text) } ?? .elsewhere
    if whole == .whole { return whole }
    return words.lazy.map { MatchRank(of: $0.bytes, in: text) }.max() ?? .elsewhere
  }
}
