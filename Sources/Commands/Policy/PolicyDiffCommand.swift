import ArgumentParser
import Interchange
import Ledger
import Receivables
import Settings
import TextScreen

/// `kept policy diff`: what another policy would change.
struct PolicyDiffCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract: "Say what a policy file would change, rule by rule, and for how many accounts.",
    discussion: """
      With a day it says what has changed since the policy of that day. Changes nothing: the accounts are derived by both \
      policies in memory.
      """)

  @OptionGroup var options: GlobalOptions

  @Argument(
    help: ArgumentHelp(
      "A policy file, or a day such as 2026-11-27. Without one the user's own file, or the shipped policy.",
      valueName: "file|day"))
  var other: String?

  func run() throws {
    let book = try options.openBook(offering: .shipped())
    guard let current = try book.ledger.adoptedPolicy() else {
      throw LedgerError.noDay(doing: "compare policies")
    }
    if let day = other.flatMap({ CalendarDay(iso: $0) }) {
      let former = try book.ledger.policyInForce(on: day)
      let changes = try PolicyFile.changes(from: former.text, to: current.text)
      return try PolicyDiff(from: .init(former), to: .init(current), changes: changes).write(
        as: options.format)
    }
    let source = try other.map { try PolicySource(file: $0) } ?? .own()
    var diff = PolicyDiff(
      from: .init(current),
      to: .init(name: source.path ?? "the shipped policy", digest: source.policy.digest),
      changes: try PolicyFile.changes(from: current.text, to: source.text))
    diff.missing = try book.ledger.missingCodes(in: source.policy)
    diff.moves = try AccountMoves(in: book, under: source.policy)
    try diff.write(as: options.format)
  }
}

/// For how many accounts another policy would mean something else today.
struct AccountMoves: Hashable {
  private(set) var total = 0
  /// Another lane, or another next step.
  private(set) var changed = 0
  private(set) var lanes = 0
  private(set) var nextSteps = 0
  private(set) var bands = 0

  /// Derives every account by both policies. Throws `LedgerError`.
  init(in book: OpenBook, under policy: Policy) throws {
    let day = book.today
    var moves = (total: 0, changed: 0, lanes: 0, nextSteps: 0, bands: 0)
    let isSame = policy.digest == book.policy.digest
    try book.ledger.forEachAccount { file in
      moves.total += 1
      guard !isSame else { return true }
      let before = try AccountSummary(of: file, policy: book.policy, asOf: day)
      let after = try AccountSummary(of: file, policy: policy, asOf: day)
      if before.lane != after.lane { moves.lanes += 1 }
      if before.next != after.next { moves.nextSteps += 1 }
      if before.lane != after.lane || before.next != after.next { moves.changed += 1 }
      if before.band != after.band { moves.bands += 1 }
      return true
    }
    (total, changed, lanes, nextSteps, bands) = moves
  }

  /// `"Of 44 accounts 3 would have another row: another lane 2, another next step 3. …"`
  var sentence: String {
    "Of \(total) accounts \(changed) would have another row: another lane \(lanes), another next step \(nextSteps). "
      + "Another band of priority: \(bands)."
  }

  var json: JSONValue {
    [
      "total": .integer(total), "changed": .integer(changed), "lane": .integer(lanes),
      "next_step": .integer(nextSteps), "band": .integer(bands),
    ]
  }
}

/// Two policies and what differs.
struct PolicyDiff: Listing {
  /// One of both.
  struct Side {
    let name: String
    let digest: String
    var adopted: AdoptedPolicy?

    init(name: String, digest: String) {
      self.name = name
      self.digest = digest
    }

    init(_ adopted: AdoptedPolicy) {
      self.init(name: adopted.standing, digest: adopted.digest)
      self.adopted = adopted
    }

    var json: JSONValue {
      adopted.map { .object($0.json) } ?? ["file": .string(name), "digest": .string(digest)]
    }
  }

  let from: Side
  let to: Side
  let changes: [PolicyChange]
  var missing: [MissingCode] = []
  /// Nil where both policies are those of the book.
  var moves: AccountMoves?

  func json() -> JSONValue {
    [
      "from": from.json, "to": to.json, "changes": .list(changes.map(\.json)),
      "accounts": moves?.json ?? .null, "missing_codes": .list(missing.map(\.json)),
    ]
  }

  func csv() -> String {
    var writer = CSVWriter(header: ["rule", "code", "key", "change", "before", "after"])
    for change in changes {
      for cell in [change.rule, change.code, change.key, change.kind.rawValue, change.before, change.after] {
        writer.write(cell)
      }
      writer.endRecord()
    }
    return writer.drain()
  }

  func text() -> String {
    var lines = ["From \(from.digest)", "  \(from.name)", "to \(to.digest)", "  \(to.name)"]
    if changes.isEmpty {
      let isSame = from.digest == to.digest
      lines.append(
        isSame ? "It is the same text." : "No rule differs: only words between them, or their order.")
    }
    lines += changes.map(\.sentence)
    if let moves, from.digest != to.digest { lines.append(moves.sentence) }
    if !missing.isEmpty {
      lines.append("The journal holds codes that it does not have. Put them back, with `retired = true`:")
      lines += missing.map { "  \($0.sentence)" }
    }
    return lines.map { Sanitised.text(of: $0) + "\n" }.joined()
  }
}

extension PolicyChange {
  var json: JSONValue {
    [
      "rule": .string(rule), "code": .text(code), "key": .text(key), "change": .string(kind.rawValue),
      "before": .text(before), "after": .text(after), "sentence": .string(sentence),
    ]
  }
}
