import Ledger
import Receivables
import Testing
import Workbench

@testable import Commands

/// What the import screen is told of a file, and what becomes of the answers.
struct ImportSightingTests {
  private let book: ImportedBook

  init() throws { book = try ImportedBook() }

  private func sight(_ path: String, _ answers: ImportAnswers = ImportAnswers()) throws -> ImportSight {
    let day = try #require(CalendarDay(iso: "2026-11-20"))
    try book.ledger.work(
      on: day, wall: day, signed: Signature(at: Instant(milliseconds: 0), actor: "ann", host: "desk"))
    return try ImportSighting(ledger: book.ledger, today: day, collector: "ann") { _, _ in true }
      .sight(path, answers)
  }

  @Test("headings, words and language that nobody foresaw are asked about, and then known for good")
  func foreign() throws {
    let head = "Bedrijf;Stuk;Soortje;Dag;Uiterlijk;Som\n"
    let path = try book.write(
      head + "Acme BV;F-1;Rekening;13-10-2026;31-10-2026;1.200,00\nBerk NV;F-3;Tegoedbon;14-10-2026;;50,00\n")
    var answers = ImportAnswers()
    var asked: [String] = []
    while let question = try sight(path, answers).questions.first {
      asked.append(question.text)
      try #require(asked.count < 20)
      let wanted = ["\"Tegoedbon\"": "credit note", "Soortje": "invoice"]
        .first { question.text.hasPrefix($0.key) }?.value
      let choice = question.choices.first { wanted.map($0.title.hasPrefix) ?? true }
      answers.add(try #require(choice).answer)
    }
    #expect(
      asked == [
        "Which column tells the account number or the customer name?",
        "Which column tells the full amount or the open amount?", "Which column tells the document date?",
        "Which column tells the document number?", "Which column tells the due date?",
        "Soortje has Rekening, Tegoedbon. What is Rekening?",
        "Nothing tells the currency of the amounts. Which one is it?",
        "\"Tegoedbon\" under Soortje: 1 line, 50.00 USD, first line 3. What is it?",
      ])
    let ready = try sight(path, answers)
    #expect(ready.canBeTaken && ready.counts.contains("invoices: 1 added, 0 changed, 0 unchanged"))
    #expect(ready.rows.map { $0[1] } == ["invoice", "credit note"])
    // Nothing of it is stored by looking.
    #expect(try book.billed() == [:])
    try take(path, answers)
    #expect(try book.billed() == ["USD": 120_000])
    let next = try book.write(head + "Acme BV;F-9;Tegoedbon;20-10-2026;20-10-2026;7,00\n", to: "next.csv")
    #expect(try sight(next).questions == [])
  }

  @Test("three questions take in a form of another language, and then it is known for good")
  func three() throws {
    let head = "Asiakas;Laskunro;Laji;Laskupvm;Eräpvm;Avoinna;Raha\n"
    let path = try book.write(
      head + "Kuusi Oy;L-1;Lasku;1.9.2026;1.10.2026;1200,50;EUR\n"
        + "Mänty Ab;L-2;Hyvitys;15.9.2026;15.9.2026;-100,00;EUR\n"
        + "Kuusi Oy;L-3;Lasku;2.9.2026;2.10.2026;50,00;EUR\n")
    var answers = ImportAnswers()
    var asked: [String] = []
    while let question = try sight(path, answers).questions.first {
      asked.append(question.text)
      answers.add(question.choices[0].answer)
    }
    #expect(
      asked.count == 3 && asked[0].contains("Avoinna (1200,50) the open amount, Raha (EUR) the currency"),
      "\(asked)")
    #expect(
      try sight(path, answers).rows.map { $0[1] + " " + $0[5] } == [
        "invoice 1 200.50 EUR", "credit note 100.00 EUR", "invoice 50.00 EUR",
      ])
    try take(path, answers)
    let next = try book.write(head + "Kuusi Oy;L-4;Lasku;2.9.2026;2.10.2026;7,00;EUR\n", to: "next.csv")
    #expect(try sight(next).questions == [])
  }

  @Test("columns that are not what they look like are asked for one after the other")
  func oneByOne() throws {
    let path = try book.write(
      "Asiakasnro;Asiakas;Laskunro;Pvm;Eräpvm;Avoinna\n1001;Kuusi Oy;L-1;1.9.2026;1.10.2026;1200,50\n"
        + "1001;Kuusi Oy;L-2;15.9.2026;15.10.2026;100,00\n1002;Mänty Ab;L-3;20.9.2026;20.10.2026;300,00\n")
    let question = try #require(try sight(path).questions.first)
    #expect(
      question.text
        == "Is this what the columns tell: Asiakasnro (1001) the account number, Asiakas (Kuusi Oy) the customer name, "
        + "Laskunro (L-1) the document number, Pvm (1.9.2026) the document date, Eräpvm (1.10.2026) the due date, "
        + "Avoinna (1200,50) the open amount?")
    #expect(try sight(path).columns.map(\.role).prefix(2) == ["account number?", "customer name?"])
    var answers = ImportAnswers()
    answers.add(.oneByOne)
    #expect(try sight(path, answers).questions.map(\.text).count == 5)
    answers = ImportAnswers()
    answers.add(question.choices[0].answer)
    answers.add(.currency("EUR"))
    let ready = try sight(path, answers)
    #expect(ready.canBeTaken && ready.rows.map { $0[3] } == ["2026-09-01", "2026-09-15", "2026-09-20"])
  }

  @Test(
    "where values leave a doubt nothing is proposed",
    arguments: [
      // A total without decimals beside a tax; two amounts that are never the same; one date at a customer before the other.
      "9001;Acme Oy;X1;2026-09-01;2026-10-01;1000;240.50\n9001;Acme Oy;X2;2026-09-02;2026-10-02;500;120.25\n",
      "9001;Acme Oy;X1;2026-09-01;2026-10-01;124.00;24.00\n9001;Acme Oy;X2;2026-09-02;2026-10-02;62.00;12.00\n",
      "9001;Acme Oy;X1;2026-09-05;2026-08-01;10.00;10.00\n9001;Acme Oy;X2;2026-09-02;2026-10-02;62.00;12.00\n",
      // Days of delivery; a customer's number that two names share; a number that each customer has once.
      "9001;Acme Oy;X1;2026-09-01;2026-09-03;10.00;10.00\n9001;Acme Oy;X2;2026-09-02;2026-09-04;62.00;12.00\n",
      "9001;Acme Oy;X1;2026-09-01;2026-10-01;10.00;10.00\n9001;Berk Oy;X2;2026-09-02;2026-10-02;62.00;12.00\n",
    ])
  func doubtful(_ rows: String) throws {
    let path = try book.write("Xnum;Xnimi;Xdok;Xpvm;Xera;Xkok;Xavo\n" + rows)
    let questions = try sight(path).questions.map(\.text)
    #expect(questions.count > 2 && !questions[0].hasPrefix("Is this"), "\(questions)")
  }

  @Test("two columns of one name end in a sentence")
  func repeated() throws {
    let sight = try sight(
      try book.write("Xnimi;Xdok;Xpvm;Xpvm;Xkok\nAcme Oy;X1;2026-09-01;2026-10-01;5.50\n"))
    #expect(sight.questions == [] && !sight.canBeTaken)
    #expect(sight.refusals.last == "Two columns are called Xpvm. Give each a name of its own in the file.")
  }

  private func take(_ path: String, _ answers: ImportAnswers) throws {
    let outcome = try FileIntake(
      wishes: ImportWishes(answers, progress: { _, _ in true }), ledger: book.ledger,
      policy: book.ledger.policy,
      today: try #require(CalendarDay(iso: "2026-11-20"))
    ).outcomes(of: [path])
    #expect(outcome[0].refused == [])
  }

  @Test("dates that can be read in two ways are asked about")
  func dates() throws {
    let path = try book.write("Customer,Invoice No,Date,Amount\nA,1,03/04/2026,5\n")
    let question = try #require(try sight(path).questions.first)
    #expect(question.text == "Dates can be read in several ways. What is 03/04/2026?")
    #expect(question.choices.map(\.answer).prefix(2) == [.dateOrder("dmy"), .dateOrder("mdy")])
    var answers = ImportAnswers()
    answers.add(.dateOrder("mdy"))
    #expect(try sight(path, answers).rows.first?[3] == "2026-03-04")
  }

  @Test("what is wrong with lines is no question")
  func refused() throws {
    let path = try book.write("Customer,Invoice No,Date,Amount\nA,1,2026-04-03,five\n")
    let sight = try sight(path)
    #expect(sight.questions == [] && !sight.canBeTaken)
    #expect(sight.refusals.count == 1 && sight.refusals[0].hasPrefix("line 2, column \"Amount\""))
  }
}
