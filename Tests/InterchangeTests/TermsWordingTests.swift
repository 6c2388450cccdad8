import Receivables
import Testing

@testable import Interchange

/// Terms as files word them, and those that nobody understands.
struct TermsWordingTests {
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
    ] as [(String, Terms)])
  func commonWordingsAreRead(_ text: String, _ terms: Terms) {
    #expect(TermsWording.read(text) == terms)
  }

  @Test(arguments: [
    "banana", "NAA8", "", "netto", "Tage", "30 banana", "30 Tage nach Erhalt",
    "30 Tage netto, 10 Tage 2 % Skonto",
    "10 30", "end of month following",
  ])
  func whatIsWordedInAnotherWayIsNotGuessed(_ text: String) {
    #expect(TermsWording.read(text) == nil)
  }

  @Test func unreadTermsOfCustomersAreNamedWithTheFirstLineAndText() throws {
    let notes = try Sample.read("Customer;Terms\nA;30 Tage netto\nB;banana\nC;kiwi\nD;\n").report.notes
    #expect(
      notes.sentences == [
        "Terms that could not be read, left out: 2, first \"banana\" on line 3, column \"Terms\", then on line 4."
      ])
  }

  @Test func anInvoiceThatTheyLeaveWithoutADueDateNamesThem() throws {
    let head = "Customer,Invoice No,Date,Amount,Terms\n"
    let read = try Sample.read(head + "A,1,2026-01-31,5,netto 14 Tage\nA,2,2026-01-31,5,banana\n")
    #expect(read.documents.map(\.due.iso) == ["2026-02-14", "2026-01-31"])
    let due =
      "Invoices without a due date or readable terms, due on their date: 1, first \"banana\" on line 3, column \"Terms\"."
    #expect(read.report.notes.sentences.last == due)
    let silent = try Sample.read(head + "A,1,2026-01-31,5,net 14\nA,2,2026-01-31,5,\n").report.notes.sentences
    #expect(
      silent == [
        "Invoices without a due date or readable terms, due on their date: 1, first on line 3, column \"Terms\"."
      ])
  }
}
