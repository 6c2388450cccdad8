/// Reads dates whose month is an English word: `27 Nov 2026`, `27-Nov-26`, `Nov 27, 2026`, `Friday, 27. November 2026`.
enum NamedDate {
  static func read(_ bytes: Span<UInt8>) throws(DateProblem) -> DateParts {
    // No notation of dates is longer, and a cell of megabytes should not be cut up.
    guard bytes.count <= 40 else { throw .notADate }
    let text = String(decoding: bytes.indices.map { bytes[$0] }, as: UTF8.self)
    var words = text.split { " ,.-/\t".contains($0) }
    if let name = words.first, name.first?.isLetter == true, Weekday(name: name) != nil,
      Month.number(name) == nil
    {
      words.removeFirst()
    }
    guard words.count == 3, let year = number(words[2]), words[2].utf8.count == 4 || words[2].utf8.count == 2
    else {
      throw .notADate
    }
    if let month = Month.number(words[1]), let day = number(words[0]) {
      return DateParts(form: .named, first: day, second: month, third: year)
    }
    if let month = Month.number(words[0]), let day = number(words[1]) {
      return DateParts(form: .named, first: day, second: month, third: year)
    }
    throw .notADate
  }

  private static func number(_ word: Substring) -> Int? {
    word.utf8.allSatisfy(\.isDigit) && word.utf8.count <= 4 ? Int(word) : nil
  }
}
