import Receivables
import SQLEngine
import Testing

@testable import Ledger

/// Which invoice of the book a line means, where its number alone does not tell.
struct InvoiceIdentityTests {
  private static func day(_ text: String) throws -> CalendarDay { try #require(CalendarDay(iso: text)) }

  private static func invoice(
    _ number: String, _ issued: String, due: String, _ amount: Int64, open: Int64? = nil, line: Int = 2
  ) throws -> IncomingRow {
    var row = try IncomingRow.invoice(number, line: line)
    row.document?.issued = try day(issued)
    row.document?.due = try day(due)
    row.document?.amount.minor = amount
    row.document?.open = open
    return row
  }

  /// Each invoice as `"17 2025-03-31 100"`, by number.
  private static func books(_ bench: ImportBench) throws -> [String] {
    try bench.account().invoices.map { "\($0.number) \($0.due.iso) \($0.original.minor)" }.sorted()
  }

  @Test("in two files and in one, in either order", arguments: [true, false], [true, false])
  func numbersThatRestartAreNewDocuments(isTogether: Bool, isReversed: Bool) throws {
    let bench = try ImportBench()
    var rows = try [
      Self.invoice("17", "2025-03-01", due: "2025-03-31", 100),
      Self.invoice("17", "2026-03-01", due: "2026-03-31", 250, line: 3),
    ]
    if isReversed { rows.reverse() }
    let result: ImportResult
    if isTogether {
      result = try bench.take(rows)
    } else {
      try bench.take([rows[0]])
      result = try bench.take([rows[1]])
    }
    #expect(result.notes.restarted.count == 1)
    let first = isReversed && !isTogether ? ["17 (2025-03-01)", "17"] : ["17", "17 (2026-03-01)"]
    #expect(
      try Self.books(bench) == ["\(first[0]) 2025-03-31 100", "\(first[1]) 2026-03-31 250"].sorted())
    let again = try bench.take(rows)
    #expect(again.isUnchanged && again.notes.restarted.count == 0)
  }

  @Test func whatChangesSoonerIsACorrectionAndTold() throws {
    let bench = try ImportBench()
    try bench.take([try Self.invoice("17", "2026-03-01", due: "2026-03-31", 100)])
    let result = try bench.take([try Self.invoice("17", "2026-03-09", due: "2026-04-08", 110)])
    #expect(result.invoices.changed == 1 && result.notes.corrected.count == 1)
    #expect(try Self.books(bench) == ["17 2026-04-08 110"])
  }

  @Test func aPaymentGoesToTheNamesakeThatIsOpen() throws {
    let bench = try ImportBench()
    let rows = try [
      Self.invoice("17", "2025-03-01", due: "2025-03-31", 100, open: 0),
      Self.invoice("17", "2026-03-01", due: "2026-03-31", 250, line: 3),
    ]
    try bench.take(rows)
    let payment = try IncomingRow.credit("P", for: [IncomingApplication(invoice: "17", amount: 90)])
    for _ in 1...2 { try bench.take([payment]) }
    let file = try bench.account()
    let later = try #require(file.invoices.first { $0.original.minor == 250 })
    #expect(file.applications.filter { $0.invoice == later.id }.map(\.amount) == [90])
  }

  @Test("in any order", arguments: [[0, 1, 2], [2, 1, 0], [1, 2, 0]])
  func instalmentsAreOneDocumentForEachDueDate(order: [Int]) throws {
    let bench = try ImportBench()
    let rows = try [
      Self.invoice("A", "2026-09-02", due: "2026-10-02", 3_000, open: 3_000),
      Self.invoice("A", "2026-09-02", due: "2026-11-02", 3_000, open: 2_000),
      Self.invoice("A", "2026-09-02", due: "2026-12-02", 3_000, open: 3_000),
    ]
    let result = try bench.take(order.map { rows[$0] })
    let all = ["A (2026-11-02) 2026-11-02 3000", "A (2026-12-02) 2026-12-02 3000", "A 2026-10-02 3000"]
    #expect(try Self.books(bench) == all)
    #expect(result.notes.instalments.count == 2)
    // The first is paid: the second is still the second, also alone and put off.
    var second = rows[1]
    let again = try bench.take([second, rows[2]])
    #expect(again.isUnchanged)
    second.document?.due = try Self.day("2026-11-09")
    let later = try bench.take([rows[0], second])
    #expect(later.invoices.changed == 1)
    #expect(try Self.books(bench).contains("A (2026-11-02) 2026-11-09 3000"))
  }

  @Test func partsThatTellNoBalanceAreRefused() throws {
    let bench = try ImportBench()
    #expect(throws: ImportError.self) {
      try bench.take([
        try Self.invoice("A", "2026-09-02", due: "2026-10-02", 3_000),
        try Self.invoice("A", "2026-09-02", due: "2026-11-02", 3_000, line: 3),
      ])
    }
  }

  @Test func leadingZerosSideBySideTellDocumentsApart() throws {
    let bench = try ImportBench()
    let rows = try [
      Self.invoice("0012", "2026-09-02", due: "2026-10-02", 10),
      Self.invoice("12", "2026-09-20", due: "2026-10-20", 20, line: 3),
    ]
    let result = try bench.take(rows)
    #expect(try Self.books(bench) == ["0012 2026-10-02 10", "12 2026-10-20 20"])
    #expect(result.notes.apart.count == 1)
    #expect(try bench.take(rows.reversed()).isUnchanged)
    // One system writes the zeros and the other does not: the same.
    let other = try ImportBench()
    try other.take([rows[0]])
    #expect(try other.take([try Self.invoice("12", "2026-09-02", due: "2026-10-02", 10)]).isUnchanged)
  }
}

extension ImportBench {
  /// The only account.
  fileprivate func account() throws -> AccountFile {
    var found: [AccountFile] = []
    try ledger.forEachAccount { file in
      found.append(file)
      return true
    }
    return try #require(found.first)
  }
}

/// Invoices that a list has under another number.
struct RenumberingTests {
  private static func row(_ number: String, _ amount: Int64 = 100, line: Int = 2) throws -> IncomingRow {
    var row = try IncomingRow.invoice(number, line: line)
    row.document?.amount.minor = amount
    return row
  }

  private static func numbers(_ bench: ImportBench) throws -> [String] {
    try bench.account().invoices.map { ([$0.number] + $0.formerNumbers).joined(separator: " < ") }
  }

  @Test func whatLeavesTheListWhileItsLikeComesIsRenumbered() throws {
    let bench = try ImportBench()
    let (first, second) = (0, 5)
    try bench.take([try Self.row("A1"), try Self.row("A2", 200, line: 3)], snapshot: first)
    let list = [try Self.row("A1"), try Self.row("A2-R1", 200, line: 3)]
    let result = try bench.take(list, snapshot: second)
    #expect(try Self.numbers(bench) == ["A1", "A2-R1 < A2"])
    #expect(result.notes.renumbered.count == 1 && result.invoices.closed == 0)
    #expect(try bench.account().applications.isEmpty)
    #expect(try bench.take(list, snapshot: second).isUnchanged)
    // A payment may still call it by the number that it had.
    try bench.take([try IncomingRow.credit("P", for: [IncomingApplication(invoice: "A2", amount: 90)])])
    #expect(try bench.account().applications.map(\.amount) == [90])
  }

  @Test("whatever the order of the lines", arguments: [false, true])
  func likeInvoicesArePairedInTheOrderOfTheirNumbers(isReversed: Bool) throws {
    let bench = try ImportBench()
    try bench.take([try Self.row("A"), try Self.row("B", line: 3)], snapshot: 0)
    let list = [try Self.row("X"), try Self.row("Y", line: 3)]
    try bench.take(isReversed ? list.reversed() : list, snapshot: 5)
    #expect(try Self.numbers(bench) == ["X < A", "Y < B"])
  }

  @Test("another amount, or no list", arguments: [true, false])
  func othersAreNewInvoices(isList: Bool) throws {
    let bench = try ImportBench()
    try bench.take([try Self.row("A")], snapshot: 0)
    let result = try bench.take(
      [try Self.row("X", isList ? 99 : 100)], snapshot: isList ? 5 : nil, yes: true)
    #expect(result.invoices.added == 1 && result.notes.renumbered.count == 0)
  }
}

/// Documents that come again as void, cancelled or a draft.
struct CancellingTests {
  private static func cancelled(_ row: IncomingRow) -> IncomingRow {
    var row = row
    row.document?.isCancelled = true
    row.document?.assumed = [.amount, .issued, .due]
    return row
  }

  private static func open(_ bench: ImportBench) throws -> Int64 {
    let file = try bench.account()
    return file.invoices.map(\.original.minor).reduce(0, +) - file.applications.map(\.amount).reduce(0, +)
  }

  @Test func whatIsCancelledClosesWithoutMoney() throws {
    let bench = try ImportBench()
    let rows = [try IncomingRow.invoice("A"), try IncomingRow.invoice("B", line: 3)]
    try bench.take(rows)
    let result = try bench.take([rows[0], Self.cancelled(rows[1])])
    #expect(result.invoices.closed == 1 && result.invoices.unchanged == 1)
    #expect(result.notes.cancelled.count == 1)
    let applications = try bench.account().applications
    #expect(applications.map(\.source) == [.cancelled] && !applications[0].isMoney)
    #expect(try bench.take([rows[0], Self.cancelled(rows[1])]).isUnchanged)
    let back = try bench.take(rows)
    #expect(back.invoices.changed == 1)
    #expect(try Self.open(bench) == 200)
    #expect(try bench.take(rows).isUnchanged)
  }

  @Test func aListThatLeftItOutDidNotKnowThatNobodyPaid() throws {
    let bench = try ImportBench()
    let rows = [try IncomingRow.invoice("A"), try IncomingRow.invoice("B", line: 3)]
    try bench.take(rows, snapshot: 0)
    try bench.take([rows[0]], snapshot: 5, yes: true)
    #expect(try bench.account().applications.map(\.source) == [.cleared])
    try bench.take([rows[0], Self.cancelled(rows[1])], day: 6)
    #expect(try bench.account().applications.map(\.source) == [.cancelled])
  }

  @Test func whatTheBookDoesNotHaveMakesNoCustomer() throws {
    let bench = try ImportBench()
    let result = try bench.take([Self.cancelled(try IncomingRow.invoice("A"))])
    #expect(result.isUnchanged && result.notes.cancelled.count == 0)
    #expect(try bench.ledger.connection.first("select count(*) from account") { $0.int(0) } == 0)
  }

  @Test(arguments: [IncomingDocument.Kind.payment, .creditNote])
  func aCreditThatIsCancelledHasPaidNothing(_ kind: IncomingDocument.Kind) throws {
    let bench = try ImportBench()
    let payment = try IncomingRow.credit(
      "P", kind: kind, for: [IncomingApplication(invoice: "A", amount: 60)])
    try bench.take([try IncomingRow.invoice("A")])
    try bench.take([payment])
    #expect(try Self.open(bench) == 40)
    let result = try bench.take([Self.cancelled(payment)])
    #expect(result.payments.closed == 1)
    #expect(try Self.open(bench) == 100)
    #expect(try bench.account().credits.allSatisfy { $0.spent != nil })
    #expect(try bench.take([Self.cancelled(payment)]).isUnchanged)
  }
}
