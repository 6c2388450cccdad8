import ArgumentParser
import Interchange
import Ledger
import Receivables
import TextScreen

/// `kept salvage`: a new book of what can be read of a damaged one.
struct SalvageCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "salvage",
    abstract: "Make a new book of everything that can be read of a damaged one.",
    discussion: """
      The damaged file is only read. What is missing is said here and in the journal of the new book; importing the \
      newest exports into it brings back what was lost of the books. Ends with 0 when nothing is missing, else with 1.
        kept salvage book.kept rescued.kept
      """)

  @OptionGroup var options: GlobalOptions

  @Argument(help: "The damaged book.")
  var damaged: String

  @Argument(help: "Where the new book goes; there must not be a file yet.")
  var destination: String

  func run() throws {
    let report = try LedgerFile.salvage(
      damaged, to: destination, signed: Machine.signature, on: try options.today())
    try SalvageListing(damaged: damaged, destination: destination, report: report).write(
      as: options.format, after: "\(destination) is made, but that was not reported.")
    if !report.isWhole { throw ExitCode.failure }
  }
}

/// What `kept salvage` took over.
struct SalvageListing: Listing {
  let damaged: String
  let destination: String
  let report: SalvageReport

  func json() -> JSONValue {
    [
      "damaged": .string(damaged), "book": .string(destination), "whole": .boolean(report.isWhole),
      "taken": .list(
        report.tables.map {
          [
            "what": .string($0.title), "taken": .integer($0.taken), "refused": .integer($0.refused),
            "gaps": .integer($0.gaps),
          ]
        }),
      "missing_entries": .list(
        report.record.missing.map {
          ["first": .integer(Int($0.lowerBound)), "last": .integer(Int($0.upperBound))]
        }), "losses": .list(report.record.losses.map { .string($0) }),
    ]
  }

  func csv() -> String {
    var writer = CSVWriter(header: ["what", "taken", "refused", "gaps"])
    for table in report.tables {
      writer.write(table.title)
      for count in [table.taken, table.refused, table.gaps] { writer.write(count) }
      writer.endRecord()
    }
    return writer.drain()
  }

  func text() -> String {
    var lines = ["\(destination) is made of what could be read of \(damaged):"]
    lines += report.tables.filter { $0.taken > 0 }.map { "  \($0.taken) \($0.title)" }
    if report.isWhole {
      lines.append("Nothing is missing.")
    } else {
      lines.append("Missing:")
      lines += report.record.missing.map { range in
        let isOne = range.lowerBound == range.upperBound
        return
          "  entr\(isOne ? "y" : "ies") \(range.lowerBound)\(isOne ? "" : " to \(range.upperBound)") of the journal"
      }
      lines += report.record.losses.map { "  \($0)" }
      lines.append(
        "Import the newest exports into it to bring back what the books lost; kept verify says what is left.")
    }
    return lines.map { Sanitised.text(of: $0) + "\n" }.joined()
  }
}
