/// The promises of an account as of a day, in the order in which they were taken.
struct PromiseBook {
  /// How they stand, oldest first.
  private(set) var statuses: [PromiseStatus] = []
  /// For each promise the places of its invoices in the books.
  private(set) var places: [[Int]] = []
  /// The promises inside date and grace, by their day.
  private(set) var active: [Int] = []
  /// The promises that were not kept and cover an invoice that is still open, oldest first.
  private(set) var failed: [Int] = []
  /// The promises that were taken back, with the entry and the day of that.
  private(set) var withdrawn: [(index: Int, by: EntryNumber, day: CalendarDay)] = []
  private let graceDays: Int

  init(
    _ journal: JournalAsOf, _ books: inout BooksAsOf, _ policy: Policy, _ outlook: inout Outlook
  ) {
    graceDays = policy.promises.graceDays
    guard !journal.taken.isEmpty else { return }
    var fills = journal.taken.map {
      PromiseFill($0, endedOn: journal.endings[$0.entry]?.day, policy.promises, books)
    }
    PromiseFill.pour(books, into: &fills)
    let levels = PromiseLevels(fills, &books)
    for (index, taken) in journal.taken.enumerated() {
      let status = PromiseStatus(
        taken, fills[index], journal.endings[taken.entry], level: levels.ofPromises[index], books, &outlook)
      statuses.append(status)
      places.append(fills[index].places)
      if status.state.isActive { active.append(index) }
      if status.state == .withdrawn, let ending = journal.endings[taken.entry] {
        withdrawn.append((index, ending.entry, ending.day))
      }
      if status.state.isFailed, fills[index].places.contains(where: { books.positions[$0].open > 0 }) {
        failed.append(index)
      }
    }
    active.sort { (fills[$0].day, $0) < (fills[$1].day, $1) }
  }

  /// The last day that counts for the promise at `index`.
  func deadline(_ index: Int) -> CalendarDay { statuses[index].terms.day.advanced(by: graceDays) }

  /// The open promise that is due first, else the last one not kept on an open invoice.
  var mark: PromiseMark? {
    guard let index = active.first ?? failed.last else { return nil }
    let status = statuses[index]
    return PromiseMark(amount: status.terms.amount, day: status.terms.day, state: status.state)
  }
}
