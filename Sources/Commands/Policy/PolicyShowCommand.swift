import ArgumentParser
import Interchange
import Ledger
import Receivables
import Settings

/// `kept policy show`: the text that is in force, or was.
struct PolicyShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Print the policy that is in force, and say its digest, since when it is and who adopted it.",
    discussion: "The text alone goes to the standard output, so that it can be written to a file as it is.")

  @OptionGroup var options: GlobalOptions

  @Argument(
    help: ArgumentHelp("The policy that was in force on that day.", valueName: "day"),
    transform: CalendarDay.init(option:))
  var day: CalendarDay?

  @Flag(help: "The policy that ships with the program.")
  var shipped = false

  func validate() throws {
    if shipped, day != nil { throw ValidationError("The shipped policy has no day; leave one of both out.") }
  }

  func run() throws {
    if shipped { return try write(.shipped(), "The shipped policy") }
    guard LedgerFile.exists(at: options.database) else { return try writeOwn() }
    let ledger = try LedgerFile(path: options.database, offering: .shipped())
    if let day {
      try ShownPolicy(ledger.policyInForce(on: day)).write(as: options.format)
    } else if let adopted = try ledger.adoptedPolicy() {
      try ShownPolicy(adopted).write(as: options.format)
    } else {
      try writeOwn()
    }
  }

  /// What a book will adopt that has no policy yet.
  private func writeOwn() throws {
    let own = try PolicySource.own()
    try write(own, "A new book adopts \(own.path ?? "the shipped policy")")
  }

  private func write(_ source: PolicySource, _ what: String) throws {
    if options.format == .text { StandardOutput.say("\(what), digest \(source.policy.digest).") }
    try ShownPolicy(adopted: nil, digest: source.policy.digest, policy: source.text).write(as: options.format)
  }
}

/// A policy with its text.
struct ShownPolicy: Listing {
  /// Nil for one that no book has adopted.
  let adopted: AdoptedPolicy?
  let digest: String
  let policy: String

  var isFile: Bool { true }

  func json() -> JSONValue {
    .object(
      (adopted?.json ?? [:]).merging(["digest": .string(digest), "text": .string(policy)]) { $1 })
  }

  func csv() -> String {
    var writer = CSVWriter(header: ["digest", "since", "entry", "collector", "actor", "host", "text"])
    writer.write(digest)
    writer.write(adopted?.day)
    writer.write(adopted.map { Int($0.entry.rawValue) })
    writer.write(adopted?.collector)
    writer.write(adopted?.actor)
    writer.write(adopted?.host)
    writer.write(policy)
    writer.endRecord()
    return writer.drain()
  }

  func text() -> String {
    if let adopted { StandardOutput.say("Policy \(digest), \(adopted.standing).") }
    return policy
  }
}

extension ShownPolicy {
  init(_ adopted: AdoptedPolicy) { self.init(adopted: adopted, digest: adopted.digest, policy: adopted.text) }
}

extension LedgerFile {
  /// The policy by which the book went on `day`. Throws `CommandFailure` where it had none yet.
  func policyInForce(on day: CalendarDay) throws -> AdoptedPolicy {
    guard let adopted = try adoptedPolicy(on: day) else {
      throw CommandFailure("The book had no policy on \(day.long) yet.", .badData)
    }
    return adopted
  }
}
