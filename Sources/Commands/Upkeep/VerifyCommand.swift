import ArgumentParser
import Interchange
import Ledger
import TextScreen

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
      let printed = "Journal head: "
      guard
        let head = JournalHead(text: text.hasPrefix(printed) ? String(text.dropFirst(printed.count)) : text)
      else {
        throw ValidationError("\"\(text)\" is not a head as verify prints it: a number and 64 digits.")
      }
      return head
    }
    let found = try verified(against: anchors)
    try found.write(as: options.format)
    if !found.problems.isEmpty { throw ExitCode.failure }
  }

  /// A book that cannot be opened is one that is not sound.
  private func verified(against anchors: [JournalHead]) throws -> VerificationListing {
    do {
      let ledger = try options.openBook().ledger
      let problems = try ledger.verify(anchors: anchors)
      return VerificationListing(
        problems: problems, head: try? ledger.journalHead(), remarks: (try? ledger.clockRemarks()) ?? [])
    } catch let error as LedgerError where error.isOfWhatTheFileHolds {
      let problem = LedgerProblem(part: .file, sentence: error.description)
      return VerificationListing(problems: [problem], head: nil)
    }
  }
}

/// What `kept verify` found.
struct VerificationListing: Listing {
  let problems: [LedgerProblem]
  /// The end of the journal; nil where it cannot be read.
  let head: JournalHead?
  /// What is no damage and worth knowing.
  var remarks: [String] = []

  func json() -> JSONValue {
    [
      "ok": .boolean(problems.isEmpty),
      "problems": .list(
        problems.map { problem in
          [
            "part": .string(problem.part.rawValue), "account": .text(problem.account),
            "entry": .integer(problem.entry.map { Int($0) }), "problem": .string(problem.sentence),
          ]
        }), "remarks": .list(remarks.map { .string($0) }),
    ]
  }

  func csv() -> String {
    var writer = CSVWriter(header: ["part", "account", "entry", "problem"])
    for problem in problems {
      writer.write(problem.part.rawValue)
      writer.write(problem.account)
      writer.write(problem.entry.map { Int($0) })
      writer.write(problem.sentence)
      writer.endRecord()
    }
    return writer.drain()
  }

  func text() -> String {
    let count = problems.count == 1 ? "1 problem" : "\(problems.count) problems"
    let verdict = problems.isEmpty ? "The book is sound." : "The book has \(count):"
    let end = head.map { ["Journal head: \($0)"] } ?? []
    let lines = [verdict] + problems.map { "  \($0.sentence)" } + remarks + end
    return lines.map { Sanitised.text(of: $0) + "\n" }.joined()
  }
}
