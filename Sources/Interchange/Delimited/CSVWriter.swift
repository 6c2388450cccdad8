public import Receivables

/// Writes RFC 4180 records that are safe to open in a spreadsheet.
///
/// A text cell that a spreadsheet would run as a formula gets an apostrophe in front; numbers and dates do not.
public struct CSVWriter: Sendable {
  /// What has been written so far. Bytes, because adding to a text costs several times as much.
  private var bytes: [UInt8] = []
  private var isAtStart = true

  /// Begins without headings, to go on where another one ended.
  public init() { bytes.reserveCapacity(256) }

  /// Begins with one line of headings.
  public init(header: [String]) {
    for name in header { write(name) }
    endRecord()
  }

  /// What has been written so far.
  public var text: String { String(decoding: bytes, as: UTF8.self) }

  /// A cell of text, neutralised and quoted where needed.
  public mutating func write(_ value: String?) {
    let value = value ?? ""
    cell(Self.startsFormula(value) ? "'" + value : value)
  }

  /// An amount as a plain decimal in major units: `1234.50`.
  public mutating func write(_ amount: Money) {
    beginCell()
    if amount.minor < 0 { bytes.append(0x2D) }
    Money.write(amount.minor.magnitude, places: amount.currency.exponent, to: &bytes)
  }

  /// An amount that is too large for `Money`, or missing, as a plain decimal; anything else is written as text.
  public mutating func write(decimal: String?) {
    let isPlain = decimal?.utf8.allSatisfy { (0x30...0x39).contains($0) || $0 == 0x2D || $0 == 0x2E } ?? true
    if isPlain { cell(decimal ?? "") } else { write(decimal) }
  }

  /// A whole number.
  public mutating func write(_ number: Int?) { cell(number.map(String.init) ?? "") }

  /// A day, ISO.
  public mutating func write(_ day: CalendarDay?) { cell(day?.iso ?? "") }

  /// Ends the record.
  public mutating func endRecord() {
    bytes.append(.lineFeed)
    isAtStart = true
  }

  /// Hands over what has been written and goes on empty, for streaming.
  public mutating func drain() -> String {
    defer { bytes.removeAll(keepingCapacity: true) }
    return text
  }

  private mutating func cell(_ value: String) {
    beginCell()
    var value = value
    value.withUTF8 { cell in
      guard cell.contains(where: Self.needsQuotes) else {
        bytes += cell
        return
      }
      bytes.append(.quote)
      for byte in cell {
        if byte == .quote { bytes.append(.quote) }
        bytes.append(byte)
      }
      bytes.append(.quote)
    }
  }

  private mutating func beginCell() {
    if !isAtStart { bytes.append(0x2C) }
    isAtStart = false
  }

  private static func needsQuotes(_ byte: UInt8) -> Bool {
    byte == .quote || byte == 0x2C || byte == .lineFeed || byte == .carriageReturn
  }

  /// `= + - @`, also as wide as East Asian characters, TAB, CR and LF (OWASP, CSV injection).
  private static func startsFormula(_ value: String) -> Bool {
    switch value.unicodeScalars.first {
    case "=", "+", "-", "@", "\t", "\r", "\n", "\u{FF1D}", "\u{FF0B}", "\u{FF0D}", "\u{FF20}": true
    default: false
    }
  }
}
