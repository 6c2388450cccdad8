import ArgumentParser
import Ledger

/// `kept verify`: whether the book is as it was written.
struct VerifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Check the whole book: journal, books, and everything derived from them.",
    discussion: """
      Ends with 0 when the book is sound and with 1 when it is not. The journal's head that it prints can be kept \
      elsewhere and given as --anchor later: only that shows a journal that was cut or written anew.
      """)

  @OptionGroup var options: GlobalOptions

  @Option(
    help: ArgumentHelp("A head that verify printed earlier; may be given several times.", valueName: "head"))
  var anchor: [String] = []

  func run() throws {
    let anchors = try anchor.map { text in
      guard let head = JournalHead(text: text) else {
        throw ValidationError("\"\(text)\" is not a head as verify prints it: a number and 64 digits.")
      }
      return head
    }
    let ledger = try options.openBook().ledger
    let problems = try ledger.verify(anchors: anchors)
    try VerificationListing(problems: problems, head: ledger.journalHead()).write(as: options.format)
    if !problems.isEmpty { throw ExitCode.failure }
  }
}
