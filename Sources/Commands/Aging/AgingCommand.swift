import ArgumentParser
import Interchange
import Ledger
import Receivables

/// `kept aging`: what everybody owes, by days past due.
struct AgingCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "aging", abstract: "List what every account owes, by age.")

  @OptionGroup var options: GlobalOptions
  @OptionGroup var reading: ReadingOptions

  func run() throws {
    let book = try options.openBook(for: reading)
    let day = reading.asOf ?? book.today
    let policy = book.policy.aging
    guard options.format == .csv else {
      return try AgingListing(accounts: book.ledger.aging(asOf: day), policy: policy, asOf: day).write(
        as: options.format, anchoredIn: book.ledger)
    }
    let lines = try book.ledger.aging(asOf: day, lines: { try AgingListing.lines(of: $0) })
    try StandardOutput.write(AgingListing.header(policy), lines)
  }
}

/// Balances by age as `kept aging` writes them: one row an account and currency.
struct AgingListing: Listing {
  let accounts: [AgedAccount]
  let policy: AgingPolicy
  let asOf: CalendarDay

  func csv() throws -> String {
    try Self.header(policy) + accounts.map { try Self.lines(of: $0) }.joined()
  }

  /// The line of headings.
  static func header(_ policy: AgingPolicy) -> String {
    CSVWriter(header: ["account", "name", "currency"] + policy.columns + ["credits", "balance"]).text
  }

  /// One account as lines of CSV. Throws `MoneyError.overflow`.
  static func lines(of account: AgedAccount) throws -> String {
    var writer = CSVWriter()
    for balance in account.balances {
      writer.write(account.number)
      writer.write(account.name)
      writer.write(balance.currency.code)
      for minor in try amounts(of: balance) { writer.write(Money(minor: minor, balance.currency)) }
      writer.endRecord()
    }
    return writer.drain()
  }

  func json() throws -> JSONValue {
    var rows: [JSONValue] = []
    for account in accounts {
      for balance in account.balances {
        let names = policy.columns + ["credits", "balance"]
        var entries = Dictionary(
          zip(names, try Self.amounts(of: balance)).map { ($0, JSONValue.amount($1, balance.currency)) }
        ) { _, last in last }
        entries["account"] = .string(account.number)
        entries["name"] = .string(account.name)
        entries["currency"] = .string(balance.currency.code)
        rows.append(.object(entries))
      }
    }
    return ["as_of": .day(asOf), "rows": .list(rows)]
  }

  func text() throws -> String {
    let amountColumns = policy.titles.map(Self.heading) + ["CREDITS", "BALANCE"]
    var table = TextTable(
      [("ACCOUNT", .left), ("NAME", .left), ("", .left)] + amountColumns.map { ($0, .right) })
    for account in accounts {
      for balance in account.balances {
        let amounts = try Self.amounts(of: balance).map { Money(minor: $0, balance.currency).grouped }
        table.add([account.number, account.name, balance.currency.code] + amounts)
      }
    }
    for total in accounts.count > 1 ? try totals() : [] {
      let amounts = try Self.amounts(of: total).map { Money(minor: $0, total.currency).grouped }
      table.add(["", "total", total.currency.code] + amounts)
    }
    return table.text
  }

  private static func amounts(of balance: CurrencyBalance) throws -> [Int64] {
    balance.buckets + [balance.credits, try balance.balance()]
  }

  /// One per currency, in alphabetical order.
  private func totals() throws -> [CurrencyBalance] {
    var totals: [Currency: CurrencyBalance] = [:]
    for balance in accounts.flatMap(\.balances) {
      var total =
        totals[balance.currency]
        ?? CurrencyBalance(currency: balance.currency, bucketCount: balance.buckets.count)
      for (index, bucket) in balance.buckets.enumerated() {
        total.buckets[index] = try total.buckets[index].addingChecked(bucket)
      }
      total.credits = try total.credits.addingChecked(balance.credits)
      totals[balance.currency] = total
    }
    return totals.values.sorted { $0.currency < $1.currency }
  }

  /// `1-30` is headed `1–30`.
  private static func heading(_ title: String) -> String {
    title.uppercased().split(separator: "-").joined(separator: "–")
  }
}
