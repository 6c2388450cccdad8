import ArgumentParser
import Interchange
import Ledger
import TextScreen

/// `kept backup`: a checked copy of the book while others work on it.
struct BackupCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "backup",
    abstract: "Write a checked copy of the book, while others may go on working.",
    discussion: "Copying the file with other tools loses what was saved last; this does not.")

  @OptionGroup var options: GlobalOptions

  @Argument(help: "Where the copy goes. An earlier backup of the same book is replaced, nothing else.")
  var destination: String

  func run() throws {
    let ledger = try options.openBook().ledger
    try ledger.backup(to: destination)
    try BackupListing(book: ledger.path, backup: destination).write(as: options.format)
  }
}

/// Which book `kept backup` copied, and to where.
struct BackupListing: Listing {
  let book: String
  let backup: String

  func json() -> JSONValue { ["backup": .string(backup), "book": .string(book)] }

  func csv() -> String {
    var writer = CSVWriter(header: ["backup", "book"])
    writer.write(backup)
    writer.write(book)
    writer.endRecord()
    return writer.drain()
  }

  func text() -> String { Sanitised.text(of: "The book is backed up to \(backup).") + "\n" }
}
