import Receivables
import SQLEngine
import Testing

@testable import Ledger

/// One customer and one invoice, however their numbers are spelt; and what is told of those that only look the same.
struct NumberKeyTests {
  @Test func whatNobodySeesMakesNoSecondCustomerAndNoSecondInvoice() throws {
    let bench = try ImportBench()
    try bench.take([.invoice("INV1", of: "C001")])
    let again = try bench.take([.invoice("INV1\u{A0}", of: "C001\u{200B}")])
    #expect(again.isUnchanged && again.notes.sentences == [])
    #expect(try bench.open() == ["INV1": 100])
    #expect(try bench.ledger.accountID(number: "\u{FEFF}C001") == bench.ledger.accountID(number: "C001"))
    let payment = try IncomingRow.credit(
      "P", of: "C001", for: [IncomingApplication(invoice: "ＩＮＶ1", amount: 100)])
    #expect(try bench.take([payment]).notes.unknownInvoices.count == 0)
    #expect(try bench.open() == ["INV1": 0])
  }

  @Test("in the book or in one file, whichever comes first", arguments: [true, false], [true, false])
  func aCustomerThatLooksLikeAnotherIsTold(isInBook: Bool, isPlainFirst: Bool) throws {
    let bench = try ImportBench()
    var rows = try [IncomingRow.invoice("1", of: "C001"), .invoice("2", of: "\u{421}001", line: 3)]
    if !isPlainFirst { rows.reverse() }
    if isInBook { try bench.take([rows.removeFirst()]) }
    let told = try bench.take(rows).notes.sentences
    let (line, what) =
      isPlainFirst
      ? (3, "customer \"\u{421}001\" (U+0421) beside \"C001\"")
      : (2, "customer \"C001\" beside \"\u{421}001\" (U+0421)")
    #expect(
      told == [
        "Numbers that look like another one and count as different: 1, first \(what) on line \(line)."
      ])
    #expect(try bench.take(rows).notes.sentences == [])
  }

  @Test(
    "in the book or in one file", arguments: [true, false],
    [("INV1", "inv1"), ("inv1", "INV1"), ("Inv1", "iNV1")])
  func anInvoiceThatLooksLikeAnotherOfTheCustomerIsTold(isInBook: Bool, numbers: (String, String)) throws {
    let bench = try ImportBench()
    try bench.take([.invoice("inv1", of: "2")])
    let first = try IncomingRow.invoice(numbers.0)
    let second = try IncomingRow.invoice(numbers.1, line: 3)
    if isInBook { try bench.take([first]) }
    let notes = try bench.take(isInBook ? [second] : [first, second]).notes
    #expect(
      notes.sentences == [
        "Numbers that look like another one and count as different: 1, first invoice \"\(numbers.1)\" beside "
          + "\"\(numbers.0)\" on line 3."
      ])
  }

  /// Keys as they were made before spaces beyond ASCII and format characters were left out.
  @Test func aBookOfAnEarlierVersionFindsItsDocumentsByTheNewKeys() throws {
    let books = try TestBooks()
    try books.addAccount("C001", due: [(1, 100)])
    let bench = ImportBench(ledger: books.ledger)
    try bench.ledger.roll(to: TestBooks.start)
    try bench.take([
      .invoice("INV1", of: "C001"), .invoice("Z", of: "D"), .credit("CN1", of: "C001", kind: .creditNote),
    ])
    try bench.ledger.write("make an older book") {
      let connection = bench.ledger.connection
      try connection.run(
        "update account set number = 'D\u{200B}', number_key = 'D\u{200B}' where number = 'D'")
      try connection.run(
        "update invoice set number = 'INV1\u{A0}' where number = 'INV1'")
      try connection.run("update credit set number = 'CN1\u{A0}'")
      try connection.run("update meta set value = 'older rules' where name = 'rules'")
    }
    let session = try books.shared()
    try session.ledger.roll(to: TestBooks.start)
    let later = ImportBench(ledger: session.ledger)
    let result = try later.take([
      .invoice("INV1", of: "C001"), .invoice("Z", of: "D"), .credit("CN1", of: "C001", kind: .creditNote),
    ])
    #expect(result.isUnchanged)
    #expect(try session.ledger.accountID(number: "D") != nil)
    // The numbers above were changed by hand.
    #expect(try session.ledger.verify().filter { $0.part != .books } == [])
  }

  /// Such a book may hold twins already: both stay, and the one that is spelled plainly goes on.
  @Test func twinsOfAnEarlierVersionBothStay() throws {
    let bench = try ImportBench()
    try bench.take([.invoice("INV1", of: "C001"), .invoice("INV2", of: "C001"), .invoice("X", of: "C002")])
    try bench.ledger.write("make an older book") {
      let connection = bench.ledger.connection
      try connection.run(
        "update account set number = 'C001\u{200B}', number_key = 'C001\u{200B}' where number = 'C002'")
      try connection.run(
        "update invoice set number = 'INV1\u{A0}' where number = 'INV2'")
      try connection.run("update meta set value = 'older rules' where name = 'rules'")
    }
    try bench.ledger.roll(to: TestBooks.start)
    #expect(try bench.take([.invoice("INV1", of: "C001", amount: 70)]).invoices.changed == 1)
    #expect(try bench.open() == ["INV1": 70, "INV1\u{A0}": 100, "X": 100])
    let plain = try #require(try bench.ledger.accountID(number: "C001"))
    let twin = try #require(try bench.ledger.accountID(number: "C001\u{200B}"))
    #expect(plain != twin)
    #expect(try bench.ledger.account(twin).invoices.map(\.number) == ["X"])
    #expect(try bench.ledger.verify().filter { $0.part != .books } == [])
  }
}
