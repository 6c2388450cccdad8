import Glibc
import Interchange
import Ledger
import Receivables
import Settings
import TextScreen

/// Takes one file into a ledger: reads its form, asks what only a person can know, and stores it or tells why not.
struct FileIntake {
  let wishes: ImportWishes
  let path: String
  let ledger: LedgerFile
  let policy: Policy
  let today: CalendarDay

  /// Refusals are part of the outcome. Throws `CommandFailure`, `LedgerError` and `SettingsError`.
  func outcome() throws -> ImportOutcome {
    let mapped = try MappedFile(path)
    return try outcome(of: mapped.bytes)
  }

  /// The same for a file whose content is in memory already.
  func outcome(of content: UnsafeRawBufferPointer) throws -> ImportOutcome {
    var outcome = ImportOutcome(path)
    do {
      let file = try understand(try ExportText(content, encoding: wishes.encoding))
      outcome.notes = notes(on: file)
      try store(file, content, into: &outcome)
    } catch let refusal as Refusal {
      outcome.refuse([refusal])
    } catch let problem as ExportProblem {
      outcome.refuse([problem.refusal])
    } catch let lines as UnreadableLines {
      outcome.refuse(lines.report.refused, count: lines.report.refusedCount)
    } catch let error as ImportError {
      outcome.refuse(refusals(of: error))
    }
    return outcome
  }

  private func refusals(of error: ImportError) -> [Refusal] {
    switch error {
    case .refused(let refusals): refusals
    case .shrinks(let closing, let count):
      [
        Refusal(
          reason: "This list would close \(closing) of \(count) open invoices, more than the policy's "
            + "\(policy.snapshotShrinkPercent) %. If it is complete, import it with --yes.")
      ]
    case .listsNothing(let closing):
      [
        Refusal(
          reason:
            "The file lists nothing, so that all \(closing) open invoices would be closed. If nothing is open, "
            + "import it at a terminal, which asks; --yes is not enough for this. Else export the list again."
        )
      ]
    case .renames(let count, let examples):
      [
        Refusal(
          reason: "This file would give \(count) customers another name, more than the policy's "
            + "\(policy.renameLimit): \(told(examples)). If that is right, import it with --yes. If the names are "
            + "garbled, the file is in another encoding: export it as UTF-8.")
      ]
    }
  }

  /// `"7 Müller → Miller (line 2); 8 …"`.
  private func told(_ examples: [ImportDifference]) -> String {
    examples.map { "\($0.subject) \($0.detail) (line \($0.line ?? 0))" }.joined(separator: "; ")
  }

  /// Leaves the import's transaction when lines could not be read.
  private struct UnreadableLines: Error {
    let report: ReadingReport
  }

  private func understand(_ text: ExportText) throws -> ExportFile {
    let names = try ColumnsFile.shipped()
    let shipped = try LayoutsFile.shipped()
    let heading = try Heading.find(in: text, names: names, layouts: shipped)
    var layout = try savedLayout(heading) ?? heading.layout(among: shipped)
    if wishes.map {
      layout = try ColumnQuestions(heading: heading, text: text, names: names).ask(
        startingFrom: layout, file: path)
    }
    var rules = ReadingRules(
      currency: wishes.currency ?? policy.currency, fillsCurrency: wishes.currency != nil,
      dateOrder: wishes.dateOrder, fallbackDateOrder: policy.dateOrder, decimal: wishes.decimalMark,
      asOf: wishes.asOf, years: policy.years)
    do throws(ExportProblem) {
      return try ExportFile(text, heading: heading, names: names, layout: layout, options: rules)
    } catch {
      // Only a person can tell, and only when there is one to ask.
      guard let example = error.ambiguousDate, wishes.canAsk else { throw error }
      rules.dateOrder = try Question.dateOrder(of: example, in: path)
    }
    return try ExportFile(text, heading: heading, names: names, layout: layout, options: rules)
  }

  private func savedLayout(_ heading: Heading) throws -> Layout? {
    guard let text = try ledger.mappings()[heading.digest] else { return nil }
    return try LayoutsFile.read(text: text, name: "the mapping saved for this file").first
  }

  private func store(_ file: ExportFile, _ content: UnsafeRawBufferPointer, into outcome: inout ImportOutcome)
    throws
  {
    var run = ImportRun(
      file: path, content: content, kind: file.kind.rawValue, snapshot: file.asOf, day: today,
      action: ActionID.new(), signed: Machine.signature, as: wishes.collector, isDryRun: wishes.dryRun,
      acceptsShrinking: wishes.yes)
    if wishes.map, let layout = file.columns.layout {
      run.mapping = (file.heading.digest, LayoutsFile.text(of: layout))
    }
    run.acceptsRenaming = wishes.yes
    run.headings = file.headings
    while true {
      do {
        return try take(file, run, into: &outcome)
      } catch let error as ImportError where wishes.canAsk {
        guard let question = question(on: error), try Question.agrees(question) else { throw error }
        // Each question is asked once: what was agreed to is not thrown again.
        switch error {
        case .refused: throw error
        case .shrinks: run.acceptsShrinking = true
        case .listsNothing: (run.acceptsEmptiness, run.acceptsShrinking) = (true, true)
        case .renames: run.acceptsRenaming = true
        }
      }
    }
  }

  /// What a person may agree to; nil for what is wrong.
  private func question(on error: ImportError) -> String? {
    switch error {
    case .refused: nil
    case .shrinks(let closing, let count): "\(path) closes \(closing) of \(count) open invoices. Close them?"
    case .listsNothing(let closing):
      "\(path) lists nothing: all \(closing) open invoices would be closed. Is nothing open any more?"
    case .renames(let count, let examples):
      Sanitised.text(of: "\(path) gives \(count) customers another name: \(told(examples)). Rename them?")
    }
  }

  private func take(_ file: ExportFile, _ run: ImportRun, into outcome: inout ImportOutcome) throws {
    let progress = wishes.progress
    var report: ReadingReport?
    let result = try ledger.take(
      run,
      progress: { done, total in progress("Working out accounts", Double(done) / Double(max(total, 1)))
      }
    ) { writer in
      let read = try file.read(
        progress: { (share: Double) throws(any Error) in
          guard progress("Reading", share) else {
            throw LedgerError.cancelled(doing: "import \(path)")
          }
        },
        { (row: IncomingRow) throws(any Error) in try writer.add(row) })
      report = read
      guard read.refused.isEmpty else { throw UnreadableLines(report: read) }
    }
    outcome.result = result
    outcome.notes += (report?.notes.sentences ?? []) + result.notes.sentences
  }

  private func notes(on file: ExportFile) -> [String] {
    var notes: [String] = []
    if let day = file.asOf { notes.append("It lists what was open on \(day.iso).") }
    if let order = file.dateOrder, let line = file.decidingLine {
      notes.append("Dates are read as \(order.rawValue), as the date on line \(line) shows.")
    }
    if file.encoding != .utf8 { notes.append("The text is in \(file.encoding.rawValue).") }
    if let layout = file.columns.layout {
      notes.append("Columns are read by the mapping \"\(layout.name)\".")
    }
    if let empty = file.emptyCurrency {
      notes.append("The column \(empty.column) is empty: amounts are taken in \(empty.assumed.code).")
    }
    let unused = file.columns.unused
    if !unused.isEmpty { notes.append("Columns not used: \(unused.prefix(40).joined(separator: ", ")).") }
    return notes
  }
}

/// A file's bytes where the operating system has them, without a copy.
final class MappedFile {
  let bytes: UnsafeRawBufferPointer
  private let length: Int

  /// Throws `CommandFailure` when the file cannot be read.
  init(_ path: String) throws(CommandFailure) {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw Self.unreadable(path) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw Self.unreadable(path) }
    guard status.st_mode & S_IFMT == S_IFREG else {
      throw CommandFailure("\(path) is not a file. Name a file that was exported as CSV.", .inputOutput)
    }
    length = Int(status.st_size)
    guard length > 0 else {
      bytes = UnsafeRawBufferPointer(start: nil, count: 0)
      return
    }
    guard let start = mmap(nil, length, PROT_READ, MAP_PRIVATE, descriptor, 0), start != MAP_FAILED else {
      throw Self.unreadable(path)
    }
    madvise(start, length, MADV_SEQUENTIAL)
    bytes = UnsafeRawBufferPointer(start: start, count: length)
  }

  deinit {
    if let start = bytes.baseAddress { munmap(UnsafeMutableRawPointer(mutating: start), length) }
  }

  private static func unreadable(_ path: String) -> CommandFailure {
    CommandFailure("Could not read \(path): \(String(cString: strerror(errno))).", .inputOutput)
  }
}
