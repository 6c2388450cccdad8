import ArgumentParser
import Ledger
import Receivables
import TextScreen

/// `kept anchor`: keeps the end of the journal outside the book.
struct AnchorCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "anchor",
    abstract:
      "Keep the end of the journal outside the book, so that verify finds what was cut or written anew.",
    discussion: """
      One line goes to the system's log and to anchors in the user's state directory, and is printed, to be handed on: \
      `kept anchor | mail -s kept auditor@example.com`. The workbench does the same once a day. `kept verify` reads the \
      user's own file by itself, and those of others with --anchors.
      """)

  @OptionGroup var options: GlobalOptions

  func run() throws {
    let ledger = try options.openBook().ledger
    guard let anchor = try Anchor(of: ledger, at: Machine.now) else {
      throw CommandFailure("The journal has no entry yet: there is nothing to keep.", .badData)
    }
    try AnchorListing(anchor: anchor, isNew: AnchorKeeping.keep(ledger) != nil).write(
      as: options.format, after: "The head is kept in \(AnchorKeeping.path), but that was not reported.")
  }
}

/// What `kept anchor` kept.
struct AnchorListing: Listing {
  let anchor: Anchor
  /// Whether it was not kept before.
  let isNew: Bool

  func json() -> JSONValue {
    [
      "book": .string(anchor.book), "entries": .integer(Int(anchor.head.count)),
      "hash": .string(anchor.head.hash),
      "line": .string(anchor.line), "new": .boolean(isNew),
    ]
  }

  func csv() -> String { "book,entries,hash\n\(anchor.book),\(anchor.head.count),\(anchor.head.hash)\n" }

  func text() -> String { anchor.line + "\n" }
}
