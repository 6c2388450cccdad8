/// The promises of an account as of a day, in the order in which they were taken.
struct PromiseBook {
  /// How they stand, oldest first.
  private(set) var statuses: [PromiseStatus] = []
  /// For each promise the places of its invoices in the books.
  private(set) var places: [[Int]] = []
  private let graceDays: Int

  init(
    _ journal: JournalAsOf, _ books: inout BooksAsOf, _ policy: Policy, _ outlook: inout Outlook
  ) throws(MoneyError) {
    graceDays = policy.promises.graceDays
    guard !journal.taken.isEmpty else { return }
    var fills = journal.taken.map {
      PromiseFill($0, journal.endings[$0.entry.number], policy.promises, books)
    }
    try PromiseFill.pour(books, into: &fills)
    let levels = PromiseLevels(fills, &books)
    for (index, fill) in fills.enumerated() {
      statuses.append(fill.status(level: levels.ofPromises[index], &outlook))
      places.append(fill.places)
    }
  }

  /// The last day that counts for the promise at `index`.
  func deadline(_ index: Int) -> CalendarDay { statuses[index].terms.day.advanced(by: graceDays) }

  /// The promises inside date and grace, by their day.
  var active: [Int] {
    statuses.indices.filter { statuses[$0].state.isActive }
      .sorted { (statuses[$0].terms.day, $0) < (statuses[$1].terms.day, $1) }
  }

  /// The promises that were not kept and cover an invoice that is still open, oldest first.
  func failed(_ books: BooksAsOf) -> [Int] {
    statuses.indices.filter { index in
      (statuses[index].state == .broken || statuses[index].state == .partlyKept)
        && places[index].contains { books.positions[$0].open > 0 }
    }
  }

  /// The open promise that is due first, else the last one not kept on an open invoice.
  func mark(_ books: BooksAsOf) -> PromiseMark? {
    guard let index = active.first ?? failed(books).last else { return nil }
    let status = statuses[index]
    return PromiseMark(amount: status.terms.amount, day: status.terms.day, state: status.state)
  }
}
