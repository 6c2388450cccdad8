import Ledger
import Receivables
import Workbench

/// Where the book that the workbench shows comes from.
enum BookSource {
  /// The book of the site, which is there.
  case existing
  /// A demo company, in a book of its own.
  case demo
  /// This export, into the open book or the one that is made for it.
  case imported(String)

  /// The book, ready for the site's day. Throws what importing throws.
  func open(
    at site: WorkSite, over ledger: LedgerFile?, progress: @escaping (Event) -> Bool
  ) throws -> LedgerFile {
    var work = LongWork(progress)
    switch self {
    case .existing:
      let book = try LedgerFile(path: site.path, policy: site.policy)
      try roll(book, to: site.today, &work)
      return book
    case .demo:
      return try DemoBook(path: Places.demo, policy: site.policy, today: site.today).open { done in
        work.goesOn("Making the demo company", done)
      }
    case .imported(let path):
      let book = try ledger ?? LedgerFile(path: site.path, policy: site.policy)
      try roll(book, to: site.today, &work)
      let step = { (step: String, share: Double) in work.goesOn(step, Int(share * 100)) }
      let outcome = try FileIntake(
        wishes: ImportWishes(progress: step), path: path, ledger: book, policy: site.policy, today: site.today
      ).outcome()
      if let refusal = outcome.refused.first {
        throw CommandFailure("\(path) was not imported; nothing was stored. \(refusal)", .badData)
      }
      return book
    }
  }

  private func roll(_ book: LedgerFile, to day: CalendarDay, _ work: inout LongWork) throws {
    try book.roll(to: day) { done, total in
      work.goesOn("Bringing the queue to \(day.long)", done * 100 / max(total, 1))
    }
  }
}
