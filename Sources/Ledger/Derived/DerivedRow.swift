import Receivables
import SQLEngine

/// Everything that is stored as derived of one account for a business date. Writing, rebuilding and verifying all go through this value,
/// so they cannot disagree on what belongs to it.
struct DerivedRows: Hashable {
  /// The row of `account_summary`, cells in the order of `DerivedTable.summary.columns`.
  var summary: [SQLCell]
  /// The rows of `account_balance`, by currency.
  var balances: [[SQLCell]]

  /// Derives them as of `day`. Throws `MoneyError`.
  init(of file: AccountFile, policy: Policy, asOf day: CalendarDay) throws(MoneyError) {
    let summary = try AccountSummary(of: file, policy: policy, asOf: day)
    self.summary = try Self.summaryRow(summary, of: file.customer, policy: policy)
    balances = summary.balances.map { Self.balanceRow($0, of: file.customer.id) }
  }
}

extension DerivedRows {
  /// The cells of `DerivedTable.summary`.
  static func summaryRow(
    _ summary: AccountSummary, of customer: Customer, policy: Policy
  ) throws(MoneyError) -> [SQLCell] {
    let last = Int64(Int32.max)
    let order = try summary.sortKey(policy)
    return [
      .integer(customer.id.rawValue),
      .text(customer.number),
      .text(SearchText.folded(customer.name)),
      .text(customer.collector ?? ""),
      SQLCell(summary.balances.count),
      SQLCell(summary.lane?.rawValue),
      .integer(order[0]),
      .integer(order[1]),
      .integer(order[2]),
      .integer(order[3]),
      .integer(summary.lastContact.map { Int64($0.number) } ?? -last),
      .integer(summary.next.map(moment) ?? last * 1_440),
      .integer(summary.promise.map { Int64($0.day.number) } ?? last),
      SQLCell(summary.flags.rawValue),
      SQLCell(summary.priority),
      .text(summary.band.rawValue),
      SQLCell(summary.oldestDue?.number),
      SQLCell(summary.next?.kind.rawValue),
      SQLCell(summary.next?.day.number),
      SQLCell(summary.next?.time?.minutes),
      SQLCell(summary.next?.zone),
      SQLCell(summary.promise?.amount.minor),
      SQLCell(summary.promise?.amount.currency.code),
      SQLCell(summary.promise?.day.number),
      SQLCell(summary.promise?.state.rawValue),
      SQLCell(summary.promiseLevel),
      SQLCell(summary.lastContact?.number),
      SQLCell(summary.lastWorked?.day.number),
      SQLCell(summary.lastWorked?.result),
      .text(ReasonText.text(of: summary.reasons)),
      SQLCell(summary.changesOn?.number),
    ]
  }

  /// Minutes since 1970; a step without a time comes before those of the same day that have one.
  private static func moment(of next: NextAction) -> Int64 {
    Int64(next.day.number) * 1_440 + Int64(next.time?.minutes ?? 0)
  }

  /// The cells of `DerivedTable.balance`. The policy has at most seven buckets.
  static func balanceRow(_ balance: CurrencyBalance, of account: AccountID) -> [SQLCell] {
    let buckets = (0..<7).map { $0 < balance.buckets.count ? balance.buckets[$0] : 0 }
    let amounts = [
      balance.credits, balance.pastDue, balance.disputed, balance.planned, balance.promised,
      balance.toCollect,
    ]
    return [.integer(account.rawValue), .text(balance.currency.code)]
      + (buckets + amounts).map { .integer($0) }
  }
}

/// The columns of `account_summary` in the order of their cells.
enum SummaryColumn: Int {
  case accountId, number, nameOrder, collector, owes
  case lane, laneOrder, insideOrder, amountOrder, oldestOrder, contactOrder, nextOrder, promiseOrder
  case flags, priority, band, oldestDue
  case nextKind, nextDay, nextTime, nextZone
  case promiseAmount, promiseCurrency, promiseDay, promiseState, promiseLevel
  case lastContact, workedDay, workedResult, reasons, changesOn

  /// Their names in SQL, in the same order.
  static let names = [
    "account_id", "number", "name_order", "collector", "owes",
    "lane", "lane_order", "inside_order", "amount_order", "oldest_order", "contact_order", "next_order",
    "promise_order",
    "flags", "priority", "band", "oldest_due",
    "next_kind", "next_day", "next_time", "next_zone",
    "promise_amount", "promise_currency", "promise_day", "promise_state", "promise_level",
    "last_contact", "worked_day", "worked_result", "reasons", "changes_on",
  ]

  /// The name in SQL.
  var name: String { Self.names[rawValue] }
}

/// A table of derived rows: which columns it has and how a row gets into it.
struct DerivedTable {
  let name: String
  /// In the order of the cells of a row; the first is the account.
  let columns: [String]
  /// Reads the rows of the account `$1`, in the order of their keys.
  let select: String
  /// Writes one row, but only where it differs from what is stored.
  let upsert: String

  private init(_ name: String, keys: [String], values: [String]) {
    self.name = name
    columns = keys + values
    select = """
      select \(columns.joined(separator: ", ")) from \(name) where account_id = $1
      order by \(keys.joined(separator: ", "))
      """
    let parameters = columns.indices.map { "$\($0 + 1)" }
    upsert = """
      insert into \(name) (\(columns.joined(separator: ", "))) values (\(parameters.joined(separator: ", ")))
      on conflict (\(keys.joined(separator: ", "))) do update
      set \(values.map { "\($0) = excluded.\($0)" }.joined(separator: ", "))
      where (\(values.map { "\(name).\($0)" }.joined(separator: ", ")))
        is distinct from (\(values.map { "excluded.\($0)" }.joined(separator: ", ")))
      """
  }

  static let summary = DerivedTable(
    "account_summary", keys: [SummaryColumn.accountId.name],
    values: Array(SummaryColumn.names.dropFirst()))

  static let balance = DerivedTable(
    "account_balance", keys: ["account_id", "currency"],
    values: [
      "b0", "b1", "b2", "b3", "b4", "b5", "b6", "credits", "past_due", "disputed", "planned", "promised",
      "to_collect",
    ])

  static let search = DerivedTable("account_search", keys: ["account_id"], values: ["words"])

  static let all = [summary, balance, search]
}

/// All text by which an account is found, folded, one thing a line: number, name, people, their addresses, phone numbers as written
/// and as digits, document numbers and references, what was noted. No business date changes it.
struct SearchableText {
  let text: String
  private let account: AccountID

  /// The row of `account_search`.
  var row: [SQLCell] { [.integer(account.rawValue), .text(text)] }

  init(of file: AccountFile) {
    let customer = file.customer
    account = customer.id
    var lines = [customer.number, DocumentKey(customer.number).text, customer.name]
    for contact in file.contacts {
      lines.append(contact.name)
      if let email = contact.email { lines.append(email) }
      for phone in contact.phones { lines += [phone.number, phone.digits] }
    }
    for invoice in file.invoices {
      lines.append(invoice.number)
      if let reference = invoice.reference { lines.append(reference) }
    }
    for entry in file.entries { lines += Self.words(of: entry.body) }
    text = lines.filter { !$0.isEmpty }.map { SearchText.folded($0) }.joined(separator: "\n")
  }

  private static func words(of body: EntryBody) -> [String] {
    switch body {
    case .call(let record):
      [record.note, record.contact, record.phone, record.promise?.reference].compactMap { $0 }
    case .note(let note): [note]
    case .snooze(_, let reason), .promiseWithdrawn(_, _, let reason), .reversal(_, let reason): [reason]
    }
  }
}
