/// When an invoice is due. `Terms.net(30).due(from: 31 January 2026) == 2 March 2026`.
public enum Terms: Hashable, Sendable {
  /// So many calendar days after the invoice date.
  case net(Int)
  /// So many days after the invoice date, then the end of that month.
  case netThenEndOfMonth(Int)
  /// The end of the invoice's month, then so many days.
  case endOfMonthThenNet(Int)
  /// So many days after the invoice date, then that day of the month after.
  case netThenDayOfNextMonth(Int, day: Int)
  /// That day so many months after the month of the invoice: 31 is the end of each, nil the day of the invoice date.
  case dayOfMonth(Int?, after: Int)
}

extension Terms {
  /// When an invoice of that date is due.
  ///
  /// net 30 from 31 January 2026 is 2 March; 30 days then end of month from 15 January is 28 February; end of month
  /// then 30 days from 14 February is 30 March; 60 days, end of month, the 15th from 13 September is 15 December; day 15 of
  /// the next month from 31 January is 15 February, day 31 is 28 February.
  public func due(from issued: CalendarDay) -> CalendarDay {
    switch self {
    case .net(let days): issued.advanced(by: days)
    case .netThenEndOfMonth(let days): issued.advanced(by: days).endOfMonth
    case .endOfMonthThenNet(let days): issued.endOfMonth.advanced(by: days)
    case .netThenDayOfNextMonth(let days, let day):
      issued.advanced(by: days).endOfMonth.advanced(by: day)
    case .dayOfMonth(let day, let months): issued.advanced(byMonths: months).onDay(day)
    }
  }
}

extension Terms {
  /// What people read and `init(text:)` reads back: `"net 30"`, `"30 EOM"`, `"EOM 30"`, `"60 EOM, then day 15"`,
  /// `"1 month, day 15"`.
  public var text: String {
    switch self {
    case .net(let days): "net \(days)"
    case .netThenEndOfMonth(let days): "\(days) EOM"
    case .endOfMonthThenNet(let days): "EOM \(days)"
    case .netThenDayOfNextMonth(let days, let day): "\(days) EOM, then day \(day)"
    case .dayOfMonth(let day, let months): months.months + (day.map { ", day \($0)" } ?? "")
    }
  }

  /// Terms as exports write them; nil for a code that only its own system understands (`NAA8`).
  ///
  /// `net 30`, `N30`, `30 days`, `2/10 net 30` (the discount is not kept), `30 EOM`, `EOM 30`, `EOM`,
  /// `due on receipt`, `COD`.
  public init?(text: some StringProtocol) { self.init(wording: String(text)) }

  private init?(wording text: String) {
    if let days = Self.plainNet(text) {
      self = .net(days)
      return
    }
    var words = Self.words(of: text)
    if ["due on receipt", "receipt", "cod", "immediate", "immediately", "due immediately"].contains(
      words.joined(separator: " "))
    {
      self = .net(0)
      return
    }
    if let net = words.firstIndex(where: { $0 == "net" || $0 == "n" }) {
      guard words[..<net].allSatisfy({ Int($0) != nil }) else { return nil }
      words.removeFirst(net + 1)
      guard words.first.flatMap({ Int($0) }) != nil else { return nil }
    }
    if let terms = Self.byDay(words) {
      self = terms
      return
    }
    words.removeAll { $0 == "days" || $0 == "day" }
    switch words.count {
    case 1 where words[0] == "eom": self = .endOfMonthThenNet(0)
    case 1:
      guard let days = Self.days(words[0]) else { return nil }
      self = .net(days)
    case 2 where words[0] == "eom":
      guard let days = Self.days(words[1]) else { return nil }
      self = .endOfMonthThenNet(days)
    case 2 where words[1] == "eom":
      guard let days = Self.days(words[0]) else { return nil }
      self = .netThenEndOfMonth(days)
    default: return nil
    }
  }

  /// What has a day of the month in it.
  private static func byDay(_ words: [String]) -> Terms? {
    let numbers = words.compactMap { Int($0) }
    let shape = words.map { Int($0) == nil ? $0 : "#" }.joined(separator: " ")
    guard let first = numbers.first.flatMap({ days(String($0)) }), let last = numbers.last else { return nil }
    switch shape {
    case "# eom then day #" where (1...28).contains(last): return .netThenDayOfNextMonth(first, day: last)
    case "# month day #", "# months day #":
      return (1...31).contains(last) && first <= 120 ? .dayOfMonth(last, after: first) : nil
    case "# month", "# months": return first <= 120 ? .dayOfMonth(nil, after: first) : nil
    default: return nil
    }
  }

  /// The days of `net 30`, as nearly all terms in a book are written.
  private static func plainNet(_ text: String) -> Int? {
    let bytes = text.utf8.span
    guard (5...7).contains(bytes.count), bytes[0] == 0x6E, bytes[1] == 0x65, bytes[2] == 0x74,
      bytes[3] == 0x20
    else { return nil }
    var days = 0
    for index in 4..<bytes.count {
      guard bytes[index].isDigit else { return nil }
      days = days * 10 + Int(bytes[index] &- 0x30)
    }
    return days
  }

  /// Lower-case runs of letters and of digits; no terms are longer than a few.
  private static func words(of text: String) -> [String] {
    var words: [String] = []
    var isInDigits: Bool?
    for byte in text.utf8.prefix(40) {
      let isDigit = byte.isDigit
      let isLetter = (byte & 0xDF) &- 0x41 <= 25
      guard isDigit || isLetter else {
        isInDigits = nil
        continue
      }
      let scalar = Character(Unicode.Scalar(isLetter ? byte | 0x20 : byte))
      if isInDigits == isDigit, !words.isEmpty {
        words[words.count - 1].append(scalar)
      } else {
        words.append(String(scalar))
      }
      isInDigits = isDigit
    }
    return words
  }

  /// Nobody grants more than ten years.
  private static func days(_ word: String) -> Int? {
    Int(word).flatMap { (0...3650).contains($0) ? $0 : nil }
  }
}

extension CalendarDay {
  /// That day of the month, or its last one; nil is the day itself.
  fileprivate func onDay(_ day: Int?) -> CalendarDay {
    guard let day else { return self }
    let (year, month, _) = components
    return .clipped(year: year, month: month, day: day)
  }
}

extension Int {
  /// `"1 month"`, `"2 months"`.
  fileprivate var months: String { self == 1 ? "1 month" : "\(self) months" }
}
