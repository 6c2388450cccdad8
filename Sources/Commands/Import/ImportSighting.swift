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
    let outcome = try FileIntake(wishes: wishes, ledger: ledger, policy: ledger.policy, today: today)
      .outcomes(of: [path])[0]
    var sight = ImportSight(path: path, answers: answers)
    sight.columns = look.columns.map { column in
      ImportColumn(
        heading: column.heading,
        role: column.isIgnored ? nil : column.role?.title, samples: column.samples,
        choices: Self.roles(of: column))
    }
    sight.questions = questions(look, outcome, answers)
    if sight.questions.isEmpty { sight.refusals = refusals(outcome, look) }
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

// MARK: What is asked

extension ImportSighting {
  private func questions(
    _ look: ImportLook, _ outcome: ImportOutcome, _ answers: ImportAnswers
  ) -> [ImportQuestion] {
    switch look.problem {
    case .ambiguousDates(let example, _)?: return [dates(example)]
    case .missing(let roles, _)?: return foreign(look, answers, first: roles)
    case .unread(let column, let role, let refusal)?:
      return [
        ImportQuestion(
          "\(column): \(refusal.reason)",
          [
            .init("it tells the \(role.title)", .column(column, role: role.key)),
            .init("leave it out", .ignore(column)),
          ] + Self.roles(of: look.columns.first { $0.heading == column }))
      ]
    default: break
    }
    if !answers.columns.isEmpty {
      let left = foreign(look, answers, first: [])
      if !left.isEmpty { return left }
    }
    if !look.unexplained.isEmpty { return look.unexplained.map(word) }
    switch look.refused {
    case .shrinks(let closing, let count)?:
      return [agreement("It closes \(closing) of \(count) open invoices. Is the list complete?")]
    case .renames(let count, _)?:
      return [agreement("It gives \(count) customers another name. Is that right?")]
    default: return []
    }
  }

  /// Everything that decides and that no column of a form which nobody has foreseen is known to tell.
  private func foreign(
    _ look: ImportLook, _ answers: ImportAnswers, first: [ColumnRole]
  ) -> [ImportQuestion] {
    let known = Set(look.columns.compactMap(\.role))
    let needed: [[ColumnRole]] = [[.accountNumber, .customerName], [.amount, .balance], [.issued]]
    let wanted = needed.filter { known.isDisjoint(with: $0) || !Set($0).isDisjoint(with: first) }
      .filter { $0 != [.issued] || !known.contains(.due) || first.contains(.issued) }
    let further = ([.documentNumber, .due] as [ColumnRole]).filter {
      !known.contains($0) && !answers.untold.contains($0.key)
    }
    let asked =
      wanted.map { missing($0, look) } + further.map { missing([$0], look, canBeUntold: true) }
    // What has a part already is no word for a kind.
    guard asked.isEmpty else { return asked }
    let free = look.columns.filter { $0.role == nil && !$0.isIgnored }
    return free.filter { !$0.words.isEmpty }.compactMap { words($0, known) }
      + free.filter { ColumnGuess.isMoney($0.samples) }.compactMap { amounts($0, known) }
      + (look.assumedCurrency != nil && answers.currency == nil ? [currency()] : [])
  }

  /// What a column tells that holds a few words; nil when all that words could tell is told.
  private func words(_ column: ImportLook.Column, _ known: Set<ColumnRole>) -> ImportQuestion? {
    question(
      column, known,
      [
        (.documentType, "the kind of document"), (.status, "how far it is: open, paid, void"),
        (.side, "debit or credit"),
      ])
  }

  /// The same of one that holds amounts.
  private func amounts(_ column: ImportLook.Column, _ known: Set<ColumnRole>) -> ImportQuestion? {
    question(
      column, known,
      [(.balance, "the open amount"), (.amount, "the full amount"), (.paidAmount, "what is paid of it")])
  }

  private func question(
    _ column: ImportLook.Column, _ known: Set<ColumnRole>, _ roles: [(ColumnRole, String)]
  ) -> ImportQuestion? {
    let free = roles.filter { !known.contains($0.0) }
    guard !free.isEmpty else { return nil }
    let told = free.map { ImportQuestion.Choice($0.1, .column(column.heading, role: $0.0.key)) }
    let none = ImportQuestion.Choice("nothing of this", .ignore(column.heading))
    return ImportQuestion(
      "What does the column \(column.heading) tell: \(column.samples.joined(separator: ", "))?",
      known.contains(.documentType) && roles.contains { $0.0 == .status }
        ? [none] + told : told + [none])
  }

  /// The currency of a form that tells none.
  private func currency() -> ImportQuestion {
    let own = ledger.policy.currency.code
    let codes =
      [own]
      + ["EUR", "USD", "GBP", "CHF", "SEK", "NOK", "DKK", "PLN", "CZK", "CAD", "AUD", "JPY", "INR"]
      .filter { $0 != own }
    return ImportQuestion(
      "Nothing tells the currency of the amounts. Which one is it?", codes.map { .init($0, .currency($0)) })
  }

  /// What was said of the form, each with what can be said instead.
  private func said(_ look: ImportLook) -> [ImportQuestion] {
    guard let layout = look.layout else { return [] }
    var said = layout.words.sorted { $0.key < $1.key }.prefix(12).map { text, meaning in
      ImportQuestion(
        "\"\(text)\" is \(meaning.title)",
        WordMeaning.keys.map { .init(WordMeaning(key: $0)?.title ?? $0, .word(text, means: $0)) }, term: text)
    }
    if let order = layout.dateOrder {
      said.append(
        ImportQuestion(
          "Dates are read as \(order.rawValue)",
          DateOrder.allCases.map { .init($0.rawValue, .dateOrder($0.rawValue)) }))
    }
    if let code = layout.currency?.code {
      said.append(ImportQuestion("Amounts without a currency are in \(code)", currency().choices))
    }
    return said
  }

  private func agreement(_ text: String) -> ImportQuestion {
    ImportQuestion(text, [.init("yes, take it so", .agree)])
  }

  private func dates(_ example: String) -> ImportQuestion {
    let readings = DateOrder.allCases.compactMap { order in
      (try? DateText.read(example, order: order)).map { (order, $0.long) }
    }
    return ImportQuestion(
      "Dates can be read in several ways. What is \(example)?",
      readings.map { .init($0.1, .dateOrder($0.0.rawValue)) })
  }

  /// Which column plays one of these roles, that whose values look like it first.
  private func missing(
    _ roles: [ColumnRole], _ look: ImportLook, canBeUntold: Bool = false
  ) -> ImportQuestion {
    let free = look.columns.filter { $0.role == nil && !$0.isIgnored }
    var fitting = free.filter { ColumnGuess.fits($0.samples, roles[0]) }
    // What names a document is different on nearly every line.
    if roles[0] == .documentNumber { fitting.sort { $0.distinct > $1.distinct } }
    let ordered = fitting + free.filter { column in !fitting.contains { $0.heading == column.heading } }
    let titles = roles.map(\.title).joined(separator: " or the ")
    return ImportQuestion(
      "Which column tells the \(titles)?",
      ordered.flatMap { column in
        Self.fitting(roles, column).map { role in
          .init(
            "\(column.heading)\(roles.count > 1 ? ", the \(role.title)" : ""): "
              + column.samples.joined(separator: ", "), .column(column.heading, role: role.key))
        }
      } + (canBeUntold ? [.init("no column tells it", .untold(role: roles[0].key))] : []))
  }

  /// Of several roles those that the values of a column may be.
  private static func fitting(_ roles: [ColumnRole], _ column: ImportLook.Column) -> [ColumnRole] {
    guard roles == [.accountNumber, .customerName] else { return roles }
    return column.samples.contains { $0.contains(where: \.isNumber) && !$0.contains(" ") }
      ? roles : [.customerName]
  }

  private func word(_ word: UnexplainedWord) -> ImportQuestion {
    let lines = word.count == 1 ? "1 line" : "\(word.count) lines"
    let sums = word.sums.sorted { $0.key.code < $1.key.code }.map {
      Money(minor: $0.value, $0.key).description
    }
    let isTerms = word.answers.contains { WordMeaning(key: $0) == nil }
    let keys = isTerms ? Self.usualTerms : word.answers
    // What comes to less than nothing is hardly an invoice.
    let isNegative = !word.sums.isEmpty && word.sums.values.allSatisfy { $0 < 0 }
    let first = word.proposal ?? (isNegative ? DocumentWord.creditNote.rawValue : nil)
    let ordered = keys.filter { $0 == first } + keys.filter { $0 != first }
    return ImportQuestion(
      "\"\(word.text)\" under \(word.column): "
        + ([lines] + sums + ["first line \(word.line)"]).joined(separator: ", ") + ". What is it?",
      ordered.map { key in
        .init(
          (WordMeaning(key: key)?.title ?? key) + (key == word.proposal ? ", probably" : ""),
          .word(word.text, means: key))
      } + [.init("leave the column \(word.column) out", .ignore(word.column))],
      term: isTerms ? word.text : nil)
  }

  private static let usualTerms = [
    "net 0", "net 14", "net 30", "net 45", "net 60", "net 90", "EOM", "30 EOM",
  ]

  /// Everything that a column could be read as.
  private static func roles(of column: ImportLook.Column?) -> [ImportQuestion.Choice] {
    guard let column else { return [] }
    return [.init("not read", .ignore(column.heading))]
      + ColumnRole.allCases.map { .init($0.title, .column(column.heading, role: $0.key)) }
  }
}

/// Whether values look like those of a role. It orders what is offered; a person decides.
enum ColumnGuess {
  static func fits(_ samples: [String], _ role: ColumnRole) -> Bool {
    guard !samples.isEmpty else { return false }
    switch role {
    case .issued, .due, .paymentDate, .settled: return samples.allSatisfy(isDate)
    case .documentNumber:
      return samples.allSatisfy { $0.contains(where: \.isNumber) && !isDate($0) && !$0.contains(",") }
    case .amount, .balance, .paymentAmount, .appliedAmount: return isMoney(samples)
    default: return samples.allSatisfy { $0.contains(where: \.isLetter) }
    }
  }

  /// Figures with decimals: whole numbers may be anything.
  static func isMoney(_ samples: [String]) -> Bool {
    !samples.isEmpty
      && samples.allSatisfy {
        $0.contains(where: \.isNumber) && !isDate($0) && !$0.contains(where: \.isLetter)
      }
      && samples.contains { text in [".", ","].contains { text.dropLast(2).hasSuffix($0) } }
  }

  private static func isDate(_ text: String) -> Bool {
    text.contains { "-./".contains($0) }
      && DateOrder.allCases.contains { (try? DateText.read(text, order: $0)) != nil }
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
