import Receivables
import SQLEngine

extension BookWriter {
  /// Writes an application of `amount` minor units, unless that is nothing.
  func apply(
    _ amount: Int64, to invoice: Int64, of account: Int64, credit: Int64? = nil, source: Application.Source,
    dated: CalendarDay, reverses: Int64? = nil
  ) throws {
    guard amount != 0 else { return }
    let statement = insertApplication
    try statement.bind(account, at: 1)
    try statement.bind(invoice, at: 2)
    if let credit { try statement.bind(credit, at: 3) } else { try statement.bindNull(at: 3) }
    try statement.bind(source.rawValue, at: 4)
    try statement.bind(Int64(dated.number), at: 5)
    try statement.bind(amount, at: 6)
    if let reverses { try statement.bind(reverses, at: 7) } else { try statement.bindNull(at: 7) }
    _ = try statement.step()
  }

  func applications(_ sql: String, account: Int64, document: Int64) throws -> [Application] {
    let statement = try connection.statement(sql)
    try statement.bind(account, at: 1)
    try statement.bind(document, at: 2)
    defer { statement.reset() }
    var result: [Application] = []
    while try statement.step() { result.append(try Application(row: statement)) }
    return result
  }

  /// Brings what is applied to an invoice of the book in line with the settled day or the open amount that the file
  /// tells. What was done, for people; nil when nothing had to be.
  func settle(_ document: IncomingDocument, invoice: Int64, account: Int64, line: Int) throws -> String? {
    guard document.settled != nil || document.open != nil || document.tellsSettled else { return nil }
    let all = try applications(ApplicationSQL.ofInvoice, account: account, document: invoice)
    let paid = try all.reduce(Int64(0)) { try $0.addingChecked($1.amount) }
    if let settled = document.settled {
      return try imply(
        document.amount.minor.subtractingChecked(document.open ?? 0), dated: settled, among: all,
        invoice: invoice,
        account: account)
    }
    guard let open = document.open else {
      return try takeBackImplied(all, invoice: invoice, account: account)
    }
    let known = try all.filter { $0.dated <= effective }.reduce(Int64(0)) { try $0.addingChecked($1.amount) }
    let missing = try (document.amount.minor - open).subtractingChecked(known)
    if missing > 0 {
      // What was paid after the snapshot's day is known already and explains part of what is open now.
      let room = min(missing, try document.amount.minor.subtractingChecked(paid))
      guard room > 0 else { return nil }
      try apply(room, to: invoice, of: account, source: .cleared, dated: effective)
      return "open \(Money(minor: document.amount.minor - paid, document.amount.currency).text) → \(open)"
    }
    guard missing < 0 else { return nil }
    try takeBack(-missing, among: all.filter { $0.dated <= effective }, invoice: invoice, account: account)
    return "reopened"
  }

  /// Applications that only a settled day or a snapshot implies, together `amount`, become one of that day.
  private func imply(
    _ amount: Int64, dated: CalendarDay, among all: [Application], invoice: Int64, account: Int64
  ) throws -> String? {
    let implied = all.filter { $0.credit == nil && $0.isMoney }
    let explained = try all.filter { $0.credit != nil || !$0.isMoney }
      .reduce(Int64(0)) { try $0.addingChecked($1.amount) }
    let needed = max(try amount.subtractingChecked(explained), 0)
    if let only = implied.first, implied.count == 1, only.source == .payment, only.dated == dated,
      only.amount == needed
    {
      return nil
    }
    if implied.isEmpty, needed == 0 { return nil }
    // Reversals name what they reverse, so the newest goes first.
    for application in implied.reversed() { try connection.run(ApplicationSQL.delete, application.id) }
    try apply(needed, to: invoice, of: account, source: .payment, dated: dated)
    return "paid \(dated.iso)"
  }

  /// The file has a column for the settled day and leaves it empty: what such a day had implied is taken back.
  private func takeBackImplied(_ all: [Application], invoice: Int64, account: Int64) throws -> String? {
    let implied = all.filter { $0.credit == nil && $0.source == .payment }
    let left = try implied.reduce(Int64(0)) { try $0.addingChecked($1.amount) }
    guard left > 0 else { return nil }
    try takeBack(left, among: implied, invoice: invoice, account: account)
    return "no longer paid"
  }

  /// Reverses `amount` minor units, the newest applications first, on the day that the file stands for.
  private func takeBack(_ amount: Int64, among all: [Application], invoice: Int64, account: Int64) throws {
    var left = amount
    for application in all.reversed() where application.amount > 0 && left > 0 {
      let reversed = try all.filter { $0.reverses == application.id }
        .reduce(Int64(0)) { try $0.addingChecked($1.amount) }
      let part = min(try application.amount.addingChecked(reversed), left)
      guard part > 0 else { continue }
      try apply(
        -part, to: invoice, of: account, credit: application.credit?.rawValue, source: application.source,
        dated: max(effective, application.dated), reverses: application.id)
      left -= part
    }
  }
}

/// The texts with which an import reads and writes applications.
enum ApplicationSQL {
  static let insert = """
    insert into application (account_id, invoice_id, credit_id, source, dated, amount, reverses)
    values ($1, $2, $3, $4, $5, $6, $7)
    """

  static let ofInvoice = """
    select account_id, id, invoice_id, credit_id, source, dated, amount, reverses
    from application where account_id = $1 and invoice_id = $2 order by id
    """

  static let ofCredit = """
    select account_id, id, invoice_id, credit_id, source, dated, amount, reverses
    from application where account_id = $1 and credit_id = $2 order by id
    """

  static let update = "update application set source = $2, dated = $3, amount = $4 where id = $1"

  static let delete = "delete from application where id = $1"
}
