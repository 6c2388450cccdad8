import Glibc
import Ledger

/// The book that a replay works on: the one that the options name, or one that is gone afterwards. Never the user's own
/// book unless it is named: a script types into whatever it is given.
final class ReplayBook {
  private(set) var site: WorkSite
  let ledger: LedgerFile?
  private let place: ScratchPlace?

  init(_ script: ReplayScript, _ options: GlobalOptions) throws {
    var site = try options.site()
    site.followsClock = false
    if options.namedToday == nil, let today = script.today { site.today = today }
    if options.namedCollector == nil, let collector = script.collector { site.collector = collector }
    switch script.book {
    case .given where options.namesDatabase:
      place = nil
      let book = try options.openBook()
      try book.ledger.roll(to: site.today)
      ledger = book.ledger
    case .given, .none:
      let scratch = try ScratchPlace("replay")
      site.path = scratch.database
      place = scratch
      ledger = nil
    case .demo(let seed, let customers):
      let scratch = try ScratchPlace("replay", book: "demo.kept")
      site.path = scratch.database
      place = scratch
      let demo = DemoBook(
        path: site.path, policy: site.policy, today: site.today, seed: seed, customers: customers)
      ledger = try demo.open()
    }
    self.site = site
  }
}
