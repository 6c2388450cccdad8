import Interchange
import Ledger
import Receivables
import Workbench

/// Looks at a file for the import screen: a dry run, told in a form that can be asked about.
struct ImportSighting {
  let ledger: LedgerFile
  let today: CalendarDay
  let collector: String?
  /// Hears which step is how far, and says whether to go on.
  let progress: (String, Double) -> Bool

  /// What somebody at a terminal answers to everything that a file does not say; nothing for a file that says all.
  func answers(on path: String, wishes: ImportWishes) throws -> ImportAnswers {
    var answers = ImportAnswers()
    while let question = try sight(path, answers, wishes: wishes).questions.first,
      let answer = try Question.answer(to: question)
    {
      answers.add(answer)
    }
    return answers
  }

  /// What the file would do, read as `answers` say. Throws what reading it throws.
  func sight(
    _ path: String, _ answers: ImportAnswers, wishes: ImportWishes? = nil
  ) throws -> ImportSight {
    let look = ImportLook()
    var wishes = wishes ?? ImportWishes(progress: progress)
    wishes.take(answers)
    (wishes.dryRun, wishes.collector, wishes.look) = (true, collector, look)
    wishes.progress = progress
    let intake = FileIntake(wishes: wishes, ledger: ledger, policy: ledger.policy, today: today)
    let outcome = try intake.outcomes(of: [path])[0]
    var sight = ImportSight(path: path, answers: answers)
    let proposed = proposal(look, answers)?.inOrder ?? []
    sight.columns = look.columns.map { column in
      let perhaps = proposed.first { $0.heading == column.heading }.map { $0.role.title + "?" }
      return ImportColumn(
        heading: column.heading,
        role: column.isIgnored ? nil : column.role?.title ?? perhaps, samples: column.samples,
        choices: Self.roles(of: column))
    }
    sight.questions = questions(look, outcome, answers, by: intake)
    if sight.questions.isEmpty { sight.refusals = refusals(outcome, look) }
    if case .missing? = look.problem, let name = look.repeated {
      sight.refusals.append("Two columns are called \(name). Give each a name of its own in the file.")
    }
    sight.said = said(look)
    sight.found = look.headingLine > 0 ? ["Its headings stand on line \(look.headingLine)."] : []
    if outcome.refused.isEmpty {
      sight.counts = ImportListing(outcomes: [outcome], isDryRun: true).counts(of: outcome)
      sight.differences = outcome.result.differences.map(\.sentence)
      sight.moreDifferences = outcome.result.moreDifferences
    }
    sight.notes = outcome.notes
    sight.rows = look.rows.compactMap(Self.cells)
    return sight
  }

  private func refusals(_ outcome: ImportOutcome, _ look: ImportLook) -> [String] {
    let rest = outcome.refusedCount - outcome.refused.count
    return outcome.refused.prefix(20).map { String(describing: $0) }
      + (rest > 0 || outcome.refused.count > 20
        ? ["and \(rest + max(outcome.refused.count - 20, 0)) more lines"] : [])
  }

  /// What a row would be, in cells.
  private static func cells(_ row: IncomingRow) -> [String]? {
    guard let document = row.document else { return nil }
    let open = document.open.map { Money(minor: $0, document.amount.currency).grouped } ?? ""
    return [
      row.customer.name.map { $0 == row.customer.number ? $0 : "\($0) (\(row.customer.number))" }
        ?? row.customer.number,
      document.kind.rawValue.split(separator: "_").joined(separator: " "),
      document.number, document.issued.iso, document.kind == .invoice ? document.due.iso : "",
      document.amount.description, open,
    ]
  }
}

extension ImportDifference {
  /// For people: `"changed (line 3) invoice 17 of 1: due …"`.
  var sentence: String {
    "\(kind.rawValue)\(line.map { " (line \($0))" } ?? ""): \(subject)\(detail.isEmpty ? "" : ": " + detail)"
  }
}

extension ImportWishes {
  /// As somebody answered on the import screen: what is said of the form is remembered.
  init(_ answers: ImportAnswers, progress: @escaping (String, Double) -> Bool) {
    self.init(progress: progress)
    take(answers)
  }

  /// Takes over what was answered of a file.
  mutating func take(_ answers: ImportAnswers) {
    words += answers.words.compactMap { text, key in WordMeaning(key: key).map { ExplainedWord(text, $0) } }
    ignored += answers.ignored
    columns = answers.columns.reduce(into: columns) { columns, pair in
      if let role = ColumnRole(key: pair.key) { columns[role] = pair.value }
    }
    toldOrder = answers.dateOrder.flatMap { DateOrder(rawValue: $0) } ?? toldOrder
    toldCurrency = answers.currency.flatMap { Currency($0) } ?? toldCurrency
    agrees = agrees || answers.agrees
  }
}
