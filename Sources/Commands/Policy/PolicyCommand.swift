import ArgumentParser
import Ledger
import Receivables

/// `kept policy`: the rules of a book as a thing with versions.
struct PolicyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "policy",
    abstract: "Check, show and compare policies, and make one that of the book.",
    discussion: """
      A book goes by the policy that it adopted, whoever opens it. On its first day that is the user's own file, or the \
      shipped policy without one. Later a file is only offered: `kept policy apply` makes it that of the book, with an entry \
      in the journal that holds its text. What was decided before stays as it was decided.
      """,
    subcommands: [
      PolicyCheckCommand.self, PolicyShowCommand.self, PolicyDiffCommand.self, PolicyApplyCommand.self,
    ])

  @OptionGroup var options: GlobalOptions
}

/// A code in the journal that a policy does not have any more.
struct MissingCode: Hashable {
  let code: UsedCode
  /// In how many entries it stands.
  let entries: Int

  /// `"calls.results XY, in 3 entries"`.
  var sentence: String {
    "\(code.list.rawValue) \(code.code), in \(entries == 1 ? "1 entry" : "\(entries) entries")"
  }

  var json: JSONValue {
    [
      "list": .string(code.list.rawValue), "code": .string(code.code), "entries": .number(Int64(entries)),
    ]
  }
}

extension LedgerFile {
  /// The codes in the journal that `policy` does not have any more. Throws `LedgerError`.
  func missingCodes(in policy: Policy) throws(LedgerError) -> [MissingCode] {
    let used = try usedCodes()
    return policy.missing(used.keys, before: self.policy).map {
      MissingCode(code: $0, entries: used[$0] ?? 0)
    }
  }
}

extension AdoptedPolicy {
  /// As whom it was adopted, with the user of the system where that is another name: `"maria (ann)"`.
  var by: String { collector == actor ? actor : "\(collector) (\(actor))" }

  /// `"in force since Fri 27 Nov 2026, adopted by maria (ann) with entry 12"`.
  var standing: String { "in force since \(day.long), adopted by \(by) with entry \(entry.rawValue)" }

  var json: [String: JSONValue] {
    [
      "digest": .string(digest), "since": .day(day), "recorded": .string(recorded.iso),
      "collector": .string(collector), "actor": .string(actor), "host": .string(host),
      "entry": .number(entry.rawValue),
    ]
  }
}
