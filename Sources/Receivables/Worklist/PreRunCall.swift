/// The call that makes sure, before a customer's payment run, that they hold every document.
struct PreRunCall {
  /// The day of the run.
  let run: CalendarDay
  /// The first day on which the call is due.
  let opens: CalendarDay

  /// Nil unless a run is near that should pay something, and nobody was spoken to since the run before it.
  init?(_ account: AccountDerivation, lastContact: CalendarDay?, _ outlook: inout Outlook) {
    guard let schedule = account.customer.paymentRun, account.promises.active.isEmpty else { return nil }
    run = schedule.next(onOrAfter: outlook.asOf)
    opens = account.policy.calendar.day(account.policy.preRunDays, businessDaysBefore: run)
    // On the day after this run the question is about the next one.
    guard !outlook.hasPassed(run), outlook.hasCome(opens), !outlook.hasCome(run) else { return nil }
    if let lastContact, lastContact > schedule.previous(before: run) { return nil }
    let end = run
    guard account.books.positions.contains(where: { $0.collectable > 0 && $0.invoice.due <= end }) else {
      return nil
    }
  }
}
