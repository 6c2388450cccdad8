/// Reads dates whose month is an English word: `27 Nov 2026`, `27-NOV-26`, `Nov 27, 2026`, `Friday, 27. November 2026`.
struct NamedDate {
  private var day: Int?
  private var month: Int?
  private var year: Int?
  private var hasWeekday = false

  static func read(_ bytes: Span<UInt8>) throws(DateProblem) -> DateParts {
    // No notation of dates is longer, and a cell of megabytes should not be walked through.
    guard bytes.count <= 40 else { throw .notADate }
    var date = NamedDate()
    var index = 0
    while index < bytes.count {
      let start = index
      if bytes[index].isDigit {
        while index < bytes.count, bytes[index].isDigit { index += 1 }
        try date.take(number: bytes, start..<index)
      } else if bytes[index].isLetter {
        while index < bytes.count, bytes[index].isLetter { index += 1 }
        try date.take(word: (start..<index).map { bytes[$0] })
      } else if date.year != nil, date.isTime(bytes, from: index) {
        break
      } else {
        guard [0x20, 0x2C, 0x2E, 0x2D, 0x2F, 0x09].contains(bytes[index]) else { throw .notADate }
        index += 1
      }
    }
    guard let day = date.day, let month = date.month, let year = date.year else { throw .notADate }
    return DateParts(form: .named, first: day, second: month, third: year)
  }

  /// The first number is the day; one of two or four digits behind the month and the day is the year.
  private mutating func take(number bytes: Span<UInt8>, _ range: Range<Int>) throws(DateProblem) {
    var value = 0
    guard range.count <= 4 else { throw .notADate }
    for index in range { value = value * 10 + Int(bytes[index] &- 0x30) }
    if day == nil, range.count <= 2 {
      day = value
    } else if day != nil, month != nil, year == nil, range.count == 2 || range.count == 4 {
      year = value
    } else {
      throw .notADate
    }
  }

  private func isTime(_ bytes: Span<UInt8>, from index: Int) -> Bool {
    var rest = DateScanner(bytes.count, from: index)
    return rest.isEndOrTime(bytes)
  }

  private mutating func take(word: [UInt8]) throws(DateProblem) {
    if month == nil, let number = Month.number(word) {
      month = number
    } else if day == nil, month == nil, !hasWeekday,
      Weekday(name: String(decoding: word, as: UTF8.self)) != nil
    {
      hasWeekday = true
    } else {
      throw .notADate
    }
  }
}
