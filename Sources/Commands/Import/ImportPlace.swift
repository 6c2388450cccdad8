import Ledger

/// Where an import happens: the book, or for a dry run without a book one that is gone afterwards.
struct ImportPlace {
  let database: String
  private let scratch: ScratchPlace?

  init(_ database: String, isDryRun: Bool) throws(CommandFailure) {
    let isElsewhere = isDryRun && !LedgerFile.exists(at: database)
    scratch = isElsewhere ? try ScratchPlace("dry-run") : nil
    self.database = scratch?.database ?? database
  }
}
