import ArgumentParser
import Interchange
import Ledger
import Receivables
import Settings
import TextScreen

/// `kept policy check`: whether a file can be the policy of the book.
struct PolicyCheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Say what is wrong with a policy file, with line and column, or that it is sound.",
    discussion: """
      Names the codes too that stand in the journal of the book and not in the file: they must stay, with `retired = true`. \
      Changes nothing. Ends with 78 when the file cannot be the policy of the book.
      """)

  @OptionGroup var options: GlobalOptions

  @Argument(help: "A policy file. Without one the user's own, or the shipped policy.")
  var file: String?

  func run() throws {
    let check = try check()
    try check.write(as: options.format)
    if !check.isUsable { throw ExitCode.configuration }
  }

  private func check() throws -> PolicyCheck {
    if let file { return try PolicyCheck(file: file, text: try TextFile.read(file), in: options) }
    guard let text = try PolicySource.ownText() else {
      return try PolicyCheck(file: "the shipped policy", text: PolicyFile.shippedText, in: options)
    }
    return try PolicyCheck(file: Places.policy, text: text, in: options)
  }
}

/// What is to be said about a policy file.
struct PolicyCheck: Listing {
  let file: String
  let digest: String
  let faults: [SettingsError]
  /// Nil where there is no book whose journal could be asked.
  let missing: [MissingCode]?

  var isUsable: Bool { faults.isEmpty && (missing ?? []).isEmpty }

  /// Reads `text`, and the journal of the book that the options name.
  init(file: String, text: String, in options: GlobalOptions) throws {
    self.file = file
    digest = PolicyFile.digest(of: text)
    let policy: Policy
    do {
      policy = try PolicyFile.read(text: text, name: file)
    } catch {
      faults = error.all
      missing = nil
      return
    }
    faults = []
    missing =
      LedgerFile.exists(at: options.database)
      ? try LedgerFile(path: options.database, offering: .shipped()).missingCodes(in: policy) : nil
  }

  func json() -> JSONValue {
    [
      "file": .string(file), "digest": .string(digest), "sound": .boolean(faults.isEmpty),
      "usable": .boolean(isUsable),
      "faults": .list(
        faults.map { fault in
          [
            "line": .integer(fault.position?.line), "column": .integer(fault.position?.column),
            "fault": .string(fault.reason),
          ]
        }), "missing_codes": missing.map { .list($0.map(\.json)) } ?? .null,
    ]
  }

  func csv() -> String {
    var writer = CSVWriter(header: ["file", "line", "column", "list", "code", "entries", "problem"])
    for fault in faults {
      writer.write(file)
      writer.write(fault.position?.line)
      writer.write(fault.position?.column)
      for _ in 0..<3 { writer.write(nil as String?) }
      writer.write(fault.reason)
      writer.endRecord()
    }
    for code in missing ?? [] {
      writer.write(file)
      for _ in 0..<2 { writer.write(nil as String?) }
      writer.write(code.code.list.rawValue)
      writer.write(code.code.code)
      writer.write(code.entries)
      writer.write("The journal holds this code, and the file does not have it.")
      writer.endRecord()
    }
    return writer.drain()
  }

  func text() -> String {
    var lines: [String] = []
    if faults.isEmpty {
      lines = ["\(file) is a sound policy.", "Digest: \(digest)"]
    } else {
      lines = ["\(file) has \(faults.count == 1 ? "a fault" : "\(faults.count) faults"):"]
      lines += faults.map { fault in
        let place = fault.position.map { "line \($0.line), column \($0.column): " } ?? ""
        return "  " + place + fault.reason
      }
    }
    switch missing {
    case nil where faults.isEmpty:
      lines.append("There is no book yet, so no journal was asked for its codes.")
    case let missing? where !missing.isEmpty:
      lines.append("The journal holds codes that it does not have. Put them back, with `retired = true`:")
      lines += missing.map { "  \($0.sentence)" }
    default: break
    }
    return lines.map { Sanitised.text(of: $0) + "\n" }.joined()
  }
}
