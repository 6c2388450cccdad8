import Receivables
import Testing

/// Money that a bank shows, before and after the books have it.
struct ReceiptTests {
  /// An invoice of 1 000.00 due on 1 October, promised for Fri 20 November.
  private struct Bench {
    var account = AccountSketch()
    let invoice: DocumentID
    let promise: EntryNumber

    init() throws {
      invoice = try account.invoice(100_000, due: "2026-10-01", number: "INV-1")
      promise = try account.promise(100_000, for: "2026-11-20", on: "2026-11-10", [invoice])
    }

    /// Records money as somebody does who puts it against the invoice.
    @discardableResult
    mutating func receive(
      _ minor: Int64, booked: String, on made: String, of part: Int64? = nil,
      short: ProposedReceipt.Short? = nil
    ) throws -> EntryNumber {
      let money = ReceivedMoney(day: try day(booked), amount: Money(minor: minor, .usd))
      let amount = part ?? minor
      let parts = amount > 0 ? [ProposedReceipt.Part(invoice: invoice, amount: amount, short: short)] : []
      let body = try account.picture(made).receipt(
        ProposedReceipt(money, parts: parts), try .withoutHolidays)
      return try account.enter(body, on: made)
    }

    /// Records that the bank took money back.
    mutating func bounce(_ receipt: EntryNumber?, _ minor: Int64, booked: String, on made: String) throws {
      let money = ReceivedMoney(day: try day(booked), amount: Money(minor: -minor, .usd))
      var matching = PaymentMatching([money])
      try matching.see(account.file, asOf: try day(made))
      var match = PaymentMatch.nobody(account.file.customer)
      match.parts = [IncomingApplication(invoice: "INV-1", amount: minor)]
      match.returns = receipt.map { MatterID($0) }
      try account.enter(try account.picture(made).returned(money, of: match), on: made)
    }

    func state(_ asOf: String) throws -> PromiseState? {
      try account.picture(asOf).promises.first { $0.id.entry == promise }?.state
    }

    func open(_ asOf: String) throws -> Int64 {
      try account.picture(asOf).invoices.reduce(0) { $0 + $1.open }
    }

    func matter(_ receipt: EntryNumber, _ asOf: String) throws -> Matter? {
      try account.picture(asOf).matters.first { $0.id.entry == receipt }
    }
  }

  @Test("keeps its promise and is not chased from the day on which it is recorded")
  func isFelt() throws {
    var bench = try Bench()
    let receipt = try bench.receive(100_000, booked: "2026-11-19", on: "2026-11-20")
    #expect(try bench.state("2026-11-19") == .open)
    #expect(try bench.open("2026-11-19") == 100_000)
    #expect(try bench.state("2026-11-20") == .kept)
    #expect(try bench.open("2026-11-20") == 0)
    #expect(try bench.matter(receipt, "2026-11-25")?.state == "not in the books yet")
    // Whether the books have it by then is looked at after five business days, a holiday left out.
    #expect(
      try bench.account.picture("2026-11-25").summary.next
        == NextAction(.checkPayment, on: try day("2026-11-27")))
  }

  @Test("counts once when the books have it, also when they date it after the grace days")
  func isInTheBooks() throws {
    var bench = try Bench()
    let receipt = try bench.receive(100_000, booked: "2026-11-19", on: "2026-11-20")
    let credit = try bench.account.credit(100_000, on: "2026-11-26")
    try bench.account.apply(100_000, to: bench.invoice, on: "2026-11-26", credit: credit)
    #expect(try bench.matter(receipt, "2026-11-26")?.state == "in the books")
    #expect(try bench.matter(receipt, "2026-11-26")?.isOpen == false)
    #expect(try bench.account.picture("2026-11-26").unapplied.isEmpty)
    #expect(try bench.state("2026-11-26") == .kept)
    #expect(try bench.account.picture("2026-11-26").promises[0].paidInFullOn == day("2026-11-19"))
  }

  @Test("a list that no longer has the invoice is the books' word for it")
  func isCleared() throws {
    var bench = try Bench()
    let receipt = try bench.receive(100_000, booked: "2026-11-19", on: "2026-11-20")
    try bench.account.apply(100_000, to: bench.invoice, on: "2026-11-24", .cleared)
    #expect(try bench.matter(receipt, "2026-11-24")?.state == "in the books")
    #expect(try bench.account.picture("2026-11-24").unapplied.isEmpty)
  }

  enum Booked: CaseIterable { case nothing, payment, both, bothAndAgain, paymentAndAgain }

  @Test(
    "that the bank took back breaks the promise and is asked for again, whatever the books have of it",
    arguments: [Booked.nothing, .payment, .both])
  func bounces(_ booked: Booked) throws {
    var bench = try Bench()
    let receipt = try bench.receive(100_000, booked: "2026-11-18", on: "2026-11-19")
    if booked != .nothing { try bench.account.apply(100_000, to: bench.invoice, on: "2026-11-20") }
    try bench.bounce(receipt, 100_000, booked: "2026-11-24", on: "2026-11-25")
    if booked == .both { try bench.account.apply(-100_000, to: bench.invoice, on: "2026-11-26") }
    #expect(try bench.state("2026-11-24") == .kept)
    #expect(try bench.state("2026-11-25") == .broken)
    #expect(try bench.open("2026-11-25") == 100_000)
    #expect(try bench.open("2026-11-27") == 100_000)
    #expect(try bench.state("2026-11-27") == .broken)
    #expect(try bench.matter(receipt, "2026-11-27")?.state.hasPrefix("taken back on") == true)
    let next = try bench.account.picture("2026-11-25").summary
    #expect(next.lane == .brokenPromise)
  }

  @Test("paid again after it came back counts as the new money that it is", arguments: Booked.allCases)
  func paidAgain(_ booked: Booked) throws {
    var bench = try Bench()
    let receipt = try bench.receive(100_000, booked: "2026-11-18", on: "2026-11-19")
    if booked != .nothing { try bench.account.apply(100_000, to: bench.invoice, on: "2026-11-20") }
    try bench.bounce(receipt, 100_000, booked: "2026-11-24", on: "2026-11-25")
    try bench.receive(60_000, booked: "2026-11-26", on: "2026-11-26")
    if [.both, .bothAndAgain].contains(booked) {
      try bench.account.apply(-100_000, to: bench.invoice, on: "2026-11-27")
    }
    if [.bothAndAgain, .paymentAndAgain].contains(booked) {
      try bench.account.apply(60_000, to: bench.invoice, on: "2026-11-27")
    }
    #expect(try bench.open("2026-11-26") == 40_000)
    #expect(try bench.open("2026-11-28") == 40_000)
    #expect(try bench.account.picture("2026-11-28").unapplied.isEmpty)
  }

  @Test("money that only the books had comes back too", arguments: [false, true])
  func booksAlone(_ isBooked: Bool) throws {
    var bench = try Bench()
    try bench.account.apply(100_000, to: bench.invoice, on: "2026-11-19")
    #expect(try bench.state("2026-11-24") == .kept)
    try bench.bounce(nil, 100_000, booked: "2026-11-24", on: "2026-11-25")
    if isBooked { try bench.account.apply(-100_000, to: bench.invoice, on: "2026-11-26") }
    #expect(try bench.state("2026-11-25") == .broken)
    #expect(try bench.open("2026-11-26") == 100_000)
  }

  @Test("that the books put against another invoice is believed there")
  func isElsewhere() throws {
    var bench = try Bench()
    let other = try bench.account.invoice(100_000, due: "2026-10-05", number: "INV-2")
    let receipt = try bench.receive(100_000, booked: "2026-11-19", on: "2026-11-20")
    let credit = try bench.account.credit(100_000, on: "2026-11-20")
    try bench.account.apply(100_000, to: other, on: "2026-11-20", credit: credit)
    let picture = try bench.account.picture("2026-11-25")
    #expect(picture.invoices.map(\.invoice.number) == ["INV-1"])
    #expect(picture.unapplied.isEmpty)
    #expect(
      try bench.matter(receipt, "2026-11-25")?.state
        == "in the books as CR-\(credit.rawValue), otherwise")
    #expect(try bench.state("2026-11-25") == .broken)
  }

  @Test("a payment of the same amount that the books did not put against anything is this one")
  func booksFirst() throws {
    var bench = try Bench()
    try bench.account.credit(100_000, on: "2026-11-17")
    try bench.receive(100_000, booked: "2026-11-19", on: "2026-11-20")
    #expect(try bench.open("2026-11-20") == 0)
    #expect(try bench.account.picture("2026-11-20").unapplied.isEmpty)
  }

  @Test("a payment of the same amount that the books put against another invoice is another one")
  func others() throws {
    var bench = try Bench()
    let other = try bench.account.invoice(100_000, due: "2026-10-05", number: "INV-2")
    let credit = try bench.account.credit(100_000, on: "2026-11-17")
    try bench.account.apply(100_000, to: other, on: "2026-11-17", credit: credit)
    try bench.receive(100_000, booked: "2026-11-19", on: "2026-11-20")
    #expect(try bench.account.picture("2026-11-20").invoices.isEmpty)
  }

  @Test("what the books had before anything was recorded is known")
  func virgin() throws {
    var account = AccountSketch()
    let invoice = try account.invoice(100_000, due: "2026-10-01", number: "INV-1")
    try account.apply(30_000, to: invoice, on: "2026-11-05")
    let money = ReceivedMoney(day: try day("2026-11-19"), amount: Money(minor: 70_000, .usd))
    let parts = [ProposedReceipt.Part(invoice: invoice, amount: 70_000)]
    let body = try account.picture("2026-11-20").receipt(ProposedReceipt(money, parts: parts), try .shipped)
    try account.enter(body, on: "2026-11-20")
    #expect(try account.picture("2026-11-20").invoices.isEmpty)
  }

  @Test("what the books had and took back, or list as open again, is open again", arguments: [false, true])
  func reopened(_ isList: Bool) throws {
    var bench = try Bench()
    try bench.receive(100_000, booked: "2026-11-19", on: "2026-11-20")
    let source: Application.Source = isList ? .cleared : .payment
    try bench.account.apply(100_000, to: bench.invoice, on: "2026-11-21", source)
    #expect(try bench.open("2026-11-22") == 0)
    try bench.account.apply(-100_000, to: bench.invoice, on: "2026-11-24", source)
    #expect(try bench.open("2026-11-24") == 100_000)
    #expect(try bench.state("2026-11-25") == .broken)
  }

  @Test("recorded again after an undo, what came back is still gone")
  func again() throws {
    var bench = try Bench()
    let receipt = try bench.receive(100_000, booked: "2026-11-18", on: "2026-11-19")
    try bench.bounce(receipt, 100_000, booked: "2026-11-20", on: "2026-11-20")
    try bench.account.enter(EntryBody(Reversal(of: receipt, reason: "by mistake")), on: "2026-11-20")
    #expect(try bench.open("2026-11-21") == 100_000)
    try bench.receive(100_000, booked: "2026-11-18", on: "2026-11-21")
    #expect(try bench.open("2026-11-21") == 100_000)
  }

  @Test("two of the same amount are known by what the books put each against")
  func twins() throws {
    var bench = try Bench()
    let other = try bench.account.invoice(100_000, due: "2026-10-05", number: "INV-2")
    let first = try bench.receive(100_000, booked: "2026-11-18", on: "2026-11-19")
    let money = ReceivedMoney(day: try day("2026-11-18"), amount: Money(minor: 100_000, .usd))
    let parts = [ProposedReceipt.Part(invoice: other, amount: 100_000)]
    let body = try bench.account.picture("2026-11-19").receipt(
      ProposedReceipt(money, parts: parts), try .shipped)
    try bench.account.enter(body, on: "2026-11-19")
    let credit = try bench.account.credit(100_000, on: "2026-11-20")
    try bench.account.apply(100_000, to: other, on: "2026-11-20", credit: credit)
    #expect(try bench.open("2026-11-21") == 0)
    #expect(try bench.account.picture("2026-11-21").unapplied.isEmpty)
    try bench.bounce(first, 100_000, booked: "2026-11-24", on: "2026-11-24")
    #expect(try bench.account.picture("2026-11-24").invoices.map(\.invoice.number) == ["INV-1"])
  }

  @Test("taken back and paid with another amount, nothing is left over when the books have the last alone")
  func noPhantom() throws {
    var bench = try Bench()
    let first = try bench.receive(60_000, booked: "2026-11-18", on: "2026-11-19")
    try bench.bounce(first, 60_000, booked: "2026-11-20", on: "2026-11-20")
    try bench.receive(100_000, booked: "2026-11-23", on: "2026-11-23")
    let credit = try bench.account.credit(100_000, on: "2026-11-24")
    try bench.account.apply(100_000, to: bench.invoice, on: "2026-11-24", credit: credit)
    let picture = try bench.account.picture("2026-11-25")
    #expect(picture.invoices.isEmpty)
    #expect(picture.unapplied.isEmpty)
  }

  @Test("money on account is found in what later lists show as paid, and in payments of other amounts")
  func found() throws {
    for isList in [false, true] {
      var bench = try Bench()
      try bench.receive(50_000, booked: "2026-11-19", on: "2026-11-20", of: 0)
      #expect(try bench.account.picture("2026-11-20").unapplied.map(\.left) == [50_000])
      if isList {
        try bench.account.apply(50_000, to: bench.invoice, on: "2026-11-24", .payment)
      } else {
        for amount in [30_000, 20_000] as [Int64] {
          let credit = try bench.account.credit(amount, on: "2026-11-21")
          try bench.account.apply(amount, to: bench.invoice, on: "2026-11-21", credit: credit)
        }
      }
      #expect(try bench.account.picture("2026-11-25").unapplied.isEmpty, "list: \(isList)")
      #expect(try bench.open("2026-11-25") == 50_000)
    }
  }

  @Test("less than is open, granted as a discount, is to be credited until the books do")
  func granted() throws {
    var bench = try Bench()
    let receipt = try bench.receive(
      98_000, booked: "2026-11-19", on: "2026-11-20", short: .granted(.discount))
    #expect(try bench.open("2026-11-20") == 0)
    #expect(try bench.state("2026-11-20") == .kept)
    #expect(
      try bench.matter(receipt, "2026-11-20")?.state == "not in the books yet, 20.00 USD to be credited")
    #expect(try bench.account.picture("2026-11-20").summary.next?.kind == .checkCredit)
    try bench.account.apply(98_000, to: bench.invoice, on: "2026-11-23")
    try bench.account.apply(2_000, to: bench.invoice, on: "2026-11-24", .creditNote)
    #expect(try bench.matter(receipt, "2026-11-23")?.state == "in the books, 20.00 USD to be credited")
    #expect(try bench.matter(receipt, "2026-11-24")?.isOpen == false)
    #expect(try bench.open("2026-11-24") == 0)
  }

  @Test("less than is open, contested, is a dispute of the rest")
  func contested() throws {
    var bench = try Bench()
    try bench.receive(98_000, booked: "2026-11-19", on: "2026-11-20", short: .disputed("price"))
    let picture = try bench.account.picture("2026-11-20")
    #expect(picture.invoices.map(\.open) == [2_000])
    #expect(picture.invoices.map { $0.slices[.disputed] } == [2_000])
    try bench.account.apply(98_000, to: bench.invoice, on: "2026-11-23")
    #expect(try bench.account.picture("2026-11-24").invoices.map { $0.slices[.disputed] } == [2_000])
  }

  @Test("put against nothing it waits to be applied, and no promise is called broken meanwhile")
  func unapplied() throws {
    var bench = try Bench()
    try bench.receive(100_000, booked: "2026-11-19", on: "2026-11-20", of: 0)
    #expect(try bench.state("2026-11-25") == .received)
    let credit = try bench.account.credit(100_000, on: "2026-11-20")
    #expect(try bench.account.picture("2026-11-25").unapplied.map(\.left) == [100_000])
    try bench.account.apply(100_000, to: bench.invoice, on: "2026-11-26", credit: credit)
    #expect(try bench.state("2026-11-26") == .kept)
    #expect(try bench.account.picture("2026-11-26").unapplied.isEmpty)
  }

  @Test("taken back as a mistake, or withdrawn later, it counts for nothing", arguments: [false, true])
  func undone(_ isWithdrawn: Bool) throws {
    var bench = try Bench()
    let receipt = try bench.receive(100_000, booked: "2026-11-19", on: "2026-11-20")
    let body =
      isWithdrawn
      ? try bench.account.picture("2026-11-24").withdrawal(
        of: MatterID(receipt), by: "alex", reason: "another customer's")
      : EntryBody(Reversal(of: receipt, reason: "another customer's"))
    try bench.account.enter(body, on: "2026-11-24")
    #expect(try bench.open("2026-11-24") == 100_000)
    #expect(try bench.state("2026-11-24") == .broken)
    #expect(try bench.matter(receipt, "2026-11-24")?.state == (isWithdrawn ? "withdrawn" : "voided"))
  }

  @Test("what does not fit is refused with a sentence")
  func refused() throws {
    var bench = try Bench()
    let other = try bench.account.invoice(5_000, due: "2026-10-01", .eur, number: "INV-EUR")
    let money = ReceivedMoney(day: try day("2026-11-19"), amount: Money(minor: 120_000, .usd))
    func problem(_ parts: ProposedReceipt.Part...) throws -> String? {
      let picture = try bench.account.picture("2026-11-20")
      do {
        _ = try picture.receipt(ProposedReceipt(money, parts: parts), try .shipped)
        return nil
      } catch let problem as CallProblem {
        return problem.sentence
      }
    }
    #expect(
      try problem(.init(invoice: bench.invoice, amount: 100_001)) == "Of invoice INV-1 1 000.00 USD is open.")
    #expect(try problem(.init(invoice: other, amount: 100)) == "Invoice INV-EUR is in EUR.")
    #expect(
      try problem(.init(invoice: bench.invoice, amount: 120_001))
        == "The invoices take 0.01 USD more than came in.")
    #expect(try problem(.init(invoice: bench.invoice, amount: 100_000)) == nil)
  }

  @Test("amounts that do not fit are an error and no crash")
  func overflow() throws {
    var bench = try Bench()
    let huge = Money(minor: .max, .usd)
    let booked = try day("2026-11-19")
    let covers = ["INV-1", "INV-2"].map { CoveredInvoice(number: $0, amount: huge) }
    try bench.account.invoice(.max, due: "2026-10-05", number: "INV-2")
    let booking = BankBooking(format: "camt", account: "1")
    let first = try bench.account.enter(
      EntryBody(ReceiptTerms(amount: huge, booked: booked, covers: covers, booking: booking)),
      on: "2026-11-20")
    for _ in 0..<3 {
      let back = ReceiptTerms(
        amount: Money(minor: -.max, .usd), booked: booked, covers: covers, returns: MatterID(first),
        booking: booking)
      try bench.account.enter(EntryBody(back), on: "2026-11-20")
    }
    _ = try? bench.account.picture("2026-11-21")
  }

  @Test("its section says the same again")
  func text() throws {
    var terms = ReceiptTerms(
      amount: Money(minor: 198_000, .usd), booked: try day("2026-11-19"),
      covers: [CoveredInvoice(number: "INV 1", amount: Money(minor: 98_000, .usd), paid: 5)],
      shortages: [.init(invoice: "INV 1", amount: Money(minor: 2_000, .usd), reason: .fee, credited: 7)],
      others: ["PMT 9"], returns: MatterID(EntryNumber(rawValue: 57)), because: "account\nclosed",
      booking: BankBooking(format: "camt", account: "DE89 3704"))
    terms.booking.valued = try day("2026-11-18")
    (terms.booking.bankReference, terms.booking.endToEnd, terms.booking.check) = ("B1", "E2", "77")
    terms.booking.structured = ["RF18539007547034"]
    (terms.booking.payer, terms.booking.payerAccount, terms.booking.text) = ("Acme", "DE1", "RE 1")
    let body = EntryBody(terms)
    #expect(try EntryBody(text: body.text) == body)
    #expect(body.text.contains("short INV 1 0.07 20.00 USD fee"))
  }
}
