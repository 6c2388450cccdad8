import Receivables

/// Takes what a reader finds: keeps statements, hands entries on or keeps them, and adds up.
struct StatementSink {
  /// What was read so far; the last may still be open.
  private(set) var statements: [BankStatement] = []
  /// Who hears of each entry; nil when statements keep them.
  private let each: ((BankEntry) throws(Refusal) -> Void)?
  /// Those of the open statement. They stand apart from it, so that readers can look at it without a copy of them.
  private var entries: [BankEntry] = []
  private var warnings: [StatementWarning] = []
  /// Minor units of the open statement's entries in its currency.
  private var sum: Int64 = 0
  private var isOpen = false

  init(each: ((BankEntry) throws(Refusal) -> Void)?) { self.each = each }

  /// The statement that is being read, without its entries.
  var open: BankStatement? { isOpen ? statements.last : nil }

  /// A statement begins.
  mutating func begin(_ statement: BankStatement) {
    statements.append(statement)
    sum = 0
    isOpen = true
  }

  /// Changes what is said of the statement that is being read.
  mutating func change(_ change: (inout BankStatement) -> Void) {
    guard isOpen else { return }
    change(&statements[statements.count - 1])
  }

  /// Something to look at in the last statement, open or not.
  mutating func warn(_ warning: StatementWarning) {
    if isOpen {
      warnings.append(warning)
    } else if !statements.isEmpty {
      statements[statements.count - 1].warnings.append(warning)
    }
  }

  /// A booking of `amount`, and the entries that it is told as. Throws `Refusal` when the sum does not fit.
  mutating func add(_ amount: Money, line: Int, _ entries: [BankEntry]) throws(Refusal) {
    guard isOpen else { return }
    let place = statements.count - 1
    if amount.currency == statements[place].currency ?? amount.currency {
      statements[place].currency = amount.currency
      sum = try StatementAmount.sum(sum, amount.minor, line: line)
    } else {
      warnings.append(.otherCurrency(line: line, amount: amount))
    }
    guard let each else {
      self.entries += entries
      return
    }
    for entry in entries { try each(entry) }
  }

  /// The statement ends: its balances are compared with what came between.
  mutating func end() {
    guard isOpen else { return }
    isOpen = false
    let place = statements.count - 1
    statements[place].entries = entries
    statements[place].warnings += warnings
    entries = []
    warnings = []
    guard let opening = statements[place].opening, let closing = statements[place].closing,
      opening.currency == closing.currency, statements[place].currency == opening.currency
    else { return }
    let (found, overflows) = opening.minor.addingReportingOverflow(sum)
    if overflows || found != closing.minor {
      let entries = Money(minor: sum, opening.currency)
      statements[place].warnings.append(.balances(opening: opening, entries: entries, closing: closing))
    }
  }
}
