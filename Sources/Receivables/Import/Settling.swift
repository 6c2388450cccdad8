/// What is applied to invoices because of the settled day or the open amount that a file tells of them.
extension BooksMerge {
  /// Brings what is applied to the invoice at a place in line with what the file tells. What was done, for people; nil
  /// when nothing had to be.
  mutating func settle(
    _ document: IncomingDocument, at invoice: Int, of account: inout AccountAtWork
  ) throws(MoneyError) -> String? {
    guard document.settled != nil || document.open != nil || document.tellsSettled else { return nil }
    let places = account.applied.places(ofInvoice: invoice)
    let all = places.map { account.applied[$0] }
    let paid = try all.sum()
    if let settled = document.settled {
      return try imply(
        document.amount.minor.subtractingChecked(document.open ?? 0), dated: settled, at: invoice,
        of: &account)
    }
    guard let open = document.open else { return try takeBackImplied(all, at: invoice, of: &account) }
    let then = all.filter { $0.dated <= terms.effective }
    let missing = try (document.amount.minor - open).subtractingChecked(try then.sum())
    if missing > 0 {
      // What was paid after the snapshot's day is known already and explains part of what is open now.
      let room = min(missing, try document.amount.minor.subtractingChecked(paid))
      guard room > 0 else { return nil }
      account.apply(room, to: invoice, source: .cleared, dated: terms.effective)
      let (before, after) = (document.amount.minor - paid, document.amount.minor - paid - room)
      let currency = document.amount.currency
      return "open \(Money(minor: before, currency).text) → \(Money(minor: after, currency).text)"
    }
    guard missing < 0 else { return nil }
    try takeBack(-missing, among: then, at: invoice, of: &account)
    return "reopened"
  }

  /// Applications that only a settled day or a snapshot implies, together `amount`, become one of that day. One that a
  /// credit took back stays with what took it back.
  private func imply(
    _ amount: Int64, dated: CalendarDay, at invoice: Int, of account: inout AccountAtWork
  ) throws(MoneyError) -> String? {
    let places = account.applied.places(ofInvoice: invoice)
    let all = places.map { account.applied[$0] }
    let takenBack = Set(all.filter { $0.credit != nil }.compactMap(\.reverses))
    let isImplied = { (application: Application) in
      application.credit == nil && application.isMoney && !takenBack.contains(application.id)
    }
    let implied = places.filter { isImplied(account.applied[$0]) }
    let explained = try all.filter { !isImplied($0) }.sum()
    let needed = max(try amount.subtractingChecked(explained), 0)
    if implied.count == 1 {
      let only = account.applied[implied[0]]
      if only.source == .payment, only.dated == dated, only.amount == needed { return nil }
    }
    if implied.isEmpty, needed == 0 { return nil }
    for place in implied { account.applied.remove(at: place) }
    account.apply(needed, to: invoice, source: .payment, dated: dated)
    return "paid \(dated.iso)"
  }

  /// The file has a column for the settled day and leaves it empty: what such a day had implied is taken back.
  private func takeBackImplied(
    _ all: [Application], at invoice: Int, of account: inout AccountAtWork
  ) throws(MoneyError) -> String? {
    let implied = all.filter { $0.credit == nil && $0.source == .payment }
    let left = try implied.sum()
    guard left > 0 else { return nil }
    try takeBack(left, among: implied, at: invoice, of: &account)
    return "no longer paid"
  }

  /// Reverses `amount` minor units, the newest applications first, on the day that the file stands for.
  private func takeBack(
    _ amount: Int64, among all: [Application], at invoice: Int, of account: inout AccountAtWork
  ) throws(MoneyError) {
    var left = amount
    for application in all.reversed() where application.amount > 0 && left > 0 {
      let part = min(try all.unreversed(application), left)
      guard part > 0 else { continue }
      account.apply(
        -part, to: invoice, credit: account.creditPlace(of: application), source: application.source,
        dated: max(terms.effective, application.dated), reverses: application.id)
      left -= part
    }
  }
}

extension [Application] {
  /// What of one of them the others do not reverse, minor units. Throws `MoneyError`.
  func unreversed(_ application: Application) throws(MoneyError) -> Int64 {
    try application.amount.addingChecked(try filter { $0.reverses == application.id }.sum())
  }
}
