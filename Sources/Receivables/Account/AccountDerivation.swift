/// Books, journal and policy of one account brought together as of a day; everything shown is read off it.
struct AccountDerivation {
  let customer: Customer
  let policy: Policy
  /// With what was asked of the date up to here.
  let outlook: Outlook
  let books: BooksAsOf
  let journal: JournalAsOf
  let promises: PromiseBook
  /// The plans in force, the newest first.
  let plans: [PlanStatus]
  let balances: [CurrencyBalance]

  init(of file: AccountFile, _ policy: Policy, asOf: CalendarDay) throws(MoneyError) {
    var outlook = Outlook(asOf: asOf)
    var books = try BooksAsOf(file, &outlook)
    let journal = JournalAsOf(file, policy, &outlook)
    let promises = PromiseBook(journal, &books, policy, &outlook)
    plans = try books.slice(journal, promises, policy, &outlook)
    balances = try CurrencyBalance.tally(books, bucketCount: policy.aging.bucketCount)
    customer = file.customer
    self.policy = policy
    self.outlook = outlook
    self.books = books
    self.journal = journal
    self.promises = promises
  }

  /// The summary, with the drift of the customer's payments where it is known already.
  func summary(driftTenths: Int?) throws(MoneyError) -> AccountSummary {
    var outlook = outlook
    let standing = AccountStanding(self)
    let attention = Attention(self, standing, &outlook)
    let flags = AccountFlags(self, standing, attention, &outlook)
    let priority = try Priority(self, standing, driftTenths: driftTenths, &outlook)
    return AccountSummary(
      balances: balances, lane: attention.lane, next: attention.next, priority: priority.percent,
      band: priority.band, orderAmount: priority.orderAmount, oldestDue: standing.oldestDue, flags: flags,
      promise: promises.mark, promiseLevel: standing.promiseLevel, lastContact: standing.lastContact,
      lastWorked: journal.lastWorked, reasons: attention.reasons + priority.reasons,
      changesOn: outlook.changesOn)
  }
}
