/// The facts about an account that lanes, flags and points go by.
struct AccountStanding {
  /// Due date of the oldest past-due invoice that is open.
  private(set) var oldestDue: CalendarDay?
  /// Due date of the oldest past-due invoice of which something is to be collected.
  private(set) var oldestCollectable: CalendarDay?
  /// Highest level of the promises on open invoices.
  private(set) var promiseLevel = 0
  /// Whether any invoice is open, past due or not.
  private(set) var hasOpen = false
  private(set) var hasDisputes = false
  private(set) var hasPlan = false
  /// Whether credits cover what is past due in every currency in which something is to be collected.
  let isCovered: Bool
  let lastContact: CalendarDay?

  init(_ account: AccountDerivation) {
    for position in account.books.positions where position.open > 0 {
      hasOpen = true
      hasDisputes = hasDisputes || position.disputed > 0
      hasPlan = hasPlan || position.planned > 0
      promiseLevel = max(promiseLevel, position.promiseLevel)
      guard position.isPastDue else { continue }
      let due = position.invoice.due
      oldestDue = oldestDue.map { min($0, due) } ?? due
      if position.collectable > 0 { oldestCollectable = oldestCollectable.map { min($0, due) } ?? due }
    }
    let chased = account.balances.filter { $0.toCollect > 0 }
    isCovered = !chased.isEmpty && chased.allSatisfy { $0.credits.magnitude >= $0.pastDue.magnitude }
    lastContact = account.journal.lastContact()
  }

  /// Whether anything is to be collected.
  var isCollectable: Bool { oldestCollectable != nil }
}
