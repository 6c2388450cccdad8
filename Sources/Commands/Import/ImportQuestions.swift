import Interchange
import Ledger
import Receivables
import Workbench

/// What is asked about a file that is looked at.
extension ImportSighting {
  func questions(
    _ look: ImportLook, _ outcome: ImportOutcome, _ answers: ImportAnswers, by intake: FileIntake
  ) -> [ImportQuestion] {
    // What is said of one would be said of the other.
    if case .missing? = look.problem, look.repeated != nil { return [] }
    switch look.problem {
    case .ambiguousDates(let example, _)?: return [.dates(of: example, today)]
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
    guard let error = look.refused, let text = intake.question(on: error, outcome.file) else { return [] }
    return [ImportQuestion(text, [.init("yes, take it so", .agree)])]
  }

  /// Everything that decides and that no column of a form which nobody has foreseen is known to tell.
  private func foreign(
    _ look: ImportLook, _ answers: ImportAnswers, first: [ColumnRole]
  ) -> [ImportQuestion] {
    let known = Set(look.columns.compactMap(\.role))
    let (wanted, further) = lacking(look, answers, first: first)
    if let proposal = proposal(look, answers, wanted, further) { return [Self.question(on: proposal)] }
    let asked =
      wanted.map { missing($0, look) } + further.map { missing([$0], look, canBeUntold: true) }
    // What has a part already is no word for a kind.
    guard asked.isEmpty else { return asked }
    let free = look.columns.filter { $0.role == nil && !$0.isIgnored && $0.heading != look.repeated }
    return free.filter { !$0.words.isEmpty }.compactMap { words($0, known) }
      + free.filter { ColumnGuess.isMoney($0.samples) }.compactMap { amounts($0, known) }
      + (look.assumedCurrency != nil && answers.currency == nil ? [currency()] : [])
  }

  /// Of which parts no column is known that must be there, and of which that may.
  private func lacking(
    _ look: ImportLook, _ answers: ImportAnswers, first: [ColumnRole]
  ) -> (wanted: [[ColumnRole]], further: [ColumnRole]) {
    let known = Set(look.columns.compactMap(\.role))
    let needed: [[ColumnRole]] = [[.accountNumber, .customerName], [.amount, .balance], [.issued]]
    let wanted = needed.filter { known.isDisjoint(with: $0) || !Set($0).isDisjoint(with: first) }
      .filter { $0 != [.issued] || !known.contains(.due) || first.contains(.issued) }
    let further = ([.documentNumber, .due] as [ColumnRole]).filter {
      !known.contains($0) && !answers.untold.contains($0.key)
    }
    return (wanted, further)
  }

  /// What the columns probably tell, where more than two would be asked for.
  func proposal(_ look: ImportLook, _ answers: ImportAnswers) -> ColumnProposal? {
    guard case .missing(let first, _)? = look.problem else { return nil }
    let (wanted, further) = lacking(look, answers, first: first)
    return proposal(look, answers, wanted, further)
  }

  private func proposal(
    _ look: ImportLook, _ answers: ImportAnswers, _ wanted: [[ColumnRole]], _ further: [ColumnRole]
  ) -> ColumnProposal? {
    guard !answers.isOneByOne, answers.columns.isEmpty, wanted.count + further.count > 2 else { return nil }
    return ColumnProposal(look, needed: wanted, further: further)
  }

  private static func question(on proposal: ColumnProposal) -> ImportQuestion {
    ImportQuestion(
      "Is this what the columns tell: \(proposal.words)?",
      [
        .init("yes", .all(proposal.inOrder.map { .column($0.heading, role: $0.role.key) })),
        .init("no, ask for one after the other", .oneByOne),
      ])
  }

  /// What the first word of a column means that holds a few: that says what the column tells too. Nil when all that words could
  /// tell is told.
  private func words(_ column: ImportLook.Column, _ known: Set<ColumnRole>) -> ImportQuestion? {
    let kinds: [(role: ColumnRole, keys: [String])] = [
      (.documentType, DocumentWord.allCases.map(\.rawValue)), (.status, StatusWord.allCases.map(\.rawValue)),
      (.side, SideWord.allCases.map(\.rawValue)),
    ]
    let free = kinds.filter { !known.contains($0.role) }
    if ColumnGuess.isCurrency(column.words), !known.contains(.currency) {
      return ImportQuestion(
        "Does \(column.heading) tell the currency: \(column.words.joined(separator: ", "))?",
        [
          .init("yes", .column(column.heading, role: ColumnRole.currency.key)),
          .init("no: leave the column out", .ignore(column.heading)),
        ])
    }
    guard let word = column.words.first, !free.isEmpty else { return nil }
    let told = free.flatMap { kind in
      kind.keys.map { key in
        ImportQuestion.Choice(
          WordMeaning(key: key)?.title ?? key,
          .all([.column(column.heading, role: kind.role.key), .word(word, means: key)]))
      }
    }
    let none = ImportQuestion.Choice("nothing that decides: leave the column out", .ignore(column.heading))
    return ImportQuestion(
      "\(column.heading) has \(column.words.joined(separator: ", ")). What is \(word)?",
      known.contains(.documentType) ? [none] + told : told + [none])
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
      "What does the column \(column.heading) tell: \(column.samples.joined(separator: ", "))?", told + [none]
    )
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
  func said(_ look: ImportLook) -> [ImportQuestion] {
    guard let layout = look.layout else { return [] }
    let words = layout.words.filter { look.preset?.words[$0.key] != $0.value }
    var said = words.sorted { $0.key < $1.key }.prefix(12).map { text, meaning in
      ImportQuestion(
        "\"\(text)\" means \(meaning.title)",
        WordMeaning.keys.map { .init(WordMeaning(key: $0)?.title ?? $0, .word(text, means: $0)) }, term: text)
    }
    if let order = layout.dateOrder, order != look.preset?.dateOrder {
      said.append(
        ImportQuestion(
          "Dates are read as \(order.rawValue)",
          DateOrder.allCases.map { .init($0.rawValue, .dateOrder($0.rawValue)) }))
    }
    if let code = layout.currency?.code, code != look.preset?.currency?.code {
      said.append(ImportQuestion("Amounts without a currency are in \(code)", currency().choices))
    }
    return said
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
  static func roles(of column: ImportLook.Column?) -> [ImportQuestion.Choice] {
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

  /// Codes of currencies, and nothing else.
  static func isCurrency(_ words: [String]) -> Bool {
    !words.isEmpty
      && words.allSatisfy { $0.utf8.count == 3 && $0 == $0.uppercased() && Currency($0) != nil }
  }

  private static func isDate(_ text: String) -> Bool {
    text.contains { "-./".contains($0) }
      && DateOrder.allCases.contains { (try? DateText.read(text, order: $0)) != nil }
  }
}

extension ImportQuestion {
  /// Which day a date means that can be read in several ways: that which is nearest to today first, since most of what is
  /// listed is of late.
  static func dates(of example: String, _ today: CalendarDay) -> ImportQuestion {
    let readings = DateOrder.allCases.compactMap { order in
      (try? DateText.read(example, order: order)).map { (order: order, day: $0) }
    }
    let ordered = readings.sorted { abs($0.day.distance(to: today)) < abs($1.day.distance(to: today)) }
    return ImportQuestion(
      "Dates can be read in several ways. What is \(example)?",
      ordered.map { .init($0.day.long, .dateOrder($0.order.rawValue)) })
  }
}
