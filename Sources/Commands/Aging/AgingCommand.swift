import ArgumentParser
import Ledger
import Receivables

/// `kept aging`: what everybody owes, by days past due.
struct AgingCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "aging", abstract: "List what every account owes, by age.")

  @OptionGroup var options: GlobalOptions
  @OptionGroup var reading: ReadingOptions

  func run() throws {
    let book = try options.openBook()
    let day = reading.asOf ?? book.today
    var accounts: [AgingListing.Account] = []
    try book.ledger.forEachAccount { file in
      let balances = try AccountSummary(of: file, policy: book.policy, asOf: day).balances
      if !balances.isEmpty {
        accounts.append(
          AgingListing.Account(number: file.customer.number, name: file.customer.name, balances: balances))
      }
      return true
    }
    try AgingListing(accounts: accounts, policy: book.policy.aging, asOf: day).write(as: options.format)
  }
}
