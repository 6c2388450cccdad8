import Receivables
import Testing

@testable import Interchange

/// Sign, kind and status of a line come from what the file says; what nobody knows refuses it.
struct NothingGuessedTests {
  private static let head = "Customer,Invoice No,Date,Due Date,Amount,Type,Status,D/C\n"

  private static func file(
    _ type: String, _ status: String = "", _ side: String = "", amount: String = "100.00"
  )
    -> String
  {
    head + "A,1,2026-10-01,2026-10-31,\(amount),\(type),\(status),\(side)\n"
  }

  /// Kind, amount and what is open of the one document, as `"credit note 100.00"` or `"invoice 100.00, 0.00 open"`.
  private static func told(_ text: String) throws -> String {
    let read = try Sample.read(text)
    #expect(read.refused == [])
    return read.documents.map { document in
      let open = document.open.map { ", \(Money(minor: $0, document.amount.currency).text) open" } ?? ""
      return "\(document.kind.rawValue.replacing("_", with: " ")) \(document.amount.text)\(open)"
    }.joined(separator: "; ")
  }

  @Test(
    "a word for a kind of document decides, in every language, whatever the sign",
    arguments: [
      ("Invoice", "invoice"), ("Facture standard", "invoice"), ("Fattura", "invoice"),
      ("Finance Charge Memo", "invoice"),
      ("Customer Credit Note", "credit note"), ("Sales Credit Memo", "credit note"), ("Avoir", "credit note"),
      ("Stornorechnung", "credit note"), ("Nota de crédito", "credit note"), ("Creditnota", "credit note"),
      ("Unapplied Payment", "payment"), ("Payment Entry", "payment"),
      ("Zahlungseingang", "payment"), ("Règlement", "payment"), ("Betaling", "payment"),
      ("Journal Entry", "invoice"),
    ])
  func kind(_ word: String, _ kind: String) throws {
    #expect(try Self.told(Self.file(word)) == "\(kind) 100.00")
    if kind != "invoice" { #expect(try Self.told(Self.file(word, amount: "-100.00")) == "\(kind) 100.00") }
  }

  @Test(
    "what is taken back is told with its number, for a book that has it",
    arguments: [
      ("", "Voided", IncomingDocument.Kind.invoice), ("Credit Memo", "Storniert", .creditNote),
      ("Bill", "Voided", nil),
    ])
  func takenBack(_ type: String, _ status: String, _ kind: IncomingDocument.Kind?) throws {
    let row = try Sample.read(Self.file(type, status)).cancelled.first
    #expect(row?.document?.kind == kind)
    #expect(row.map { [$0.customer.number, $0.document?.number] } ?? ["A", "1"] == ["A", "1"])
  }

  @Test("an entry by hand is what its sign says")
  func signed() throws {
    #expect(try Self.told(Self.file("Journal Entry", amount: "-100.00")) == "credit note 100.00")
    #expect(try Self.told(Self.file("Saldovortrag", amount: "-100.00")) == "credit note 100.00")
    // A correction may go either way.
    #expect(try Self.told(Self.file("Faktura korygująca")) == "invoice 100.00")
    #expect(try Self.told(Self.file("Faktura korygująca", amount: "-30.00")) == "credit note 30.00")
  }

  @Test(
    "a word for a state decides",
    arguments: [
      ("Open", "invoice 100.00"), ("Überfällig", "invoice 100.00"),
      ("Not Paid", "invoice 100.00"), ("Impayée", "invoice 100.00"), ("Pendiente de pago", "invoice 100.00"),
      ("Bezahlt", "invoice 100.00, 0.00 open"), ("Payée", "invoice 100.00, 0.00 open"),
      ("Fully Paid", "invoice 100.00, 0.00 open"), ("Refunded", "invoice 100.00, 0.00 open"),
      ("Betald", "invoice 100.00, 0.00 open"),
      ("Entwurf", ""), ("Brouillon", ""), ("Storniert", ""), ("Written Off", ""), ("Uncollectible", ""),
      ("Reversed", ""),
      ("Anulowana", ""), ("Gutschrift", "credit note 100.00"),
    ])
  func status(_ word: String, _ told: String) throws {
    #expect(try Self.told(Self.file("", word)) == told)
    #expect(try Sample.read(Self.file("", word)).report.notes.ignored.count == (told.isEmpty ? 1 : 0))
  }

  @Test(
    "a column for the side decides the sign",
    arguments: [
      ("", "D", "100.00", "invoice 100.00"), ("", "C", "100.00", "credit note 100.00"),
      ("", "C", "-100.00", "credit note 100.00"), ("AB", "H", "100.00", "credit note 100.00"),
      ("DZ", "H", "100.00", "payment 100.00"), ("RV", "S", "100.00", "invoice 100.00"),
      ("DZ", "S", "100.00", "invoice 100.00"), ("", "Haben", "100.00", "credit note 100.00"),
      ("", "", "100.00", "invoice 100.00"),
    ])
  func side(_ type: String, _ side: String, _ amount: String, _ told: String) throws {
    #expect(try Self.told(Self.file(type, "", side, amount: amount)) == told)
  }

  @Test("an amount that contradicts its side is refused")
  func contradiction() throws {
    let refusal = try #require(Sample.refusal(Self.file("", "", "D", amount: "-100.00")))
    #expect(
      refusal.line == 2 && refusal.column == "Amount" && refusal.reason.contains("says that it is a debit"))
    let both = try #require(
      Sample.refusal("Customer,Invoice No,Date,Debit,Credit\nA,1,2026-10-01,5.00,3.00\n"))
    #expect(both.line == 2 && both.column == "Credit" && both.reason.contains("a debit and a credit"))
  }

  @Test("debits and credits in two columns")
  func twoColumns() throws {
    let text =
      "Customer,Invoice No,Date,Debit,Credit\nA,1,2026-10-01,5.00,\nA,2,2026-10-01,,3.00\nA,3,2026-10-01,,2.00\n"
    #expect(try Self.told(text) == "invoice 5.00; credit note 3.00; credit note 2.00")
  }

  @Test(
    "a column that answers with yes or no decides",
    arguments: [
      ("Paid", "TRUE", "invoice 100.00, 0.00 open"), ("Paid", "false", "invoice 100.00"),
      ("Paid", "60", "invoice 100.00, 40.00 open"), ("Open", "No", "invoice 100.00, 0.00 open"),
      ("Open", "Yes", "invoice 100.00"),
      ("Is paid", "1", "invoice 100.00, 0.00 open"), ("Bezahlt", "ja", "invoice 100.00, 0.00 open"),
    ])
  func answer(_ heading: String, _ cell: String, _ told: String) throws {
    #expect(
      try Self.told("Customer,Invoice No,Date,Amount,\(heading)\nA,1,2026-10-01,100.00,\(cell)\n") == told)
  }

  @Test("what is not owed need not be complete")
  func leftOut() throws {
    let read = try Sample.read(
      "Customer,Invoice No,Date,Amount,Currency,Status\nA,1,2026-10-01,5.00,EUR,Open\n,/,,n/a,,Draft\n,2,,,XYZ,Void\n"
    )
    #expect(read.refused == [] && read.documents.count == 1 && read.report.notes.ignored.count == 2)
  }

  @Test("a sum that cannot be told exactly is not told")
  func hugeSum() throws {
    let huge = "A,1,2026-10-01,90000000000000000.00,Mystery\n"
    let text = "Customer,Invoice No,Date,Amount,Type\n" + huge + huge.replacing("A,1", with: "A,2")
    let refusal = try #require(Sample.refusal(text))
    #expect(refusal.reason.hasPrefix("\"Mystery\" is not known: 2 lines. kept"))
  }

  @Test("a word that nobody knows refuses the file, with what depends on it and what it is probably")
  func unknown() throws {
    let text =
      Self.head
      + "A,1,2026-10-01,2026-10-31,10.00,Credit Note (EU),Open,\nA,2,2026-10-01,2026-10-31,2.50,Mystery,Open,\n"
      + "A,3,2026-10-01,2026-10-31,0.50,mystery,Wobbly,\nA,4,2026-10-01,2026-10-31,7.00,Invoice,,Q\n"
    let report = try Sample.read(text).report
    #expect(
      report.refused.map(\.description) == [
        #"line 2, column "Type": "Credit Note (EU)" is not known: 1 line, 10.00 USD, probably credit_note. kept import --word "Credit Note (EU)=…" says what it means: invoice, credit_note, payment, signed, ignored; --ignore "Type" leaves the column out."#,
        #"line 3, column "Type": "Mystery" is not known: 2 lines, 3.00 USD. kept import --word "Mystery=…" says what it means: invoice, credit_note, payment, signed, ignored; --ignore "Type" leaves the column out."#,
        #"line 4, column "Status": "Wobbly" is not known: 1 line, 0.50 USD. kept import --word "Wobbly=…" says what it means: open, partial, paid, cancelled, draft; --ignore "Status" leaves the column out."#,
        #"line 5, column "D/C": "Q" is not known: 1 line, 7.00 USD. kept import --word "Q=…" says what it means: debit, credit; --ignore "D/C" leaves the column out."#,
      ])
  }

  @Test("what somebody explained is known")
  func explained() throws {
    let text = Self.file("Mystery", "Wobbly")
    #expect(try #require(Sample.refusal(text)).line == 2)
    let words: [String: WordMeaning] = ["MYSTERY": .type(.creditNote), "Wobbly": .status(.open)]
    let read = try Sample.read(Array(text.utf8), words: words)
    #expect(read.refused == [] && read.documents.map(\.kind) == [.creditNote])
  }

  @Test(
    "a column that speaks of what decides is not passed over",
    arguments: [
      ("Customer,Invoice No,Date,Due Date,Total,Reste dû client", "5.00", "Reste dû client", "open amount"),
      ("Customer,Invoice No,Date,Total,InvoiceDueOn", "2026-10-31", "InvoiceDueOn", "due date"),
      ("Customer,Invoice No,Date,Total,Währung des Belegs", "EUR", "Währung des Belegs", "currency"),
      ("Customer,Invoice No,Date,Total,Soll oder Haben?", "S", "Soll oder Haben?", "side of the amount"),
    ])
  func telling(_ headings: String, _ cell: String, _ column: String, _ what: String) throws {
    let count = headings.split(separator: ",").count
    let line = ["A", "1", "2026-10-01", "2026-10-31", "5.00"].prefix(count - (count == 6 ? 1 : 2))
    let cells = count == 6 ? Array(line) : Array(line) + ["5.00"]
    let text = headings + "\n" + (cells + [cell]).joined(separator: ",") + "\n"
    let refusal = try #require(Sample.refusal(text))
    #expect(
      refusal.column == column
        && refusal.reason.hasPrefix("This speaks of the \(what), and no column is known"))
    // Nothing in it, or left out by name.
    #expect(Sample.refusal(headings + "\n" + (cells + [""]).joined(separator: ",") + "\n") == nil)
    #expect(try Sample.read(Array(text.utf8), ignored: [column]).refused == [])
  }

  @Test("a list of balances is no list of customers")
  func balances() throws {
    let refusal = try #require(
      Sample.refusal("Customer ID,Customer Name,Phone,Outstanding Balance\nC1,One,555-0100,1500\n"))
    #expect(
      refusal.column == "Outstanding Balance"
        && refusal.reason.contains("no list of customers. Export the open invoices"))
  }

  @Test("a currency stands in a heading, and no slip is one")
  func currencies() throws {
    for heading in ["Amount (EUR)", "amount_eur", "Amount EUR"] {
      let read = try Sample.read("Customer,Invoice No,Date,\(heading)\nA,1,2026-10-01,5.00\n")
      #expect(read.documents.map(\.amount.description) == ["5.00 EUR"])
    }
    let two = try #require(
      Sample.refusal("Customer,Invoice No,Date,Amount (EUR),Balance (USD)\nA,1,2026-10-01,5.00,5.00\n"))
    #expect(two.column == "Balance (USD)" && two.reason.contains("One heading tells EUR, this one USD"))
    let signs = try Sample.read(
      "Customer,Invoice No,Date,Amount\nA,1,2026-10-01,\"₹1,23,456.00\"\nA,2,2026-10-01,5.00\n")
    #expect(signs.documents.map(\.amount.description) == ["123 456.00 INR", "5.00 INR"])
    let mixed = try #require(
      Sample.refusal("Customer,Invoice No,Date,Amount\nA,1,2026-10-01,€5.00\nA,2,2026-10-01,£5.00\n"))
    #expect(mixed.line == 2 && mixed.reason.contains("is not in USD"))
    let local = try Sample.read(
      "Customer,Invoice No,Date,Amount,Amount (LCY),Currency Code\nA,1,2026-10-01,5.00,5.00,\nA,2,2026-10-01,5.00,6.00,EUR\n"
    )
    #expect(
      local.documents.map(\.amount.description) == ["5.00 USD", "5.00 EUR"]
        && local.file.localCurrency?.code == "USD")
    let slip = try #require(
      Sample.refusal("Customer,Invoice No,Date,Amount,Currency\nA,1,2026-10-01,5.00,EUO\n"))
    #expect(slip.line == 2 && slip.column == "Currency")
  }

  @Test(
    "what may mean two things is refused with its line",
    arguments: [
      ("Amount,Status", "100.00,Partially paid", "Status", "nothing says how much is open"),
      ("Amount,Paid", "100.00,1", "Paid", "may be an amount or a yes"),
      ("Debit,Credit", "0.00,-20.00", "Credit", "may be a credit or one taken back"),
      (
        "Amount,Open", "100.00,40.00", "Open",
        "is not known: 1 line, 100.00 USD. kept import --word \"40.00=…\" says what it means: yes, no;"
      ),
      ("Amount,Is Paid", "100.00,✓", "Is Paid", "is not known"),
      ("Amount,D/C", "100.00,-", "D/C", "is not known"),
      ("Amount,Document Status", "100.00,Completed", "Document Status", "is not known"),
      ("Amount,Payment Status", "100.00,Failed", "Payment Status", "is not known"),
      ("Amount,Voided", "100.00,TRUE", "Voided", "This speaks of the status"),
      ("Debit,Credit,Balance", "100.00,,100.00", "Balance", "may run from line to line"),
    ])
  func twofold(_ headings: String, _ cells: String, _ column: String, _ words: String) throws {
    let refusal = try #require(
      Sample.refusal("Customer,Invoice No,Date,\(headings)\nA,1,2026-10-01,\(cells)\n"))
    #expect(refusal.column == column && refusal.reason.contains(words), "\(refusal)")
  }

  @Test(
    "debit and credit columns tell the side of amounts beside them, and of what is open",
    arguments: [
      ("Amount,Debit,Credit", "100.00,,100.00", "credit note 100.00"),
      ("Type,Debit,Credit", "Payment,100.00,", "invoice 100.00"),
      ("Type,Debit,Credit", "Payment,,100.00", "payment 100.00"),
      ("Debit,Credit,Open amount", ",100.00,40.00", "credit note 100.00, 40.00 open"),
    ])
  func sideOfColumns(_ headings: String, _ cells: String, _ told: String) throws {
    #expect(try Self.told("Customer,Invoice No,Date,\(headings)\nA,1,2026-10-01,\(cells)\n") == told)
  }

  @Test(
    "money that did not come is no payment",
    arguments: [
      ("Payment Status", "Failed", ""), ("Payment Status", "Pending", ""),
      ("Status", "Cleared", "payment 100.00"),
      ("D/C", "C", "payment 100.00"), ("D/C", "S", "payment -100.00"), ("Type", "Check", "payment 100.00"),
      ("Type", "Credit Memo", "credit note 100.00"),
    ])
  func receipts(_ heading: String, _ cell: String, _ told: String) throws {
    let text = "Customer,Payment No,Payment Date,Payment Amount,\(heading)\nA,1,2026-10-01,100.00,\(cell)\n"
    #expect(try Self.told(text) == told)
  }

  @Test(
    "a refund or an invoice in a list of payments is asked about",
    arguments: ["Refund", "Invoice", "Mystery"])
  func noReceipts(_ type: String) throws {
    let text = "Customer,Payment No,Payment Date,Payment Amount,Type\nA,1,2026-10-01,100.00,\(type)\n"
    #expect(try #require(Sample.refusal(text)).column == "Type")
  }

  @Test("a million strange words cost no more than the first of them")
  func manyWords() throws {
    let lines = (0..<4_000).map {
      "A,\($0),2026-10-01,5.00,word \($0 &* 7_919) \(String(repeating: "x", count: 500))\n"
    }
    let start = ContinuousClock.now
    let read = try Sample.read("Customer,Invoice No,Date,Amount,Type\n" + lines.joined())
    #expect(read.report.unexplained.count == 25)
    #expect(ContinuousClock.now - start < .seconds(20))
  }
}

/// Lines of a report that are no documents.
struct FurnitureTests {
  private static func customers(_ rows: String...) throws -> [String] {
    let read = try Sample.read(
      "Customer,Invoice No,Date,Due Date,Balance\n" + rows.joined(separator: "\n") + "\n")
    #expect(read.refused == [])
    return read.rows.map { "\($0.customer.number) \($0.document?.number ?? "")" }
  }

  @Test("headings and page numbers stand again on every page")
  func pages() throws {
    #expect(
      try Self.customers(
        "A,1,2026-10-01,2026-10-31,5.00", "Page 1 of 2,,,,", "Customer,Invoice No,Date,Due Date,Balance",
        "B,2,2026-10-01,2026-10-31,5.00", "Seite 2,,,,") == ["A 1", "B 2"])
    let named = try Sample.read(
      ",Invoice No,Date,Due Date,Balance\nPage 7 Books,,,,\n,1,2026-10-01,2026-10-31,5.00\nTotal for Page 7 Books,,,,\n"
    )
    #expect(named.rows.map(\.customer.number) == ["Page 7 Books"] && named.report.notes.totals.count == 1)
  }

  @Test("a customer whose name begins like a total is a customer")
  func names() throws {
    let read = try Sample.read(
      ",Invoice No,Date,Due Date,Balance\nSummit Ltd,,,,\n,1,2026-10-01,2026-10-31,5.00\nTotal Summit Ltd,,,,5.00\n"
        + "Total Energies,,,,\n,2,2026-10-01,2026-10-31,5.00\nTotal Energies,,,,5.00\nTotal,,,,10.00\n")
    #expect(read.refused == [])
    #expect(read.rows.map(\.customer.number) == ["Summit Ltd", "Total Energies"])
  }

  @Test(
    "a blank customer is the one above where the whole file has it so",
    arguments: [
      (["A", "", "B", "", ""], ["A", "A", "B", "B", "B"]),
      (["A", "B", "", "A", ""], ["A", "B", "B", "A", "A"]),
      (["A", "A", "", "B"], []), (["", "A", ""], []), (["A", "", "A", ""], []),
    ])
  func above(_ cells: [String], _ customers: [String]) throws {
    let rows =
      cells.enumerated().map { "\($0.element),\($0.offset),2026-10-01,2026-10-31,5.00" } + ["Total,,,,25.00"]
    let text = "Customer,Invoice No,Date,Due Date,Balance\n" + rows.joined(separator: "\n") + "\n"
    let read = try Sample.read(text)
    #expect(read.rows.map(\.customer.number) == customers)
    #expect(
      customers.isEmpty
        == (read.report.refused.first?.reason == "The line does not say which customer it belongs to."))
    if !customers.isEmpty { #expect(read.report.notes.carried.count == cells.count { $0.isEmpty }) }
  }

  @Test("a dash is zero, and a time behind a date is left out")
  func cells() throws {
    let read = try Sample.read(
      "Customer,Invoice No,Date,Due Date,Balance\nA,1,15-Oct-2026 10:02,14-Nov-2026 10:02 PM, - \nA,2,15 Oct 2026,14 Nov 2026,–\nA,3,15 Oct 2026,14 Nov 2026,\" - \"\n"
    )
    #expect(read.refused == [] && read.documents.map(\.open) == [0, 0, 0])
    #expect(read.documents.map(\.due.iso) == ["2026-11-14", "2026-11-14", "2026-11-14"])
  }
}
