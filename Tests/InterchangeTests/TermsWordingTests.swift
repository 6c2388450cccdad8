import Receivables
import Settings
import Testing

@testable import Interchange

/// Terms as files word them, and those that nobody understands.
struct TermsWordingTests {
  private static let wording = (try? ColumnsFile.shipped())?.wording ?? TermsWording([:])

  @Test(
    arguments: [
      ("net 30", .net(30)), ("2/10 net 30", .net(30)), ("30 EOM", .netThenEndOfMonth(30)),
      ("30 Tage netto", .net(30)), ("netto 30 Tage", .net(30)), ("30 Tage", .net(30)),
      ("Zahlbar innerhalb von 14 Tagen ohne Abzug", .net(14)),
      ("10 Tage 2 % Skonto, 30 Tage netto", .net(30)),
      ("30 Tage Monatsende", .netThenEndOfMonth(30)), ("sofort", .net(0)),
      ("Sofort fällig, rein netto", .net(0)),
      ("net 30 days", .net(30)), ("30 days net", .net(30)), ("due within 30 days", .net(30)),
      ("30 days end of month", .netThenEndOfMonth(30)), ("due on receipt", .net(0)),
      ("30 jours net", .net(30)), ("à 30 jours", .net(30)), ("30 jours fin de mois", .netThenEndOfMonth(30)),
      ("à réception", .net(0)), ("comptant", .net(0)),
      ("30 Tage netto, 10 Tage 2 % Skonto", .net(30)), ("14 Tage 2% Skonto - 30 Tage netto", .net(30)),
      ("10 Tage 2,5 % Skonto, 30 Tage netto", .net(30)), ("2.5/10 n/30", .net(30)),
      ("1 month EOM", .dayOfMonth(31, after: 1)), ("15th of next month", .dayOfMonth(15, after: 1)),
      ("MFI 20", .dayOfMonth(20, after: 1)), ("Net EOM", .endOfMonthThenNet(0)),
      ("60 jours, fin de mois le 15", .netThenDayOfNextMonth(60, day: 15)),
      ("2 Monate", .dayOfMonth(nil, after: 2)),
      ("30 days after EOM", .endOfMonthThenNet(30)), ("30 días", .net(30)), ("30 dagen netto", .net(30)),
      ("30 gg d.f.", .net(30)), ("60 gg f.m.", .netThenEndOfMonth(60)), ("30 dni", .net(30)),
      ("Net 30 days from invoice date", .net(30)), ("30 Tage nach Rechnungsdatum", .net(30)),
      ("Prepaid", .net(0)), ("CIA", .net(0)), ("C.O.D.", .net(0)), ("à vista", .net(0)),
      ("30 dagar netto", .net(30)), ("30 dias", .net(30)),
    ] as [(String, Terms?)])
  func commonWordingsAreRead(_ text: String, _ terms: Terms?) {
    #expect(Self.wording.read(text) == terms)
  }

  @Test(arguments: [
    "banana", "NAA8", "", "netto", "Tage", "30 banana", "30 Tage nach Erhalt",
    "10 30", "end of month following", "1M(8D)", "50% on 30",
    "30 days from statement", "2 % 10 Tage", "31st of next month", "net 10th",
    "1 month + 15 days",
  ])
  func whatIsWordedInAnotherWayIsNotGuessed(_ text: String) {
    #expect(Self.wording.read(text) == nil)
  }

  @Test func unreadTermsOfCustomersAreNamedWithTheFirstLineAndText() throws {
    let notes = try Sample.read("Customer;Terms\nA;30 Tage netto\nB;banana\nC;kiwi\nD;\n").report.notes
    #expect(
      notes.sentences == [
        "Terms that could not be read, left out: 2, first \"banana\" on line 3, column \"Terms\", then on line 4."
      ])
  }

  @Test func termsThatNobodyReadsRefuseInvoicesThatTellNoDueDate() throws {
    let head = "Customer,Invoice No,Date,Due Date,Amount,Terms\n"
    let text =
      head + "A,1,2026-01-31,,5,netto 14 Tage\nA,2,2026-01-31,,5,banana\nA,3,2026-01-31,2026-03-01,7,kiwi\n"
    let read = try Sample.read(text)
    #expect(
      read.refused.map(\.description) == [
        "line 3, column \"Terms\": \"banana\" is not known: 1 line, 5.00 USD. kept import --word \"banana=…\" says what "
          + "it means: net 30 or other terms; --ignore \"Terms\" leaves the column out."
      ])
    let told = try Sample.read(Array(text.utf8), words: ["banana": .terms(.endOfMonthThenNet(0))])
    #expect(told.documents.map(\.due.iso) == ["2026-02-14", "2026-01-31", "2026-03-01"])
  }

  @Test func anInvoiceWithoutTermsIsToldAndLeavesThemToTheCustomer() throws {
    let head = "Customer,Invoice No,Date,Amount,Terms\n"
    let read = try Sample.read(head + "A,1,2026-01-31,5,net 14\nA,2,2026-01-31,5,\n")
    #expect(
      read.report.notes.sentences == [
        "Invoices without a due date or readable terms, due on their date: 1, first on line 3, column \"Terms\"."
      ])
    #expect(read.documents.map { $0.assumed.contains(.terms) } == [false, true])
  }
}
