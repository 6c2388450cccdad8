public import ArgumentParser
import Ledger
public import Receivables

/// `kept promises`: what was promised and what became of it.
struct PromisesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "promises", abstract: "List promises and payment claims with what became of them.")

  @OptionGroup var options: GlobalOptions
  @OptionGroup var reading: ReadingOptions

  @Option(help: ArgumentHelp("Only promises in this state; may be given several times."))
  var state: [PromiseState] = []

  func run() throws {
    let book = try options.openBook()
    let day = reading.asOf ?? book.today
    var rows: [PromiseListing.Row] = []
    try book.ledger.forEachAccount { file in
      // Only calls hold promises, and most accounts of a large book have none.
      guard !file.entries.isEmpty else { return true }
      let picture = try AccountPicture(of: file, policy: book.policy, asOf: day)
      for promise in picture.promises where state.isEmpty || state.contains(promise.state) {
        rows.append(
          PromiseListing.Row(account: file.customer.number, name: file.customer.name, promise: promise))
      }
      return true
    }
    rows.sort { ($0.promise.terms.day, $0.promise.entry) < ($1.promise.terms.day, $1.promise.entry) }
    try PromiseListing(rows: rows, asOf: day).write(as: options.format)
  }
}

extension PromiseState: ExpressibleByArgument {}
