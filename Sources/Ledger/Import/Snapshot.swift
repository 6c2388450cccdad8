import Receivables
import SQLEngine

extension BookWriter {
  /// An older snapshot would reopen and close by what was true before the last one. Throws `ImportError`.
  func refuseOlderSnapshot() throws {
    guard let day = run.snapshot else { return }
    let newest = try connection.first("select max(as_of) from import_run where kind = 'snapshot'") {
      $0.optionalInt(0).map { CalendarDay(number: $0) }
    }
    guard let newest = newest ?? nil, newest > day else { return }
    throw ImportError.refused([
      Refusal(
        reason:
          "The file lists what was open on \(day.iso), but the book already holds a list of \(newest.iso). "
          + "Import the newest list.")
    ])
  }

  /// Invoices of the snapshot's day that were open and are not listed any more are cleared on that day.
  func closeUnlisted() throws {
    struct Closing {
      var invoice, account, open: Int64
      var number: String
      var currency: Currency?
    }
    let day = effective
    var closings: [Closing] = []
    var openCount = 0
    let statement = try connection.statement(InvoiceSQL.open)
    try statement.bind(Int64(day.number), at: 1)
    defer { statement.reset() }
    while try statement.step() {
      let (id, amount) = (statement.int64(0), statement.int64(3))
      let openThen = try amount.subtractingChecked(statement.int64(5))
      guard openThen > 0, id < firstNewInvoice else { continue }
      openCount += 1
      guard !listedInvoices.contains(id) else { continue }
      // What was paid after that day explains itself.
      let openNow = min(openThen, try amount.subtractingChecked(statement.int64(6)))
      guard openNow > 0 else { continue }
      closings.append(
        Closing(
          invoice: id, account: statement.int64(1), open: openNow, number: statement.text(2),
          currency: Currency(statement.text(4))))
    }
    guard rowCount > 0 || closings.isEmpty || run.acceptsEmptiness || run.isDryRun else {
      throw ImportError.listsNothing(closing: closings.count)
    }
    let limit = openCount * policy.snapshotShrinkPercent
    guard closings.count * 100 <= limit || run.acceptsShrinking || run.isDryRun else {
      throw ImportError.shrinks(closing: closings.count, of: openCount)
    }
    let places = Dictionary(uniqueKeysWithValues: accounts.indices.map { (accounts[$0].id, $0) })
    try closeUnlistedCredits(places)
    for closing in closings {
      try apply(closing.open, to: closing.invoice, of: closing.account, source: .cleared, dated: day)
      result.invoices.closed += 1
      guard let place = places[closing.account] else { continue }
      accounts[place].isTouched = true
      note(
        .closed, line: nil, "invoice \(closing.number) of \(accounts[place].stored.number)",
        closing.currency.map { Money(minor: closing.open, $0).description } ?? "")
    }
  }

  /// Credits of which something was left, and which are not listed any more, are spent from that day on.
  private func closeUnlistedCredits(_ places: [Int64: Int]) throws {
    let unspent = try connection.all(
      """
      select c.id, c.account_id, c.number from credit c
      where c.spent is null and c.dated <= $1
        and c.amount > coalesce((
          select sum(a.amount) from application a where a.account_id = c.account_id and a.credit_id = c.id), 0)
      """, effective.number
    ) { (id: $0.int64(0), account: $0.int64(1), number: $0.text(2)) }
    for credit in unspent where credit.id < firstNewCredit && !listedCredits.contains(credit.id) {
      try connection.run("update credit set spent = $2 where id = $1", credit.id, effective.number)
      result.payments.closed += 1
      guard let place = places[credit.account] else { continue }
      accounts[place].isTouched = true
      note(.closed, line: nil, "credit \(credit.number) of \(accounts[place].stored.number)", "")
    }
  }
}
