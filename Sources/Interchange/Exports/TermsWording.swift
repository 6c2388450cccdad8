import Receivables

/// Payment terms as invoices word them in many languages: `30 Tage netto`, `à 30 jours fin de mois`, `15th of next month`.
///
/// Only what has one meaning is read. Of `10 Tage 2 % Skonto, 30 Tage netto` the discount is not kept. The words stand in
/// `columns.toml`.
struct TermsWording {
  /// What a word or phrase says.
  enum Part: String, Hashable, CaseIterable, Sendable {
    /// So many days: `Tage`.
    case days
    /// So many months.
    case months
    /// The end of the month: `fin de mois`.
    case endOfMonth = "end_of_month"
    /// The month that follows: `Folgemonat`.
    case nextMonth = "next_month"
    /// The full amount: `netto`.
    case net
    /// At once: `sofort`, `prepaid`.
    case atOnce = "at_once"
    /// Counted from the date of the invoice, as all terms are.
    case invoiceDate = "invoice_date"
    /// Counted from what follows: `after`.
    case after
    /// A discount for paying early: `Skonto`.
    case discount
    /// Behind a day of the month: `15th`.
    case ordinal
    /// Says nothing: `payable within`.
    case filler
  }

  private enum Token: Hashable {
    case number(Int)
    case percent
    case part(Part)
    case unknown
  }

  private let phrases: [[String]: Part]
  private let longest: Int

  /// Of the phrases that say each part.
  init(_ words: [Part: [String]]) {
    var phrases: [[String]: Part] = [:]
    for (part, texts) in words {
      for text in texts { phrases[Self.words(of: text)] = part }
    }
    self.phrases = phrases
    longest = phrases.keys.map(\.count).max() ?? 1
  }

  /// The terms; nil when they are worded in another way.
  func read(_ text: String) -> Terms? {
    if let terms = Terms(text: text) { return terms }
    var tokens = tokens(of: text)
    tokens.removeAll { $0 == .part(.filler) || $0 == .part(.invoiceDate) }
    let isDay = tokens.contains(.part(.ordinal))
    guard !tokens.contains(.unknown), !isDay || tokens.contains(.part(.nextMonth)) else { return nil }
    tokens.removeAll { $0 == .part(.ordinal) }
    if tokens.contains(.percent) || tokens.contains(.part(.discount)) {
      guard let net = Self.withoutDiscount(tokens) else { return nil }
      tokens = net
    }
    return Self.terms(tokens)
  }

  private static func terms(_ tokens: [Token]) -> Terms? {
    var tokens = tokens
    let isNet = tokens.contains(.part(.net))
    tokens.removeAll { $0 == .part(.net) }
    if !tokens.isEmpty, tokens.allSatisfy({ $0 == .part(.atOnce) }) { return .net(0) }
    // What is counted in months is told by the word, days need none.
    let (end, next, after) = (Token.part(.endOfMonth), Token.part(.nextMonth), Token.part(.after))
    let isMonths = tokens.contains(.part(.months))
    tokens.removeAll { $0 == .part(.days) || $0 == .part(.months) }
    switch (isMonths, tokens.count) {
    case (false, 1) where tokens[0] == end: return .endOfMonthThenNet(0)
    case (false, 1):
      guard let days = number(tokens[0], upTo: 3_650) else { return nil }
      return .net(days)
    case (false, 2) where tokens[0] == end:
      return number(tokens[1], upTo: 3_650).map(Terms.endOfMonthThenNet)
    case (false, 2) where tokens[1] == end:
      return number(tokens[0], upTo: 3_650).map(Terms.netThenEndOfMonth)
    case (false, 2) where tokens.contains(next) && !isNet:
      return number(tokens[0] == next ? tokens[1] : tokens[0], upTo: 28).map { .dayOfMonth($0, after: 1) }
    case (false, 3) where tokens[1] == end:
      guard let days = number(tokens[0], upTo: 3_650), let day = number(tokens[2], upTo: 28) else {
        return nil
      }
      return .netThenDayOfNextMonth(days, day: day)
    case (false, 3) where tokens[1] == after && tokens[2] == end:
      return number(tokens[0], upTo: 3_650).map(Terms.endOfMonthThenNet)
    case (true, 1): return number(tokens[0], upTo: 120).map { .dayOfMonth(nil, after: $0) }
    case (true, 2) where tokens[1] == end:
      return number(tokens[0], upTo: 120).map { .dayOfMonth(31, after: $0) }
    default: return nil
    }
  }

  /// Without the percentage and its days, which are always fewer than those that the full amount has.
  private static func withoutDiscount(_ tokens: [Token]) -> [Token]? {
    var tokens = tokens
    while let percent = tokens.firstIndex(of: .percent) {
      guard percent > 0, case .number = tokens[percent - 1] else { return nil }
      tokens.removeSubrange((percent - 1)...percent)
    }
    tokens.removeAll { $0 == .part(.discount) }
    let numbers = tokens.compactMap { if case .number(let number) = $0 { number } else { nil } }
    guard numbers.count == 2, let first = numbers.min(), numbers[0] != numbers[1],
      let place = tokens.firstIndex(of: .number(first))
    else { return numbers.count == 1 && tokens.contains(.part(.net)) ? tokens : nil }
    tokens.remove(at: place)
    return tokens
  }

  private static func number(_ token: Token, upTo most: Int) -> Int? {
    guard case .number(let number) = token, number <= most else { return nil }
    return number
  }

  private func tokens(of text: String) -> [Token] {
    let words = Self.words(of: text)
    var tokens: [Token] = []
    var place = 0
    while place < words.count {
      let word = words[place]
      if word == "%" {
        tokens.append(.percent)
      } else if let number = Int(word) {
        tokens.append(.number(number))
      } else if let (part, length) = phrase(words[place...]) {
        tokens.append(.part(part))
        place += length - 1
      } else {
        tokens.append(.unknown)
      }
      place += 1
    }
    return tokens
  }

  private func phrase(_ words: ArraySlice<String>) -> (Part, Int)? {
    for length in stride(from: min(longest, words.count), to: 0, by: -1) {
      if let part = phrases[Array(words.prefix(length))] { return (part, length) }
    }
    return nil
  }

  /// Lower-case runs of letters and of digits, percent signs; decimals of a percentage are left out. No terms are longer
  /// than a few.
  private static func words(of text: String) -> [String] {
    var words: [String] = []
    var last: Character = " "
    var isDecimal = false
    for character in text.prefix(100).lowercased() {
      defer { last = character }
      if character == "%" {
        words.append("%")
        continue
      }
      isDecimal =
        character.isNumber
        && (isDecimal || ((last == "." || last == ",") && !words.isEmpty && isNumber(words)))
      guard character.isLetter || character.isNumber, !isDecimal else { continue }
      if last.isLetter && character.isLetter || last.isNumber && character.isNumber {
        words[words.count - 1].append(character)
      } else {
        words.append(String(character))
      }
    }
    return words
  }

  private static func isNumber(_ words: [String]) -> Bool { words.last.map { Int($0) != nil } ?? false }
}
