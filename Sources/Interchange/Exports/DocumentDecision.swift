import Receivables

/// What a line of invoices is: its kind, its amount and what of it is open.
///
/// Sign, kind and status are decided here and nowhere else, from what the file says: nothing is guessed. A word that nobody
/// explained refuses the file.
struct DocumentDecision {
  let kind: IncomingDocument.Kind
  /// Minor units, not negative.
  let amount: Int64
  /// What is still open of it; nil when the line does not say.
  let open: Int64?
  /// Whether the line tells the full amount, or what is open stands in for it.
  let isAmountStated: Bool
}

extension RowReader {
  /// What the line is; nil where it is nothing that a customer owes: a bill, a draft, a voided document. Throws `Refusal`
  /// where the line contradicts itself.
  func decide(_ record: Record, _ currency: Currency) throws(Refusal) -> DocumentDecision? {
    let (status, payment) = (
      statuses.told(record, columns, scanner), paymentStatuses.told(record, columns, scanner)
    )
    let type = type(record, status)
    if isOwedByNobody(record, type.word, [(.status, status.word), (.paymentStatus, payment.word)]) {
      return nil
    }
    let side = sides.told(record, columns, scanner)
    let balance = try turned(try money(.balance, record, currency), .balance, by: side.word, record)
    let (amountRole, given) = try stated(record, currency)
    let stated = try turned(given, amountRole, by: side.word, record)
    guard let full = stated ?? balance else {
      throw Refusal(
        line: record.line,
        column: columns.name(.amount) ?? columns.name(.debit) ?? columns.name(.balance),
        reason: "The amount is missing.")
    }
    let amount = Money(minor: full, currency)
    explain(type, .documentType, names.types, record, amount)
    if names.types[status.unexplained] == nil { explain(status, .status, names.statuses, record, amount) }
    explain(payment, .paymentStatus, names.statuses, record, amount)
    explain(side, .side, names.sides, record, amount)
    let isNamedCredit = side.word == nil && (type.word == .creditNote || type.word == .payment)
    let isCredit = isNamedCredit || full < 0 || (full == 0 && (balance ?? 0) < 0)
    if isCredit, !isNamedCredit {
      try checkSigns(
        record, amountRole, full: full, balance: balance, isTold: side.word != nil || amountRole == .credit)
    }
    let open = try open(
      record, currency, full: full, balance: balance, isCredit: isCredit,
      isToldPaid: status.word == .paid || payment.word == .paid)
    var whole = abs(full)
    // Interest or tax may have come on top of the amount that the export lists.
    if let open, open > whole {
      whole = open
      note(\.raised, .balance, record)
    }
    let kind: IncomingDocument.Kind = isCredit ? (type.word == .payment ? .payment : .creditNote) : .invoice
    return DocumentDecision(kind: kind, amount: whole, open: open, isAmountStated: stated != nil)
  }

  /// The kind that the type column tells, or the status column where it has a word for kinds: "credit note".
  private func type(_ record: Record, _ status: WordColumn<StatusWord>.Told) -> WordColumn<DocumentWord>.Told
  {
    let type = types.told(record, columns, scanner)
    guard case .nothing = type, let word = names.types[status.unexplained] else { return type }
    return .word(word)
  }

  /// Whether the line is nothing that a customer owes, which is counted then.
  func isOwedByNobody(
    _ record: Record, _ type: DocumentWord?, _ statuses: [(role: ColumnRole, word: StatusWord?)]
  ) -> Bool {
    for status in statuses where status.word == .cancelled || status.word == .draft {
      note(\.ignored, status.role, record)
      return true
    }
    guard type == .ignored else { return false }
    note(\.ignored, .documentType, record)
    return true
  }

  /// The full amount and the column that tells it: one amount, or one of debit and credit.
  private func stated(_ record: Record, _ currency: Currency) throws(Refusal) -> (ColumnRole, Int64?) {
    if columns[.amount] != nil { return (.amount, try money(.amount, record, currency)) }
    if columns[.lineAmount] != nil { return (.lineAmount, try money(.lineAmount, record, currency)) }
    let (debit, credit) = (try money(.debit, record, currency), try money(.credit, record, currency))
    guard let credit, credit != 0 else { return (.debit, debit ?? credit) }
    guard (debit ?? 0) == 0 else {
      throw Refusal(
        line: record.line, column: columns.name(.credit),
        reason: "The line has a debit and a credit, so that nobody can say what it is. Correct the export.")
    }
    return (.credit, -abs(credit))
  }

  /// An amount with the sign that its side gives it. Throws `Refusal` where it has the other one already.
  private func turned(
    _ amount: Int64?, _ role: ColumnRole, by side: SideWord?, _ record: Record
  ) throws(Refusal) -> Int64? {
    guard let amount, let side else { return amount }
    guard side == .debit else { return -abs(amount) }
    guard amount >= 0 else {
      throw Refusal(
        line: record.line, column: columns.name(role),
        reason: "\(text(role, record) ?? "The amount") is negative, which makes it a credit, and "
          + "\(text(.side, record) ?? "its side") says that it is a debit. Correct the export.")
    }
    return amount
  }

  /// A negative amount is a credit, unless what is open of it says that it is none. Throws `Refusal`.
  private func checkSigns(
    _ record: Record, _ role: ColumnRole, full: Int64, balance: Int64?, isTold: Bool
  ) throws(Refusal) {
    if full < 0, let balance, balance > 0 {
      throw Refusal(
        line: record.line, column: columns.name(.balance),
        reason: "The full amount is \(text(role, record) ?? "negative") and the open amount "
          + "\(text(.balance, record) ?? "positive"): one says that it is a credit, the other that it is none. "
          + "Correct the export.")
    }
    guard !isTold else { return }
    note(\.negative, full < 0 && field(role, record) != nil ? role : .balance, record)
  }

  /// What is left: the balance, or what the paid amount and the status leave; in a snapshot at least something.
  private func open(
    _ record: Record, _ currency: Currency, full: Int64, balance: Int64?, isCredit: Bool,
    isToldPaid: Bool
  ) throws(Refusal) -> Int64? {
    if let balance {
      if isCredit { return abs(balance) }
      if balance < 0 {
        note(\.overpaid, .balance, record)
      }
      return max(balance, 0)
    }
    let whole = abs(full)
    // A day of payment says by itself whether there was one.
    let isDecided = columns[.settled] != nil
    let isPaid = isPaid.told(record, columns, scanner).word == .yes
    let isClosed = isOpen.told(record, columns, scanner).word == .no
    if !isDecided, isPaid || isClosed { return 0 }
    switch paidAmount.told(record, columns, scanner).word {
    case .yes?: return 0
    case .no?: break
    case nil:
      guard let paid = try money(.paidAmount, record, currency) else { break }
      if abs(paid) > whole, !isCredit {
        note(\.overpaid, .paidAmount, record)
      }
      return whole - min(abs(paid), whole)
    }
    if !isDecided, isToldPaid { return 0 }
    return asOf == nil ? nil : whole
  }
}

extension RowReader {
  /// Keeps a word of the line that nobody has explained, with its amount.
  func explain<Word: RawRepresentable & CaseIterable>(
    _ told: WordColumn<Word>.Told, _ role: ColumnRole, _ words: [HeadingName: Word], _ record: Record,
    _ amount: Money
  ) where Word.RawValue == String {
    guard case .unexplained(let text) = told else { return }
    unexplained.add(
      text, role, record, amount, columns, answers: Word.allCases.map(\.rawValue)
    ) { Self.proposal(for: $0, words) }
  }

  /// The meaning of the longest known word that stands in `name`: "Customer Credit Note" has "credit note".
  private static func proposal<Word: RawRepresentable>(
    for name: HeadingName, _ words: [HeadingName: Word]
  ) -> String? where Word.RawValue == String {
    words.filter { $0.key.folded.utf8.count >= 4 && name.folded.contains($0.key.folded) }
      .max { ($0.key.folded.utf8.count, $1.key.folded) < ($1.key.folded.utf8.count, $0.key.folded) }?.value
      .rawValue
  }
}
