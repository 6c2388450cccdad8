import Receivables
import Testing

/// What money of a bank statement pays.
struct PaymentMatchingTests {
  private static let today = CalendarDay(iso: "2026-11-20") ?? CalendarDay(number: 0)
  private static let euro = Currency("EUR")

  private static func money(_ minor: Int64) throws -> Money { Money(minor: minor, try #require(euro)) }

  /// A customer with invoices, each with what is open of it.
  private static func file(
    _ id: Int64, _ number: String, _ name: String, _ invoices: [(String, Int64)]
  ) throws -> AccountFile {
    let customer = Customer(id: AccountID(rawValue: id), number: number, name: name)
    let issued = today.advanced(by: -60)
    let documents = try invoices.enumerated().map { place, invoice in
      Invoice(
        id: DocumentID(rawValue: Int64(place + 1)), number: invoice.0, issued: issued,
        due: issued.advanced(by: 30 + place), original: try money(max(invoice.1, 50)))
    }
    let paid = invoices.enumerated().filter { $0.element.1 == 0 }.map { place, _ in
      Application(
        id: Int64(place + 1), invoice: DocumentID(rawValue: Int64(place + 1)), source: .payment,
        dated: issued, amount: 50)
    }
    return AccountFile(customer: customer, invoices: documents, applications: paid)
  }

  private static func files() throws -> [AccountFile] {
    [
      try file(1, "1001", "Alder & Sons", [("INV-2001", 1_000), ("INV-2014", 300), ("INV-1990", 0)]),
      try file(2, "D-77", "Birch GmbH", [("0000815", 500), ("816", 700), ("RE/2026/0817", 900)]),
      try file(3, "1003", "Cedar BV", [("INV-2001", 4_000)]),
    ]
  }

  /// `"certain 1001: INV-2001 1000; names …"`, or what else was found.
  private static func told(_ received: ReceivedMoney) throws -> String {
    var matching = PaymentMatching([received])
    for file in try files() { try matching.see(file, asOf: today) }
    return matching.matches()[0].map { match in
      let parts = match.parts.map { "\($0.invoice) \($0.amount)" }.joined(separator: ", ")
      return "\(match.certainty) \(match.customer.number): \(parts); \(match.reason)"
    }.sorted().joined(separator: " | ")
  }

  @Test(
    "by what the payer wrote, by who they are and by how much it is",
    arguments: [
      (
        300, nil, "Inv. INV-2014 thanks",
        "certain 1001: INV-2014 300; names INV-2014, which is open for exactly so much"
      ),
      (
        1_200, nil, "RE 815 und 816",
        "likely D-77: 0000815 500, 816 700; names 0000815 and 816, which come to the amount; the payer is not known as this customer"
      ),
      (
        900, nil, "RE2026 /0817",
        "certain D-77: RE/2026/0817 900; names RE/2026/0817, which is open for exactly so much"
      ),
      (
        250, nil, "INV2014",
        "likely 1001: INV-2014 250; names INV-2014, and is 0.50 EUR less than what is open"
      ),
      (
        310, nil, "INV 2014",
        "likely 1001: INV-2014 300; names INV-2014, and is 0.10 EUR more than what is open"
      ),
      (50, nil, "INV-1990", "likely 1001: ; names INV-1990, which is paid already"),
      (-50, nil, "return INV-1990", "likely 1001: INV-1990 50; names INV-1990, which it had paid"),
      (
        300, "ALDER & SONS", "invoice",
        "likely 1001: INV-2014 300; known payer, INV-2014 is open for exactly so much"
      ),
      (
        1_300, "alder & sons.", "",
        "likely 1001: INV-2001 1000, INV-2014 300; known payer, INV-2001 and INV-2014 come to the amount"
      ),
      (
        1_400, "Birch GmbH", "",
        "likely D-77: 0000815 500, RE/2026/0817 900; known payer, 0000815 and RE/2026/0817 come to the amount"
      ),
      (77, "Birch GmbH", "", "likely D-77: ; known payer, no invoices fit the amount"),
      (700, nil, "Kunde D 77", "likely D-77: 816 700; known payer, 816 is open for exactly so much"),
      (
        900, "somebody", "thanks",
        "likely D-77: RE/2026/0817 900; only RE/2026/0817 is open for exactly so much"
      ),
      (123, "somebody", "thanks", ""),
    ] as [(Int64, String?, String, String)])
  func matches(_ amount: Int64, _ payer: String?, _ text: String, _ expected: String) throws {
    let received = ReceivedMoney(day: Self.today, amount: try Self.money(amount), payer: payer, text: text)
    #expect(try Self.told(received) == expected)
  }

  @Test("a number that two customers have is a doubt, unless the payer decides")
  func doubt() throws {
    let one = ReceivedMoney(
      day: Self.today, amount: try Self.money(1_000), payer: "Alder & Sons", text: "INV-2001")
    #expect(try Self.told(one).hasPrefix("certain 1001: INV-2001 1000"))
    let nobody = ReceivedMoney(day: Self.today, amount: try Self.money(1_000), text: "INV-2001")
    #expect(try Self.told(nobody).components(" | ").count == 2)
    let neither = ReceivedMoney(day: Self.today, amount: try Self.money(900), text: "INV-2001")
    #expect(try Self.told(neither).components(" | ").count == 2)
  }

  @Test("what the payer says of each invoice counts where it comes to the amount")
  func advice() throws {
    var received = ReceivedMoney(day: Self.today, amount: try Self.money(1_100))
    received.named = [("INV-2001", 900), ("INV-2014", 200)]
    #expect(
      try Self.told(received)
        == "certain 1001: INV-2001 900, INV-2014 200; says what it pays of INV-2001 and INV-2014")
    received.named = [("INV-2001", 700), ("INV-2014", 400)]
    #expect(try Self.told(received).hasPrefix("likely 1001"))
  }

  @Test(
    "what may be something else than an invoice's number is never certain",
    arguments: [
      // Another customer pays, and names a number that this one has too.
      (1_000, "Birch GmbH", "our PO INV-2001"), (300, "Cedar BV", "INV-2014"),
      // Digits of a stranger: a postcode, an amount, a year.
      (700, nil, "12345 816 Berlin"), (500, nil, "USD 8,15"), (500, "Somebody", "815"),
    ] as [(Int64, String?, String)])
  func neverCertain(_ amount: Int64, _ payer: String?, _ text: String) throws {
    let received = ReceivedMoney(day: Self.today, amount: try Self.money(amount), payer: payer, text: text)
    #expect(try !Self.told(received).contains("certain"))
  }

  @Test("what the payer lists is believed, and nothing else")
  func listed() throws {
    var received = ReceivedMoney(day: Self.today, amount: try Self.money(300), payer: "Alder & Sons")
    received.named = [("INV-2014", 200), ("INV-8888", 100)]
    #expect(try Self.told(received).hasPrefix("likely 1001"))
  }

  @Test("money that the books have already is not certain")
  func booked() throws {
    var file = try Self.files()[0]
    file.credits.append(
      Credit(
        id: DocumentID(rawValue: 90), number: "P-1", kind: .payment, dated: Self.today.advanced(by: -2),
        amount: try Self.money(300)))
    let received = ReceivedMoney(
      day: Self.today, amount: try Self.money(300), payer: "Alder & Sons", text: "INV-2014")
    var matching = PaymentMatching([received])
    try matching.see(file, asOf: Self.today)
    let match = try #require(matching.matches()[0].first)
    #expect(match.certainty == .likely)
    #expect(match.reason.hasSuffix("the books have so much of 2026-11-18 as P-1"))
  }

  @Test("money in another currency pays nothing")
  func currency() throws {
    let dollars = Money(minor: 300, try #require(Currency("USD")))
    #expect(try Self.told(ReceivedMoney(day: Self.today, amount: dollars, text: "INV-2014")) == "")
  }
}

extension String {
  fileprivate func components(_ separator: String) -> [Substring] { split(separator: separator) }
}
