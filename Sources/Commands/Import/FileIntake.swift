import BankStatements
import Glibc
import Hashing
import Interchange
import Ledger
import Receivables
import Settings
import TextScreen
import Workbench

/// Takes files into a ledger, all together or none: reads the form of each, asks what only a person can know, and stores
/// them or tells why not.
struct FileIntake {
  let wishes: ImportWishes
  let ledger: LedgerFile
  let policy: Policy
  let today: CalendarDay

  /// A file by its name, its bytes, and what gives their memory back until they are read again.
  typealias Content = (path: String, bytes: UnsafeRawBufferPointer, letGo: () -> Void)

  /// What came of each file. Refusals are part of it. Throws `CommandFailure`, `LedgerError` and `SettingsError`.
  func outcomes(of paths: [String]) throws -> [ImportOutcome] {
    let files = try paths.map { try MappedFile($0) }
    // The bytes are there only as long as the files are, whoever still points to them.
    return try withExtendedLifetime(files) {
      try outcomes(of: zip(paths, files).map { ($0, $1.bytes, $1.letGo) })
    }
  }

  /// The same for files whose content is in memory already.
  func outcomes(of contents: [Content]) throws -> [ImportOutcome] {
    var outcomes = contents.map { ImportOutcome($0.path) }
    var files: [UnderstoodFile] = []
    for (place, content) in contents.enumerated() {
      do {
        let file = try understand(content)
        wishes.look?.assumedCurrency = file.export.assumedCurrency
        files.append(file)
        outcomes[place].notes = file.notes
      } catch let refusal as Refusal {
        outcomes[place].refuse([refusal])
      } catch let problem as ExportProblem {
        wishes.look?.problem = problem
        outcomes[place].refuse([problem.refusal])
      }
    }
    guard files.count == contents.count else { return outcomes.heldBack }
    do {
      try store(files, into: &outcomes)
    } catch let lines as UnreadableLines {
      for (place, report) in lines.reports.enumerated() where !report.refused.isEmpty {
        outcomes[place].refuse(report.refused, count: report.refusedCount)
        wishes.look?.unexplained = report.unexplained
      }
    } catch let refused as RefusedFile {
      outcomes[refused.place].refuse(refusals(of: refused.error))
      wishes.look?.refused = refused.error
    }
    return outcomes.heldBack
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
    let reports: [ReadingReport]
  }

  /// A file of which is known how it is read.
  private struct UnderstoodFile {
    let export: ExportFile
    var run: ImportRun
    let notes: [String]
  }

  private func understand(_ content: Content) throws -> UnderstoodFile {
    if let format = try BankFormat.ofStatement(content.bytes, in: ledger),
      format != .csv || !wishes.told(of: content.path).explains
    {
      throw Refusal(
        reason:
          "This is a statement of a bank (\(format.rawValue)), not a list of invoices: `kept bank FILE` lists its "
          + "money, and i in the workbench opens it once there is a book.")
    }
    let text = try ExportText(content.bytes, encoding: wishes.encoding, passed: content.letGo)
    let file = try export(text, content.path)
    if let day = file.asOf, day > today {
      throw Refusal(
        reason:
          "The list is of \(day.iso), which has not come: it is \(today.iso). A list of a later day would keep all "
          + "others out until then. Say of which day it is with --as-of.")
    }
    var run = ImportRun(
      file: content.path, digest: Self.digest(of: content), kind: file.kind.rawValue, snapshot: file.asOf,
      day: today,
      action: ActionID.new(), signed: Machine.signature, as: wishes.collector, isDryRun: wishes.dryRun)
    if wishes.told(of: content.path).explains, let layout = file.columns.layout {
      run.mapping = (file.heading.digest, LayoutsFile.text(of: layout))
    }
    let agrees = wishes.told(of: content.path).agrees
    (run.agreed.shrinking, run.agreed.renaming) = (wishes.yes || agrees, wishes.yes || agrees)
    run.agreed.emptiness = agrees
    (run.headings, run.joining) = (file.headings, file.joining)
    return UnderstoodFile(export: file, run: run, notes: notes(on: file))
  }

  /// SHA-256 of its bytes, in pieces, so that not all of the file is in memory.
  static func digest(of content: Content) -> [UInt8] {
    var sha = SHA256()
    for start in stride(from: 0, to: content.bytes.count, by: 1 << 20) {
      sha.update(.init(rebasing: content.bytes[start..<min(start + 1 << 20, content.bytes.count)]))
      content.letGo()
    }
    return sha.finish()
  }

  private func export(_ text: ExportText, _ path: String) throws -> ExportFile {
    let names = try ColumnsFile.shipped()
    let presets = try Presets.all()
    let heading = try Heading.find(in: text, names: names, layouts: presets)
    let preset = heading.layout(among: presets)
    var layout = try savedLayout(heading) ?? preset
    layout = wishes.told(of: path).explained(layout, heading, file: path)
    wishes.look?.see(heading, layout, preset: preset, names, text)
    var rules = ReadingRules(
      currency: wishes.currency ?? policy.currency, fillsCurrency: wishes.currency != nil,
      dateOrder: wishes.dateOrder ?? wishes.told(of: path).toldOrder, fallbackDateOrder: policy.dateOrder,
      decimal: wishes.decimalMark,
      asOf: wishes.asOf, years: policy.years)
    rules.today = today
    do throws(ExportProblem) {
      return try ExportFile(text, heading: heading, names: names, layout: layout, options: rules)
    } catch {
      // Only a person can tell, and only when there is one to ask.
      guard let example = error.ambiguousDate, wishes.canAsk,
        let answer = try Question.answer(to: .dates(of: example, today)), case .dateOrder(let order) = answer
      else { throw error }
      rules.dateOrder = DateOrder(rawValue: order)
    }
    return try ExportFile(text, heading: heading, names: names, layout: layout, options: rules)
  }

  private func savedLayout(_ heading: Heading) throws -> Layout? {
    guard let text = try ledger.mappings()[heading.digest] else { return nil }
    return try LayoutsFile.read(text: text, name: "the mapping saved for this file").first
  }

  private func store(_ files: [UnderstoodFile], into outcomes: inout [ImportOutcome]) throws {
    var files = files
    while true {
      do {
        return try take(files, into: &outcomes)
      } catch let refused as RefusedFile where wishes.canAsk {
        let (place, path) = (refused.place, outcomes[refused.place].file)
        guard let question = question(on: refused.error, path), try Question.agrees(question) else {
          throw refused
        }
        // Each question is asked once: what was agreed to is not thrown again.
        switch refused.error {
        case .refused: throw refused
        case .shrinks: files[place].run.agreed.shrinking = true
        case .listsNothing:
          (files[place].run.agreed.emptiness, files[place].run.agreed.shrinking) = (true, true)
        case .renames: files[place].run.agreed.renaming = true
        }
      }
    }
  }

  /// What a person may agree to; nil for what is wrong.
  func question(on error: ImportError, _ path: String) -> String? {
    switch error {
    case .refused: nil
    case .shrinks(let closing, let count): "\(path) closes \(closing) of \(count) open invoices. Close them?"
    case .listsNothing(let closing):
      "\(path) lists nothing: all \(closing) open invoices would be closed. Is nothing open any more?"
    case .renames(let count, let examples):
      Sanitised.text(of: "\(path) gives \(count) customers another name: \(told(examples)). Rename them?")
    }
  }

  private func take(_ files: [UnderstoodFile], into outcomes: inout [ImportOutcome]) throws {
    let progress = wishes.progress
    var read: [ReadingReport] = []
    let results = try ledger.take(
      files.map(\.run),
      progress: { done, total in progress("Working out accounts", Double(done) / Double(max(total, 1))) }
    ) { place, rows in
      let report = try files[place].export.read(
        progress: { (share: Double) throws(any Error) in
          guard progress("Reading", (Double(place) + share) / Double(files.count)) else {
            throw LedgerError.cancelled(doing: "import \(outcomes[place].file)")
          }
        },
        { (row: IncomingRow) throws(any Error) in
          wishes.look?.see(row)
          try rows.add(row)
        })
      read.append(report)
      // What is wrong with the others is told at once.
      guard place < files.count - 1 || read.allSatisfy(\.refused.isEmpty) else {
        throw UnreadableLines(reports: read)
      }
    }
    for place in files.indices {
      outcomes[place].result = results[place]
      outcomes[place].notes =
        files[place].notes + [read[place].totals.sentence].compactMap { $0 } + read[place].notes.sentences
        + results[place].notes.sentences
      wishes.look?.refused = results[place].objection
      // Where it is only looked at, that is a question.
      guard wishes.look == nil, let objection = results[place].objection else { continue }
      outcomes[place].notes += refusals(of: objection).map(\.reason)
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
      notes.append("It is read as \"\(layout.name)\".")
    }
    if let empty = file.emptyCurrency {
      notes.append("The column \(empty.column) is empty: amounts are taken in \(empty.assumed.code).")
    }
    if let assumed = file.assumedCurrency {
      notes.append("Nothing tells a currency: amounts are taken in \(assumed.code), that of the policy.")
    }
    if let local = file.localCurrency {
      notes.append(
        "Lines without a currency are in the local one, taken as \(local.code); --currency says another.")
    }
    if file.combinesCustomers {
      notes.append("Numbers and names of customers stand in one column and are taken apart.")
    }
    if !file.apart.isEmpty {
      let told = file.apart.sorted().prefix(6).joined(separator: ", ")
      notes.append(
        "Numbers of customers that only differ in leading zeros have different names and stay apart: \(told)."
      )
    }
    for column in wishes.ignored
    where !file.heading.names.contains(where: { HeadingName($0) == HeadingName(column) }) {
      notes.append("It has no column \"\(column)\" that could be left out.")
    }
    let unused = file.columns.unused
    if !unused.isEmpty { notes.append("Columns not used: \(unused.prefix(40).joined(separator: ", ")).") }
    return notes
  }
}

extension ImportWishes {
  /// With what was answered of the file.
  func told(of path: String) -> ImportWishes {
    guard let answers = answers[path] else { return self }
    var wishes = self
    wishes.take(answers)
    return wishes
  }

  /// Whether somebody says how files of this form are to be read.
  var explains: Bool {
    !words.isEmpty || !ignored.isEmpty || !columns.isEmpty || toldOrder != nil || toldCurrency != nil
  }

  /// A layout with the words and columns that somebody explained; `base` as it was without any.
  func explained(_ base: Layout?, _ heading: Heading, file: String) -> Layout? {
    guard explains else { return base }
    var layout = base ?? Layout(of: heading, file: file)
    layout.dateOrder = toldOrder ?? layout.dateOrder
    layout.currency = toldCurrency ?? layout.currency
    for (role, column) in columns {
      guard let name = heading.names.first(where: { HeadingName($0) == HeadingName(column) }) else {
        continue
      }
      // A column plays one role, and what was left out before is read now.
      layout.columns = layout.columns.filter { HeadingName($0.value) != HeadingName(name) }
      layout.ignored.removeAll { HeadingName($0) == HeadingName(name) }
      layout.columns[role] = name
    }
    for word in words {
      // The last word on a word holds, however it is spelt.
      layout.words = layout.words.filter { HeadingName($0.key) != HeadingName(word.text) }
      layout.words[word.text] = word.meaning
    }
    // Of several files some may not have the column.
    for column in ignored {
      guard let name = heading.names.first(where: { HeadingName($0) == HeadingName(column) }) else {
        continue
      }
      layout.columns = layout.columns.filter { $0.value != name }
      if !layout.ignored.contains(name) { layout.ignored.append(name) }
    }
    return layout
  }
}

extension Layout {
  /// The one that begins when somebody explains a file.
  init(of heading: Heading, file: String) {
    self.init(
      name: "columns of \(file.split(separator: "/").last ?? "a file")",
      headings: heading.names.filter { !$0.isEmpty }, columns: [:])
  }
}
