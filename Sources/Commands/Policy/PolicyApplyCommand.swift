import ArgumentParser
import Interchange
import Ledger
import Receivables
import Settings
import TextScreen

/// `kept policy apply`: makes a file the policy of the book.
struct PolicyApplyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "apply",
    abstract: "Make a policy file that of the book, with an entry in the journal that holds its text.",
    discussion: """
      Everything is worked out anew by it, and whoever has the book open goes by it at once. Applied again, the same text \
      changes nothing. A policy without a code that stands in the journal is refused.
      """)

  @OptionGroup var options: GlobalOptions

  @Argument(help: "A policy file.")
  var file: String

  func run() throws {
    let source = try PolicySource(file: file)
    let book = try options.openBook(offering: source)
    let before = try book.ledger.adoptedPolicy()
    let missing = try book.ledger.missingCodes(in: source.policy)
    guard missing.isEmpty else {
      throw CommandFailure(
        "Nothing was changed. The journal holds codes that \(file) does not have: "
          + missing.map(\.sentence).joined(separator: "; ") + ". Put them back, with `retired = true`.",
        .configuration)
    }
    var isNew = before?.digest != source.policy.digest
    if isNew {
      // A book without a policy adopts this one with its first day.
      try book.begin()
      isNew = try book.ledger.adopt(signed: Machine.signature, collector: options.collector) || before == nil
    }
    guard isNew else { return try report(in: book, isNew: false, []) }
    let done =
      "\(file) is the policy of the book from now on, but that was not reported; applying it again changes nothing."
    try reporting(after: done) {
      let changes = try before.map { try PolicyFile.changes(from: $0.text, to: source.text) }
      try report(in: book, isNew: true, changes)
    }
  }

  private func report(in book: OpenBook, isNew: Bool, _ changes: [PolicyChange]?) throws {
    guard let adopted = try book.ledger.adoptedPolicy() else {
      throw LedgerError.noDay(doing: "adopt the policy")
    }
    try AppliedPolicy(isNew: isNew, adopted: adopted, changes: changes).write(as: options.format)
  }
}

/// What became of applying a policy.
struct AppliedPolicy: Listing {
  let isNew: Bool
  let adopted: AdoptedPolicy
  /// Nil for the first policy of a book.
  let changes: [PolicyChange]?

  func json() -> JSONValue {
    .object(
      adopted.json.merging([
        "applied": .boolean(isNew), "changes": changes.map { .list($0.map(\.json)) } ?? .null,
      ]) { $1 })
  }

  func csv() -> String {
    var writer = CSVWriter(header: ["applied", "digest", "since", "entry", "changes"])
    writer.write(isNew ? "yes" : "no")
    writer.write(adopted.digest)
    writer.write(adopted.day)
    writer.write(Int(adopted.entry.rawValue))
    writer.write(changes?.count)
    writer.endRecord()
    return writer.drain()
  }

  func text() -> String {
    guard isNew else {
      return "The book goes by this policy already. Nothing was changed.\n"
        + "It is \(adopted.standing).\nDigest: \(adopted.digest)\n"
    }
    let lines = [
      "The book goes by this policy from \(adopted.day.long) on: entry \(adopted.entry.rawValue) holds it.",
      "Digest: \(adopted.digest)",
    ]
    return (lines + (changes ?? []).map { "  \($0.sentence)" }).map { Sanitised.text(of: $0) + "\n" }.joined()
  }
}
