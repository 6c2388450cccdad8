import Receivables

/// Lines of words and numbers, a blank before each but the first of a line. Bytes, because an import writes millions of
/// them and adding to a text costs several times as much.
struct WordLines {
  private var bytes: [UInt8] = []

  init() { bytes.reserveCapacity(512) }

  /// All lines.
  var text: String { String(decoding: bytes, as: UTF8.self) }

  /// Begins a line.
  mutating func begin(_ key: String) {
    if !bytes.isEmpty { bytes.append(0x0A) }
    bytes += key.utf8
  }

  mutating func begin(_ key: String, _ word: String) {
    begin(key)
    add(word)
  }

  mutating func begin(_ key: String, _ day: CalendarDay) {
    begin(key)
    add(day)
  }

  mutating func add(_ word: String) {
    bytes.append(0x20)
    bytes += word.utf8
  }

  mutating func add(_ number: Int64) {
    bytes.append(0x20)
    if number < 0 { bytes.append(0x2D) }
    Money.write(number.magnitude, places: 0, to: &bytes)
  }

  mutating func add(_ number: Int) { add(Int64(number)) }

  /// A number, or a dash for none.
  mutating func add(_ number: Int?) { if let number { add(number) } else { add("-") } }

  mutating func add(_ day: CalendarDay) { add(day.number) }

  mutating func add(_ money: Money) {
    add(money.minor)
    add(money.currency.code)
  }

  mutating func add(_ money: Money, _ day: CalendarDay) {
    add(money)
    add(day)
  }

  mutating func add(_ word: String, _ number: Int64) {
    add(word)
    add(number)
  }

  mutating func add(_ word: String, _ money: Money) {
    add(word)
    add(money)
  }

  mutating func add(_ word: String, _ money: Money, _ day: CalendarDay) {
    add(word)
    add(money, day)
  }

  /// `ending` brings its own blanks.
  mutating func add(_ word: String, _ day: CalendarDay, _ ending: String = "") {
    add(word)
    add(day)
    bytes += ending.utf8
  }
}
