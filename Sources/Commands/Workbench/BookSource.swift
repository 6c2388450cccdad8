import Ledger
import Receivables
import Workbench

/// What the start screen can make a book from.
enum BookSource {
  /// A demo company, in a book of its own.
  case demo
  /// This export, into the open book or the one that is made for it.
  case imported(String)

  /// The book, ready for the site's day. Throws what importing throws.
  func open(
    at site: WorkSite, over ledger: LedgerFile?, progress: @escaping (Event) -> Bool
  ) throws -> LedgerFile {
    switch self {
    case .demo:
      return try DemoBook(path: Places.demo, policy: site.policy, today: site.today).open { done in
        progress(.progress("Making the demo company", percent: done))
      }
    case .imported(let path):
      let book = try ledger ?? LedgerFile(path: site.path, policy: site.policy)
      try book.roll(to: site.today)
      let wishes = ImportWishes { step, share in progress(.progress(step, percent: Int(share * 100))) }
      let outcome = try FileIntake(
        wishes: wishes, path: path, ledger: book, policy: site.policy, today: site.today
      ).outcome()
      if let refusal = outcome.refused.first {
        throw CommandFailure("\(path) was not imported; nothing was stored. \(refusal)", .badData)
      }
      return book
    }
  }
}
