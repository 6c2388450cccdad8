/// How single values stand in an entry, so that every section writes a day or an amount alike.
enum EntryValue {
  /// `"2026-11-27"`. Throws `EntryTextError`.
  static func day(_ text: some StringProtocol) throws(EntryTextError) -> CalendarDay {
    guard let day = CalendarDay(iso: text) else { throw EntryTextError("a day that is not one") }
    return day
  }

  /// `"14:05"`. Throws `EntryTextError`.
  static func time(_ text: some StringProtocol) throws(EntryTextError) -> TimeOfDay {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2, parts.allSatisfy({ $0.utf8.count == 2 && $0.utf8.allSatisfy(\.isDigit) }),
      let hour = Int(parts[0]), let minute = Int(parts[1]), let time = TimeOfDay(hour: hour, minute: minute)
    else { throw EntryTextError("a time that is not one") }
    return time
  }

  /// `"2026-11-21T23:05:01.250Z"`. Throws `EntryTextError`.
  static func instant(_ text: String) throws(EntryTextError) -> Instant {
    guard let instant = Instant(iso: text) else { throw EntryTextError("a moment that is not one") }
    return instant
  }

  /// A whole number in decimal digits. Throws `EntryTextError`.
  static func number(_ text: some StringProtocol) throws(EntryTextError) -> Int64 {
    guard let number = Int64(text), text.utf8.first != 0x2B else {
      throw EntryTextError("a number that is not one")
    }
    return number
  }

  /// A decimal amount in `currency`: `"1200.00"`. Throws `EntryTextError`.
  static func amount(
    _ text: some StringProtocol, _ currency: some StringProtocol
  ) throws(EntryTextError) -> Money {
    guard let currency = Currency(String(currency)) else {
      throw EntryTextError("an amount without a currency")
    }
    do {
      return try Money(plain: String(text), currency)
    } catch {
      throw EntryTextError("an amount that \(error)")
    }
  }

  /// `"1200.00 USD"`. Throws `EntryTextError`.
  static func money(_ text: some StringProtocol) throws(EntryTextError) -> Money {
    let words = text.split(separator: " ", omittingEmptySubsequences: false)
    guard words.count == 2 else { throw EntryTextError("an amount without a currency") }
    return try amount(words[0], words[1])
  }

  /// A code that is one of `Value`. Throws `EntryTextError`.
  static func code<Value: RawRepresentable<String>>(
    _ text: some StringProtocol, as type: Value.Type
  ) throws(EntryTextError) -> Value {
    guard let value = Value(rawValue: String(text)) else { throw EntryTextError("“\(text)”") }
    return value
  }

  /// The last `count` words of `text` and what stands before them, which may hold spaces. Throws `EntryTextError`.
  static func tail(_ text: String, _ count: Int) throws(EntryTextError) -> (head: String, words: [Substring])
  {
    var words: [Substring] = []
    var rest = text[...]
    for _ in 0..<count {
      guard let space = rest.lastIndex(of: " ") else { throw EntryTextError("a line that is too short") }
      words.insert(rest[rest.index(after: space)...], at: 0)
      rest = rest[..<space]
    }
    return (String(rest), words)
  }
}

extension Money {
  /// As entries write it and `EntryValue.money` reads it: `"1200.00 USD"`.
  var entryText: String { "\(text) \(currency.code)" }
}
