/// What a customer wrote to a payment: a list of the invoices that it pays, in whatever columns.
///
/// Nothing of it is guessed: one column has the numbers of open invoices, and what is paid is the column that adds up to the
/// payment. Where two ways to read it say different things, neither is taken.
public struct RemittanceList: Hashable, Sendable {
  /// One line of the file.
  public struct Row: Hashable, Sendable {
    /// From 1.
    public var line: Int
    /// Its cells as text.
    public var cells: [String]

    /// The cells of a line.
    public init(line: Int, cells: [String]) { (self.line, self.cells) = (line, cells) }
  }

  /// What it says of a payment.
  public struct Reading: Hashable, Sendable {
    /// What the payment pays, as the list has it.
    public var parts: [ProposedReceipt.Part]
    /// How many of these are less than is open.
    public var short: Int
    /// Lines with an amount that name no open invoice, as they are written: what is paid for them waits on the account.
    public var strange: [String]
  }

  /// What the file is called.
  public var name: String
  /// All lines that hold anything.
  public var rows: [Row]

  /// The lines of a file.
  public init(name: String, rows: [Row]) { (self.name, self.rows) = (name, rows) }

  /// Reads it as the list to `money` on an account. Throws `CallProblem` where no column adds up, several say different things,
  /// or a line pays more than is open or takes something off.
  public func read(
    for money: ReceivedMoney, on picture: AccountPicture
  ) throws(CallProblem) -> Reading {
    let currency = money.amount.currency
    let invoices = ListedInvoices(picture.invoices.filter { $0.invoice.original.currency == currency })
    let width = rows.map(\.cells.count).max() ?? 0
    let columns = Array(0..<width)
    let named = try columns.map { (column) throws(CallProblem) in try items(column, invoices) }
    guard let most = named.map({ $0.count { $0 != nil } }).max(), most > 0 else {
      throw CallProblem(.invoices, "\(name) names no open invoice of \(picture.file.customer.number).")
    }
    try refuseOtherCurrency(than: currency, named)
    // The same invoice on every line is a customer's number, a year or the like.
    let telling = columns.filter { column in
      let found = named[column].compactMap { $0?.invoice.id }
      return found.count == most && (found.count == 1 || Set(found).count > 1)
    }
    var readings: [Reading] = []
    for numbers in telling {
      for column in columns where column != numbers {
        for mark in DecimalMark.allCases {
          guard let amounts = amounts(column, mark, currency, named[numbers]),
            let strange = strange(amounts, named[numbers], numbers, of: money.amount.minor)
          else { continue }
          let reading = try reading(amounts, named[numbers], strange)
          if !readings.contains(reading) { readings.append(reading) }
        }
      }
    }
    guard let only = readings.first else {
      throw CallProblem(
        .amount,
        "No column of \(name) adds up to \(money.amount). Put the money against the invoices by hand.")
    }
    guard readings.count == 1 else {
      throw CallProblem(
        .amount,
        "Several columns of \(name) add up to \(money.amount) and say different things. Put the money against the invoices "
          + "by hand.")
    }
    return only
  }

  private func refuseOtherCurrency(than currency: Currency, _ named: [[OpenItem?]]) throws(CallProblem) {
    for (place, row) in rows.enumerated() where named.contains(where: { $0[place] != nil }) {
      let codes = row.cells.filter { $0.utf8.count == 3 && $0 == $0.uppercased() }.compactMap { Currency($0) }
      if let other = codes.first(where: { $0 != currency }) {
        throw CallProblem(.amount, "Line \(row.line) of \(name) is in \(other), the payment in \(currency).")
      }
    }
  }

  /// The open invoice that each line names in a column.
  private func items(_ column: Int, _ invoices: ListedInvoices) throws(CallProblem) -> [OpenItem?] {
    var items: [OpenItem?] = []
    for row in rows {
      let found = column < row.cells.count ? invoices.named(row.cells[column]) : []
      guard found.count < 2 else {
        let numbers = found.map(\.invoice.number).joined(separator: " and ")
        throw CallProblem(.invoices, "Line \(row.line) of \(name) may name \(numbers).")
      }
      items.append(found.first)
    }
    return items
  }

  /// What a column has on each line; nil where a line that names an invoice has no amount there.
  private func amounts(
    _ column: Int, _ mark: DecimalMark, _ currency: Currency, _ named: [OpenItem?]
  ) -> [Int64?]? {
    var amounts: [Int64?] = []
    for (row, item) in zip(rows, named) {
      let cell = column < row.cells.count ? row.cells[column] : ""
      let reading = try? AmountText.read(cell, currency: currency, decimal: mark)
      let amount = reading.flatMap { $0.isRounded ? nil : $0.amount.minor }
      guard item == nil || amount != nil else { return nil }
      amounts.append(amount)
    }
    return amounts
  }

  /// The lines that have an amount and name no open invoice, when all of them and those that name one add up to `sum`; nil when
  /// they do not. A line without a number that has the sum itself is a total.
  private func strange(
    _ amounts: [Int64?], _ named: [OpenItem?], _ numbers: Int, of sum: Int64
  ) -> [Int]? {
    let places = amounts.indices.filter { amounts[$0].map { $0 != 0 } ?? false }
    let counted = places.filter { place in
      let cells = rows[place].cells
      let hasNumber = numbers < cells.count && cells[numbers].contains(where: \.isNumber)
      return named[place] != nil || hasNumber || amounts[place] != sum
    }
    var total: Int64 = 0
    for place in counted {
      let next = total.addingReportingOverflow(amounts[place] ?? 0)
      if next.overflow { return nil }
      total = next.partialValue
    }
    return total == sum ? counted.filter { named[$0] == nil } : nil
  }

  private func reading(
    _ amounts: [Int64?], _ named: [OpenItem?], _ strange: [Int]
  ) throws(CallProblem) -> Reading {
    var parts: [ProposedReceipt.Part] = []
    var open: [DocumentID: OpenItem] = [:]
    for (place, item) in named.enumerated() {
      guard let item, let amount = amounts[place], amount != 0 else { continue }
      open[item.invoice.id] = item
      if let known = parts.firstIndex(where: { $0.invoice == item.invoice.id }) {
        parts[known].amount = parts[known].amount.addingReportingOverflow(amount).partialValue
      } else {
        parts.append(ProposedReceipt.Part(invoice: item.invoice.id, amount: amount))
      }
    }
    parts.removeAll { $0.amount == 0 }
    for part in parts {
      guard let item = open[part.invoice], part.amount < 0 || part.amount > item.open else { continue }
      let currency = item.invoice.original.currency
      throw CallProblem(
        .amount,
        "\(name) pays \(Money(minor: part.amount, currency)) of invoice \(item.invoice.number), of which "
          + "\(Money(minor: item.open, currency)) is open.")
    }
    for place in strange where amounts[place] ?? 0 < 0 {
      throw CallProblem(
        .amount,
        "Line \(rows[place].line) of \(name) takes something off for what is no open invoice. Put the money against the "
          + "invoices by hand.")
    }
    return Reading(
      parts: parts, short: parts.count { part in open[part.invoice].map { $0.open > part.amount } ?? false },
      strange: strange.map { place in
        rows[place].cells.filter { !$0.isEmpty }.prefix(4).joined(separator: " ")
      })
  }
}

/// Open invoices by what a cell may call them.
private struct ListedInvoices {
  private var exact: [DocumentKey: [OpenItem]] = [:]
  private var loose: [String: [OpenItem]] = [:]

  init(_ items: [OpenItem]) {
    for item in items {
      exact[DocumentKey(item.invoice.number), default: []].append(item)
      if let key = NamedNumbers.key(item.invoice.number) { loose[key, default: []].append(item) }
    }
  }

  /// Those that a cell names: as it is written, else by letters and digits, which needs a letter, since days, amounts and ranges
  /// have digits and signs too.
  func named(_ cell: String) -> [OpenItem] {
    if let items = exact[DocumentKey(cell)] {
      let same = items.filter { $0.invoice.number == cell }
      return same.count == 1 ? same : items
    }
    guard cell.contains(where: \.isLetter), cell.contains(where: \.isNumber) else { return [] }
    if let key = NamedNumbers.key(cell), let items = loose[key] { return items }
    // What stands in a sentence must be told from quantities and dates in it.
    let words = cell.split(whereSeparator: \.isWhitespace)
    let keys = Set(words.flatMap { NamedNumbers(String($0)).keys })
      .filter { key in key.count >= 5 || key.contains(where: \.isLetter) }
    var found: [OpenItem] = []
    for item in keys.flatMap({ loose[$0] ?? [] })
    where !found.contains(where: { $0.invoice.id == item.invoice.id }) {
      found.append(item)
    }
    return found.sorted { $0.invoice.id < $1.invoice.id }
  }
}
