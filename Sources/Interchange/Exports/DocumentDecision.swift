import Receivables

/// What a line of invoices is: its kind, its amount and what of it is open.
///
/// Sign, kind and status are decided here and nowhere else, from what the file says: nothing is guessed. A word that nobody
/// explained refuses the file.
struct DocumentDecision {
  let kind: IncomingDocument.Kind
  /// Minor units, not negative.
  let amount: Int64
  /// What is still open of it, of an invoice that was paid with more than it comes to less than nothing; nil when the line
  /// does not say.
  let open: Int64?
  /// Whether the line tells the full amount, or what is open stands in for it.
  let isAmountStated: Bool
}

extension RowReader {
  /// What the line is. Throws `Refusal` where it contradicts itself.
  func decide(_ record: Record, _ currency: Currency) throws(Refusal) -> DocumentDecision {
    let (status, payment) = (
      statuses.told(record, columns, scanner), paymentStatuses.told(record, columns, scanner)
    )
    let type = type(record, status)
    let side = sides.told(record, columns, scanner)
    let (amountRole, given) = try stated(record, currency)
    let balanceSide = side.word ?? (amountRole == .credit ? .credit : nil)
    let balance = try turned(try money(.balance, record, currency), .balance, by: balanceSide, record)
    let stated = try turned(given, amountRole, by: side.word, record)
    guard let full = stated ?? balance else {
      throw Refusal(
        line: record.line,
        column: columns.name(.amount) ?? columns.name(.debit) ?? columns.name(.balance),
        reason: "The amount is missing.")
    }
    let amount = Money(minor: full, currency)
    explain(type, .documentType, DocumentWord.self, record, amount)
    if type.word != .creditNote || names.types[status.unexplained] == nil {
      explain(status, .status, StatusWord.self, record, amount)
    }
    explain(payment, .paymentStatus, StatusWord.self, record, amount)
    explain(side, .side, SideWord.self, record, amount)
    explain(isOpen.told(record, columns, scanner), .isOpen, Answer.self, record, amount)
    explain(isPaid.told(record, columns, scanner), .isPaid, Answer.self, record, amount)
    let isSided = side.word != nil || amountRole == .credit || (amountRole == .debit && given != nil)
    let isNamedCredit = !isSided && (type.word == .creditNote || type.word == .payment)
    let isCredit = isNamedCredit || full < 0 || (full == 0 && (balance ?? 0) < 0)
    if isCredit, !isNamedCredit {
      try checkSigns(
        record, amountRole, full: full, balance: balance, isTold: isSided)
    }
    let open = try open(
      record, currency, full: full, balance: balance, isCredit: isCredit,
      isToldPaid: status.word == .paid || payment.word == .paid,
      isToldPartial: status.word == .partial || payment.word == .partial)
    let told = columns[.balance] != nil ? open ?? abs(full) : abs(full)
    count(isCredit ? -told : columns[.balance] == nil && full < 0 ? full : told, currency)
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
    // A credit note is one wherever the file says so; short words may be anything, such as a state of the union.
    guard case .nothing = type, status.unexplained.folded.utf8.count >= 5,
      names.types[status.unexplained] == .creditNote
    else { return type }
    return .word(.creditNote)
  }

  /// Whether a line is nothing that a customer owes or has paid, which is counted then: a bill, a draft, a voided document, a
  /// payment that did not come.
  func isLeftOut(_ record: Record) -> Bool {
    guard let role = Self.leavingOut.first(where: { columns[$0] != nil && isLeftOut(record, by: $0) }) else {
      return false
    }
    note(\.ignored, role, record)
    return true
  }

  private static let leavingOut: [ColumnRole] = [.status, .paymentStatus, .documentType]

  private func isLeftOut(_ record: Record, by role: ColumnRole) -> Bool {
    switch (role, kind) {
    case (.documentType, .customers): false
    case (.documentType, _): types.told(record, columns, scanner).word == .ignored
    case (.status, .payments): receipts.told(record, columns, scanner).word == .missing
    case (_, .payments): paymentReceipts.told(record, columns, scanner).word == .missing
    case (.status, _): isUnowed(statuses.told(record, columns, scanner).word)
    default: isUnowed(paymentStatuses.told(record, columns, scanner).word)
    }
  }

  private func isUnowed(_ word: StatusWord?) -> Bool { word == .cancelled || word == .draft }

  /// The full amount and the column that tells it: one amount, or one of debit and credit, which also tell the side of an
  /// amount beside them.
  private func stated(_ record: Record, _ currency: Currency) throws(Refusal) -> (ColumnRole, Int64?) {
    let (debit, credit) = (
      try money(.debit, record, currency) ?? 0, try money(.credit, record, currency) ?? 0
    )
    guard debit == 0 || credit == 0 else {
      throw Refusal(
        line: record.line, column: columns.name(.credit),
        reason: "The line has a debit and a credit, so that nobody can say what it is. Correct the export.")
    }
    guard credit >= 0 else {
      throw Refusal(
        line: record.line, column: columns.name(.credit),
        reason:
          "A credit of \(text(.credit, record) ?? "less than nothing") may be a credit or one taken back. Write debits and "
          + "credits without a sign, or leave one of the columns out with --ignore.")
    }
    let role: ColumnRole = columns[.amount] != nil ? .amount : .lineAmount
    if columns[role] != nil {
      let amount = try money(role, record, currency)
      return credit > 0 ? (.credit, amount.map { -abs($0) }) : (role, amount)
    }
    if credit > 0 { return (.credit, -credit) }
    return (.debit, field(.debit, record) == nil && field(.credit, record) == nil ? nil : debit)
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
    isToldPaid: Bool, isToldPartial: Bool
  ) throws(Refusal) -> Int64? {
    if let balance {
      if isCredit { return abs(balance) }
      if balance > 0, isToldPaid {
        throw Refusal(
          line: record.line, column: columns.name(.status) ?? columns.name(.paymentStatus),
          reason:
            "This says that it is paid, and \(text(.balance, record) ?? "something") is open. Correct the export, or leave "
            + "one of the columns out with --ignore.")
      }
      if balance < 0 {
        note(\.overpaid, .balance, record)
      }
      return balance
    }
    let whole = abs(full)
    // A day of payment says by itself that there was one.
    let isDecided = field(.settled, record) != nil
    let isPaid = isPaid.told(record, columns, scanner).word == .yes
    let isClosed = isOpen.told(record, columns, scanner).word == .no
    if !isDecided, isPaid || isClosed { return 0 }
    switch paidAmount.told(record, columns, scanner).word {
    case .yes?: return isDecided ? nil : 0
    case .no?: break
    case nil:
      if let cell = field(.paidAmount, record), cell.end - cell.start == 1, scanner.bytes[cell.start] == 0x31
      {
        throw Refusal(
          line: record.line, column: columns.name(.paidAmount),
          reason: "\"1\" may be an amount or a yes. Write 1.00 or yes, or leave the column out with --ignore."
        )
      }
      guard let paid = try money(.paidAmount, record, currency) else { break }
      if abs(paid) > whole, !isCredit {
        note(\.overpaid, .paidAmount, record)
      }
      return isCredit ? whole - min(abs(paid), whole) : whole - abs(paid)
    }
    if !isDecided, isToldPaid { return 0 }
    if isToldPartial {
      throw Refusal(
        line: record.line, column: columns.name(.status) ?? columns.name(.paymentStatus),
        reason:
          "This says that a part is paid, and nothing says how much is open. Export the open amount too.")
    }
    return asOf == nil ? nil : whole
  }
}

extension RowReader {
  /// Counts what was taken of a line, for the totals of the file.
  func count(_ amount: Int64, _ currency: Currency) {
    guard totalled != nil else { return }
    totals.add(amount, currency)
    lastAmountCurrency = currency
  }

  /// Keeps a word of the line that nobody has explained, with its amount.
  func explain<Told, Word: RawRepresentable & CaseIterable>(
    _ told: WordColumn<Told>.Told, _ role: ColumnRole, _ answers: Word.Type, _ record: Record, _ amount: Money
  ) where Word.RawValue == String {
    guard case .unexplained(let text) = told else { return }
    unexplained.add(text, role, record, amount, columns, answers: Word.allCases.map(\.rawValue))
  }
}
