extension ControlTotals {
  /// One line as `init(text:)` reads it, amounts as decimals: `"USD 2 150.00 50.00 1 100.00 0.00"`.
  public var text: String {
    var line: [UInt8] = []
    line.reserveCapacity(96)
    line += currency.code.utf8
    func add(_ count: Int) {
      line.append(0x20)
      line += String(count).utf8
    }
    func add(_ minor: Int128) {
      line.append(0x20)
      guard let magnitude = UInt64(exactly: minor.magnitude) else { return line += text(of: minor).utf8 }
      if minor < 0 { line.append(0x2D) }
      Money.write(magnitude, places: currency.exponent, to: &line)
    }
    add(invoices)
    add(billed)
    add(open)
    add(credits)
    add(credited)
    add(unapplied)
    return String(decoding: line, as: UTF8.self)
  }

  /// The totals that `text` wrote; nil for anything else.
  public init?(text: some StringProtocol) {
    let words = String(text).split(separator: " " as Character, omittingEmptySubsequences: false)
    guard words.count == 7, let currency = Currency(String(words[0])) else { return nil }
    self.init(currency)
    guard let invoices = Self.count(words[1]), let credits = Self.count(words[4]),
      let billed = minor(words[2]), let open = minor(words[3]), let credited = minor(words[5]),
      let unapplied = minor(words[6])
    else { return nil }
    (self.invoices, self.billed, self.open) = (invoices, billed, open)
    (self.credits, self.credited, self.unapplied) = (credits, credited, unapplied)
  }

  /// Minor units as a decimal of the currency: `"-12.05"`.
  public func text(of minor: Int128) -> String {
    var digits = String(minor.magnitude)
    let places = currency.exponent
    if places > 0 {
      digits = String(repeating: "0", count: max(places + 1 - digits.count, 0)) + digits
      digits.insert(".", at: digits.index(digits.endIndex, offsetBy: -places))
    }
    return minor < 0 ? "-" + digits : digits
  }

  private static func count(_ word: Substring) -> Int? { Int(word).flatMap { $0 < 0 ? nil : $0 } }

  /// Amounts of a hundred digits are none that anything wrote.
  private func minor(_ word: Substring) -> Int128? {
    let parts = word.split(separator: "." as Character, omittingEmptySubsequences: false)
    let places = currency.exponent
    guard parts.count == (places > 0 ? 2 : 1), parts.count < 2 || parts[1].utf8.count == places,
      word.utf8.count < 37, word.utf8.first != UInt8(ascii: "+")
    else { return nil }
    return Int128(parts.joined())
  }
}

extension [ControlTotals] {
  /// The totals of which each line of UTF-8 is the `text`; nil when one of them is none. An import reads those of all
  /// accounts.
  public init?(lines: UnsafeBufferPointer<UInt8>) {
    self = []
    var rest = lines[...]
    while !rest.isEmpty {
      let end = rest.firstIndex(of: 0x0A) ?? rest.endIndex
      let line = rest[rest.startIndex..<end]
      rest = rest[end...].dropFirst()
      if line.isEmpty { continue }
      var words = PlainWords(line)
      let read = words.totals() ?? ControlTotals(text: String(decoding: line, as: UTF8.self))
      guard let read else { return nil }
      append(read)
    }
  }
}

/// Reads totals of the usual size, digit by digit. What it does not know may be totals all the same.
private struct PlainWords {
  private var rest: Swift.Slice<UnsafeBufferPointer<UInt8>>

  init(_ line: Swift.Slice<UnsafeBufferPointer<UInt8>>) { rest = line }

  mutating func totals() -> ControlTotals? {
    guard let currency = Currency(String(decoding: rest.prefix(3), as: UTF8.self)) else { return nil }
    rest = rest.dropFirst(3)
    let places = currency.exponent
    var totals = ControlTotals(currency)
    guard let invoices = number(0), let billed = number(places), let open = number(places),
      let credits = number(0), let credited = number(places), let unapplied = number(places), rest.isEmpty,
      invoices >= 0, credits >= 0
    else { return nil }
    (totals.invoices, totals.billed, totals.open) = (Int(invoices), Int128(billed), Int128(open))
    (totals.credits, totals.credited, totals.unapplied) = (Int(credits), Int128(credited), Int128(unapplied))
    return totals
  }

  /// A blank, and what follows it up to the next: at most 18 digits, `places` of them behind a point.
  private mutating func number(_ places: Int) -> Int64? {
    guard rest.popFirst() == 0x20 else { return nil }
    let isNegative = rest.first == 0x2D
    if isNegative { rest = rest.dropFirst() }
    var number: Int64 = 0
    var digits = 0
    var decimals: Int?
    while let byte = rest.first, byte != 0x20 {
      if byte == 0x2E, decimals == nil, digits > 0 {
        decimals = 0
      } else if byte &- 0x30 <= 9, digits < 18 {
        number = number * 10 + Int64(byte &- 0x30)
        digits += 1
        decimals? += 1
      } else {
        return nil
      }
      rest = rest.dropFirst()
    }
    guard digits > 0, (decimals ?? 0) == places, places > 0 || decimals == nil else { return nil }
    return isNegative ? -number : number
  }
}
