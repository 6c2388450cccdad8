import Interchange
import Ledger
import TextScreen

/// What `kept verify` found.
struct VerificationListing: Listing {
  let problems: [LedgerProblem]
  let head: JournalHead

  func json() -> JSONValue {
    [
      "ok": .boolean(problems.isEmpty),
      "problems": .list(
        problems.map { problem in
          [
            "part": .string(problem.part.rawValue), "account": .text(problem.account),
            "entry": .integer(problem.entry.map { Int($0) }), "problem": .string(problem.sentence),
          ]
        }),
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
    let lines = [verdict] + problems.map { "  \($0.sentence)" } + ["Journal head: \(head)"]
    return lines.map { Sanitised.text(of: $0) + "\n" }.joined()
  }
}
