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
      Ends with 0 when the book is sound and with 1 when it is not. A journal that was cut or written anew is shown only \
      by an earlier head of it that was kept elsewhere: those that `kept anchor` and the workbench keep for the user are \
      looked up, others are given with --anchor and --anchors.
        journalctl -t kept | kept verify --anchors -
      """)

  @OptionGroup var options: GlobalOptions

  @Option(
    help: ArgumentHelp("A head that verify printed earlier; may be given several times.", valueName: "head"))
  var anchor: [String] = []

  @Option(
    help: ArgumentHelp(
      "A file with lines of `kept anchor`, such as a system's log; - for the standard input.",
      valueName: "file"))
  var anchors: [String] = []

  func run() throws {
    let heads = try anchor.map { text in
      let printed = "Journal head: "
      guard
        let head = JournalHead(text: text.hasPrefix(printed) ? String(text.dropFirst(printed.count)) : text)
      else {
        throw ValidationError("\"\(text)\" is not a head as verify prints it: a number and 64 digits.")
      }
      return head
    }
    let given = try anchors.flatMap { try AnchorLog.anchors(in: $0) }
    var found = try verified(against: heads, AnchorKeeping.kept() + given)
    if !anchors.isEmpty, !given.contains(where: { $0.book == found.mark }) {
      found.remarks.append("No line of \(anchors.joined(separator: ", ")) is an anchor of this book.")
    }
    try found.write(as: options.format)
    if !found.problems.isEmpty { throw ExitCode.failure }
  }

  /// A book that cannot be opened is one that is not sound.
  private func verified(against heads: [JournalHead], _ kept: [Anchor]) throws -> VerificationListing {
    do {
      let ledger = try options.openBook().ledger
      let mark = try ledger.journalMark() ?? ""
      let known = kept.heads(of: mark)
      let problems = try ledger.verify(anchors: heads + known)
      return VerificationListing(
        problems: problems, head: try? ledger.journalHead(), anchors: Set(heads + known).count,
        strangers: kept.filter { $0.path == Anchor.place(of: ledger.path) && $0.book != mark }.count,
        mark: mark,
        remarks: ((try? ledger.lossRemarks()) ?? []) + ((try? ledger.clockRemarks()) ?? []))
    } catch let error as LedgerError where error.isOfWhatTheFileHolds {
      let problem = LedgerProblem(part: .file, sentence: error.description)
      return VerificationListing(problems: [problem], head: nil, anchors: 0, strangers: 0)
    }
  }
}

/// What `kept verify` found.
struct VerificationListing: Listing {
  let problems: [LedgerProblem]
  /// The end of the journal; nil where it cannot be read.
  let head: JournalHead?
  /// Heads that were kept outside and that the journal was compared with.
  let anchors: Int
  /// Heads of other journals that lay at the same place.
  let strangers: Int
  /// Which book it is, as anchors name it.
  var mark: String?
  /// What is no damage and worth knowing.
  var remarks: [String] = []

  func json() -> JSONValue {
    [
      "ok": .boolean(problems.isEmpty), "journal_head": .text(head?.description),
      "anchors": .integer(anchors),
      "anchors_of_other_books": .integer(strangers),
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
    let compared =
      anchors == 1 ? "1 head that was kept outside" : "\(anchors) heads that were kept outside"
    var lines = [verdict] + problems.map { "  \($0.sentence)" } + remarks
    lines.append(
      anchors == 0
        ? "No head of its journal was kept outside: one that was written anew as a whole is not found."
        : "Its journal was compared with \(compared).")
    if strangers > 0 {
      lines.append(
        "Another book lay at this place before: there are heads of a journal that begins otherwise."
      )
    }
    if let head { lines.append("Journal head: \(head)") }
    return lines.map { Sanitised.text(of: $0) + "\n" }.joined()
  }
}
