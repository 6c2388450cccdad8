import ArgumentParser
import Interchange
import Ledger
import TextScreen

/// `kept backup`: a checked copy of the book while others work on it.
struct BackupCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "backup",
    abstract: "Write a checked copy of the book, while others may go on working.",
    discussion: """
      Copying the file with other tools loses what was saved last; this does not. Ends with 1 when the book is not \
      sound: the copy is made all the same, beside an earlier backup that is better.
      """)

  @OptionGroup var options: GlobalOptions

  @Argument(help: "Where the copy goes. An earlier backup of the same book is replaced, nothing else.")
  var destination: String

  func run() throws {
    let ledger = try options.openBook().ledger
    let outcome = try ledger.backup(to: destination)
    try BackupListing(book: ledger.path, outcome: outcome).write(
      as: options.format, after: "The book is backed up to \(outcome.place), but that was not reported.")
    if !outcome.problems.isEmpty { throw ExitCode.failure }
  }
}

/// Which book `kept backup` copied, and to where.
struct BackupListing: Listing {
  let book: String
  let outcome: BackupOutcome

  func json() -> JSONValue {
    [
      "backup": .string(outcome.place), "book": .string(book), "spared": .text(outcome.spared),
      "problems": .list(outcome.problems.map { .string($0.sentence) }),
    ]
  }

  func csv() -> String {
    var writer = CSVWriter(header: ["backup", "book", "spared", "problems"])
    writer.write(outcome.place)
    writer.write(book)
    writer.write(outcome.spared)
    writer.write(outcome.problems.count)
    writer.endRecord()
    return writer.drain()
  }

  func text() -> String {
    var lines = ["The book is backed up to \(outcome.place)."]
    if !outcome.problems.isEmpty {
      let count = outcome.problems.count == 1 ? "a problem" : "\(outcome.problems.count) problems"
      lines = ["The book has \(count):"] + outcome.problems.map { "  \($0.sentence)" } + lines
    }
    if let spared = outcome.spared { lines.append("\(spared) is better: it was left as it is.") }
    return lines.map { Sanitised.text(of: $0) + "\n" }.joined()
  }
}
