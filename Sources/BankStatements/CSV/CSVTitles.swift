import Interchange
import Receivables

/// What the lines above the headings, and sums and balances below them, say of the statement.
struct CSVTitles {
  /// The account; one of no number where they name none.
  private(set) var account = BankAccount("")
  private(set) var currency: Currency?
  /// Texts of the balances before and behind the entries, with their lines.
  private(set) var opening: (text: String, line: Int)?
  private(set) var closing: (text: String, line: Int)?

  init(_ records: [DelimitedRecord], _ words: StatementWords) {
    for record in records {
      if account.iban == nil, let iban = record.cells.lazy.compactMap(Self.iban).first { account = iban }
      let cells = record.cells.indices.compactMap { record[$0] }
      if currency == nil, Self.amount(in: cells) != nil {
        currency = cells.lazy.compactMap(Self.currency).first
      }
      for (place, cell) in cells.enumerated() {
        let parts = cell.split(separator: ":", maxSplits: 1)
        let label = HeadingName(String(parts.first ?? "").replacing("#", with: ""))
        let value = parts.count > 1 ? parts[1].oneLine : nil
        let next = value ?? (place + 1 < cells.count ? cells[place + 1] : nil)
        guard let next, let title = Self.title(label, words) else { continue }
        take(next, as: title, record, cells)
      }
    }
  }

  private mutating func take(
    _ value: String, as title: StatementTitle, _ record: DelimitedRecord, _ cells: [String]
  ) {
    switch title {
    case .account: if account.number.isEmpty { account = BankAccount(told: value) }
    case .currency:
      if currency == nil, let code = Currency(value), code.isKnown { currency = code }
    // A day may stand between the word and the balance.
    case .opening: if opening == nil, let text = Self.amount(in: cells) { opening = (text, record.line) }
    case .closing: if closing == nil, let text = Self.amount(in: cells) { closing = (text, record.line) }
    }
  }

  private static func title(_ label: HeadingName, _ words: StatementWords) -> StatementTitle? {
    guard !label.folded.isEmpty else { return nil }
    if let exact = StatementTitle.allCases.first(where: { words.titles[$0]?.contains(label) == true }) {
      return exact
    }
    // "Kontostand vom 24.11.2026", "Beginning balance as of 11/01/2026".
    return [StatementTitle.opening, .closing].first { title in
      words.titles[title]?.contains { label.folded.hasPrefix($0.folded) } == true
    }
  }

  /// The last cell with two decimals.
  private static func amount(in cells: [String]) -> String? {
    cells.dropFirst().last { cell in
      let bytes = Array(cell.utf8.filter { $0.isDigit || $0 == .comma || $0 == 0x2E })
      return bytes.count > 3 && !bytes[bytes.count - 3].isDigit && bytes.suffix(2).allSatisfy(\.isDigit)
        && (try? DateText.read(cell, order: .dayMonthYear)) == nil
    }
  }

  /// The currency that stands in a cell alone or beside an amount.
  static func currency(_ cell: String) -> Currency? {
    if cell.contains("€") { return Currency("EUR") }
    if cell.contains("£") { return Currency("GBP") }
    let words = cell.split { !$0.isLetter }
    guard words.count == 1, words[0].allSatisfy(\.isUppercase), let code = Currency(String(words[0])),
      code.isKnown
    else { return nil }
    return code
  }

  /// The IBAN somewhere in a cell, by its check digits.
  private static func iban(_ cell: String) -> BankAccount? {
    guard cell.utf8.count <= 120 else { return nil }
    let letters = cell.utf8.filter(\.isWordByte).map(\.capital)
    for start in letters.indices.dropLast(14)
    where letters[start].isCapital && letters[start + 1].isCapital && letters[start + 2].isDigit {
      for length in 15...34 where start + length <= letters.count {
        let account = BankAccount(String(decoding: letters[start..<(start + length)], as: UTF8.self))
        if account.iban != nil { return account }
      }
    }
    return nil
  }
}

extension BankAccount {
  /// An account as people are shown it: `20-00-00 12345678` names its bank before it. One of no number for a name, and
  /// where digits are hidden: `Main`, `****1234`.
  init(told text: String, bank: String? = nil) {
    let digits = text.utf8.filter(\.isDigit)
    let isHidden = text.contains("*") || text.contains("•") || text.lowercased().contains("xx")
    guard digits.count >= 5, !isHidden else {
      self.init("")
      return
    }
    let parts = text.split { $0 == " " || $0 == "\t" }
    if bank == nil, parts.count == 2, parts[0].utf8.count == 8,
      parts[0].utf8.allSatisfy({ $0.isDigit || $0 == 0x2D }), parts[1].utf8.count == 8
    {
      self.init(String(parts[1]), bank: String(parts[0]).replacing("-", with: ""))
    } else {
      self.init(text, bank: bank?.replacing("-", with: ""))
    }
  }
}
