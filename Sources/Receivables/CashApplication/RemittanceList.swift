/// What a customer wrote to a payment: a list of the invoices that it pays, in whatever columns.
///
/// Nothing of it is guessed: a line is about the open invoice whose number stands in it, and the column with what is paid is
/// the one that adds up to the payment.
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

  /// Reads it as the list to `money` on an account. Throws `CallProblem` with the line where a line names two invoices or pays
  /// more than is open, and where no column adds up to the payment.
  public func read(
    for money: ReceivedMoney, on picture: AccountPicture
  ) throws(CallProblem) -> Reading {
    let named = try named(picture, money.amount.currency)
    guard named.contains(where: { $0 != nil }) else {
      throw CallProblem(.invoices, "\(name) names no open invoice of \(picture.file.customer.number).")
    }
    let width = rows.map(\.cells.count).max() ?? 0
    for column in 0..<width {
      for mark in DecimalMark.allCases {
        guard let amounts = amounts(column, mark, money.amount.currency, named),
          let strange = strange(amounts, named, of: money.amount.minor)
        else { continue }
        return try reading(amounts, named, strange)
      }
    }
    throw CallProblem(
      .amount, "No column of \(name) adds up to \(money.amount). Put the money against the invoices by hand.")
  }

  /// The open invoice that each line names.
  private func named(_ picture: AccountPicture, _ currency: Currency) throws(CallProblem) -> [OpenItem?] {
    let open = picture.invoices.filter { $0.invoice.original.currency == currency }
    let byKey = Dictionary(
      open.compactMap { item in NamedNumbers.key(item.invoice.number).map { ($0, item) } },
      uniquingKeysWith: { first, _ in first })
    var named: [OpenItem?] = []
    for row in rows {
      let whole = row.cells.compactMap { NamedNumbers.key($0).flatMap { byKey[$0] } }
      let inside = row.cells.flatMap { NamedNumbers($0).keys.compactMap { byKey[$0] } }
      let found = Set((whole.isEmpty ? inside : whole).map(\.invoice.id))
      guard found.count < 2 else {
        let numbers = open.filter { found.contains($0.invoice.id) }.map(\.invoice.number)
        throw CallProblem(
          .invoices, "Line \(row.line) of \(name) names \(numbers.joined(separator: " and ")).")
      }
      named.append(found.first.flatMap { id in open.first { $0.invoice.id == id } })
    }
    return named
  }

  /// What a column has on each line; nil where a line that names an invoice has no amount there.
  private func amounts(
    _ column: Int, _ mark: DecimalMark, _ currency: Currency, _ named: [OpenItem?]
  ) -> [Int64?]? {
    var amounts: [Int64?] = []
    for (row, item) in zip(rows, named) {
      let cell = column < row.cells.count ? row.cells[column] : ""
      let reading = try? AmountText.read(cell, currency: currency, decimal: mark)
      guard item == nil || reading != nil else { return nil }
      amounts.append(reading.flatMap { $0.isRounded ? nil : $0.amount.minor })
    }
    return amounts
  }

  /// The lines that have an amount and name no open invoice, when the column adds up to `sum` with or without them; nil when it
  /// does not. A line that has the sum itself is a total.
  private func strange(_ amounts: [Int64?], _ named: [OpenItem?], of sum: Int64) -> [Int]? {
    let places = amounts.indices.filter { amounts[$0] != nil }
    let others = places.filter { named[$0] == nil && amounts[$0] != sum && amounts[$0] != 0 }
    func total(_ places: [Int]) -> Int64? {
      var total: Int64 = 0
      for place in places {
        let next = total.addingReportingOverflow(amounts[place] ?? 0)
        if next.overflow { return nil }
        total = next.partialValue
      }
      return total
    }
    let ofInvoices = places.filter { named[$0] != nil }
    if total(ofInvoices) == sum { return [] }
    return total(ofInvoices + others) == sum ? others : nil
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
