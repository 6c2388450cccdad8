import Glibc
import Interchange
import Ledger
import Receivables
import Settings

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
      let file = try understand(try ExportText(content))
      outcome.notes = notes(on: file)
      try store(file, content, into: &outcome)
    } catch let refusal as Refusal {
      outcome.refuse([refusal])
    } catch let problem as ExportProblem {
      outcome.refuse([problem.refusal])
    } catch let lines as UnreadableLines {
      outcome.refuse(lines.report.refused, count: lines.report.refusedCount)
    } catch ImportError.refused(let refusals) {
      outcome.refuse(refusals)
    } catch ImportError.shrinks(let closing, let count) {
      outcome.refuse([
        Refusal(
          reason: "This list would close \(closing) of \(count) open invoices, more than the policy's "
            + "\(policy.snapshotShrinkPercent) %. If it is complete, import it with --yes.")
      ])
    }
    return outcome
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
      asOf: wishes.asOf)
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
      action: Machine.newAction(), signed: Machine.signature, as: wishes.collector, isDryRun: wishes.dryRun,
      acceptsShrinking: wishes.yes)
    if wishes.map, let layout = file.columns.layout {
      run.mapping = (file.heading.digest, LayoutsFile.text(of: layout))
    }
    do {
      try take(file, run, into: &outcome)
    } catch ImportError.shrinks(let closing, let count) where wishes.canAsk {
      guard try Question.agrees("\(path) closes \(closing) of \(count) open invoices. Close them?") else {
        throw ImportError.shrinks(closing: closing, of: count)
      }
      run.acceptsShrinking = true
      try take(file, run, into: &outcome)
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
    outcome.notes += report?.notes.sentences ?? []
    if result.unknownInvoices > 0 {
      outcome.notes.append(
        "Payments for invoices that are not in the book in that currency, left unapplied: "
          + "\(result.unknownInvoices).")
    }
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
