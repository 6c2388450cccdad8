import Ledger
import Receivables
import TextScreen
import Workbench

/// Where and as whom somebody works: the book's place, the rules, the business date, the names.
struct WorkSite {
  /// The book's file, there or not.
  var path: String
  var policy: Policy
  var today: CalendarDay
  /// Whether nobody named another business date than the day on the wall.
  var followsClock = false
  var collector: String
  var actor = Machine.user
  var host = Machine.host

  /// What the desk starts from. Throws `LedgerError`.
  func sitting(of ledger: LedgerFile?, _ moment: Moment, size: Size, seed: UInt64) throws -> Sitting {
    var sitting = Sitting(
      policy: policy, today: today, collector: collector, moment: moment,
      book: try ledger.map(state), size: size, seed: seed)
    sitting.followsClock = followsClock
    sitting.isOpening = ledger == nil && LedgerFile.exists(at: path)
    return sitting
  }

  /// What the desk knows of an open book. Throws `LedgerError`.
  func state(of ledger: LedgerFile) throws -> BookState {
    return BookState(name: name(of: ledger), isEmpty: try ledger.isEmpty(), booksDay: try ledger.booksDate())
  }

  private func name(of ledger: LedgerFile) -> String {
    let file = ledger.path.split(separator: "/").last.map(String.init) ?? ledger.path
    return file.hasSuffix(".kept") ? String(file.dropLast(5)) : file
  }
}
