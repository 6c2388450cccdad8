import ArgumentParser
import Ledger
import Receivables

/// `kept account`: everything about one account.
struct AccountCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "account",
    abstract: "Show everything about one account: balances, open invoices, promises, habits and its story.")

  @OptionGroup var options: GlobalOptions
  @OptionGroup var reading: ReadingOptions

  @Argument(help: "The account's number.")
  var number: String

  func run() throws {
    let book = try options.openBook()
    let file = try book.ledger.account(book.account(numbered: number))
    let picture = try AccountPicture(of: file, policy: book.policy, asOf: reading.asOf ?? book.today)
    try AccountListing(picture: picture, policy: book.policy).write(as: options.format)
  }
}
