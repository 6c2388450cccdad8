extension AccountPicture {
  /// Derives everything shown of an account from its books and journal under a policy, as of a day: documents,
  /// applications and entries dated up to and including it.
  ///
  /// Throws `MoneyError.overflow` when a sum does not fit 64 bits of minor units.
  public init(of file: AccountFile, policy: Policy, asOf: CalendarDay) throws(MoneyError) {
    let account = try AccountDerivation(of: file, policy, asOf: asOf)
    let habits = PaymentHabits(account.books, account.promises)
    self.init(
      asOf: asOf, file: file,
      invoices: account.books.positions.filter { $0.open > 0 }.map { InvoiceStatus($0, asOf: asOf) },
      unapplied: account.books.unapplied, promises: account.promises.statuses.reversed(),
      plans: account.plans,
      timeline: TimelineItem.story(file, account.books, account.journal, asOf), habits: habits,
      deadNumbers: account.journal.deadNumbers,
      summary: try account.summary(driftTenths: habits.driftTenths))
  }
}

extension InvoiceStatus {
  fileprivate init(_ position: InvoicePosition, asOf: CalendarDay) {
    self.init(
      invoice: position.invoice, open: position.open,
      daysPastDue: position.invoice.due.distance(to: asOf), bucket: position.bucket,
      disputed: position.disputed, planned: position.planned, promised: position.promised,
      collectable: position.collectable, promiseLevel: position.promiseLevel)
  }
}
