/// One line of an account's story, books and journal together.
public struct TimelineItem: Hashable, Sendable {
  /// What happened.
  public enum Event: Hashable, Sendable {
    /// Something that a person here did or heard, and whether it counts.
    case entry(JournalEntry, EntryStanding)
    /// Money or a credit note came in.
    case credit(Credit)
    /// An invoice was settled or reduced without a known credit behind it, or a credit was reversed.
    case application(Application, invoice: String)
    /// The last day of a discount or a waived fee passed without enough money.
    case lapsed(Incentive)
  }

  /// The effective day.
  public var day: CalendarDay
  /// What happened.
  public var event: Event
}

extension TimelineItem {
  /// Books and journal of an account as of a day in one story, newest first; on one day the journal comes above
  /// the books, a correction above what it corrects, and what lapsed with the day above all of it.
  ///
  /// Applications of a credit that is in the story are left out, except when they take it back. What a bank shows and the
  /// books do not yet is told by its entry.
  static func story(
    _ file: AccountFile, _ books: OpenItems, _ entries: EntriesInForce, _ incentives: [IncentiveStatus],
    _ asOf: CalendarDay
  ) -> [TimelineItem] {
    var items: [TimelineItem] = []
    items.reserveCapacity(books.applications.count + file.credits.count + file.entries.count)
    for application in books.applications
    where (application.credit == nil || application.amount < 0) && !application.isAwaited {
      guard let place = books.place(of: application.invoice) else { continue }
      let number = books[place].invoice.number
      items.append(TimelineItem(day: application.dated, event: .application(application, invoice: number)))
    }
    for credit in file.credits where credit.dated <= asOf {
      items.append(TimelineItem(day: credit.dated, event: .credit(credit)))
    }
    let journal = entries.journal
    let written = file.entries.filter { $0.day <= asOf }
    let told = written.map { (entry: $0, origin: journal.origin(of: $0.number)) }
    for (entry, origin) in told.sorted(by: { ($0.origin, $0.entry.number) < ($1.origin, $1.entry.number) }) {
      let corrected = origin == entry.number ? nil : written.first { $0.number == origin }
      items.append(
        TimelineItem(
          day: (corrected ?? entry).day, event: .entry(entry, journal.standing(of: entry.number))))
    }
    // What lapses does so when its day is over.
    for incentive in incentives where incentive.state == .lapsed {
      items.append(TimelineItem(day: incentive.terms.until, event: .lapsed(incentive.terms)))
    }
    let order = items.indices.sorted { (items[$0].day, $0) > (items[$1].day, $1) }
    return order.map { items[$0] }
  }
}
