import Receivables
import Testing

/// Random histories of payments that a bank shows, that come back, and that books show sooner or later: on every day what is
/// open must be what is truly unpaid as far as bank or books tell.
struct ReceiptHistoryTests {
  private static let start = CalendarDay(iso: "2026-10-01") ?? CalendarDay(number: 0)

  /// A payment as it truly was, days after the start.
  private struct Payment {
    let invoice: DocumentID
    let amount: Int64
    let booked: Int
    let recorded: Int
    /// When and under which date the books show it; nil for never.
    let shown: (on: Int, dated: Int)?
    /// When the bank takes it back, when that is recorded, and when the books show it.
    var back: (booked: Int, recorded: Int, shown: Int?)?
  }

  @Test("what is open is what is truly unpaid", arguments: 0..<300)
  func truth(_ seed: Int) throws {
    var random = Randomness(seed: UInt64(seed) &* 7_919 &+ 17)
    var books = AccountSketch()
    let invoices = try (0..<(1 + random.below(3))).map {
      try books.invoice(100_000, due: "2026-10-0\($0 + 1)", issued: "2026-09-01", number: "INV-\($0)")
    }
    var payments: [Payment] = []
    var left = invoices.map { _ in Int64(100_000) }
    var day = 0
    for index in 0..<(1 + random.below(6)) {
      let place = random.below(invoices.count)
      guard left[place] > 1_000 else { continue }
      // Different amounts, as payments of one customer nearly always have.
      let amount = min(left[place], Int64(1_000 + index + 10 * random.below(6_000)))
      day += 1 + random.below(4)
      let recorded = day + random.below(2)
      let on = recorded + 1 + random.below(6)
      var payment = Payment(
        invoice: invoices[place], amount: amount, booked: day, recorded: recorded,
        shown: random.below(4) == 0 ? nil : (on, day + random.below(3)))
      if random.below(3) == 0 {
        // Nothing else is paid before it is known that this one came back.
        day = recorded + 8 + random.below(3)
        let known = day + random.below(2)
        payment.back = (day, known, random.below(2) == 0 ? nil : known + 1 + random.below(5))
        day = known
      } else {
        left[place] -= amount
      }
      payments.append(payment)
    }
    for today in 0..<(day + 16) {
      try check(payments, invoices, books, on: today, seed: seed)
    }
  }

  private func check(
    _ payments: [Payment], _ invoices: [DocumentID], _ books: AccountSketch, on today: Int, seed: Int
  ) throws {
    var account = books
    var numbers: [Int: EntryNumber] = [:]
    var unpaid = Dictionary(uniqueKeysWithValues: invoices.map { ($0, Int64(100_000)) })
    var shownIDs: [Int: Int64] = [:]
    for day in 0...today {
      let iso = Self.start.advanced(by: day).iso
      for (index, payment) in payments.enumerated() {
        if let shown = payment.shown, shown.on == day {
          let dated = Self.start.advanced(by: shown.dated).iso
          let credit = index % 2 == 0 ? try account.credit(payment.amount, on: dated) : nil
          shownIDs[index] = try account.apply(
            payment.amount, to: payment.invoice, on: dated, credit: credit)
        }
        if let back = payment.back, back.shown == day, payment.shown != nil {
          try account.apply(
            -payment.amount, to: payment.invoice, on: Self.start.advanced(by: back.booked).iso,
            reverses: shownIDs[index])
        }
        if payment.recorded == day {
          let money = ReceivedMoney(
            day: Self.start.advanced(by: payment.booked), amount: Money(minor: payment.amount, .usd))
          let parts = [ProposedReceipt.Part(invoice: payment.invoice, amount: payment.amount)]
          numbers[index] = try account.enter(
            try account.picture(iso).receipt(ProposedReceipt(money, parts: parts), try .shipped), on: iso)
          unpaid[payment.invoice, default: 0] -= payment.amount
        }
        if let back = payment.back, back.recorded == day, let receipt = numbers[index] {
          let money = ReceivedMoney(
            day: Self.start.advanced(by: back.booked), amount: Money(minor: -payment.amount, .usd))
          var match = PaymentMatch.nobody(account.file.customer)
          match.parts = [
            IncomingApplication(invoice: account.number(payment.invoice), amount: payment.amount)
          ]
          match.returns = MatterID(receipt)
          try account.enter(try account.picture(iso).returned(money, of: match), on: iso)
          unpaid[payment.invoice, default: 0] += payment.amount
        }
      }
    }
    let picture = try account.picture(Self.start.advanced(by: today).iso)
    let open = Dictionary(picture.invoices.map { ($0.invoice.id, $0.open) }, uniquingKeysWith: { $1 })
    for invoice in invoices {
      #expect(open[invoice] ?? 0 == unpaid[invoice], "seed \(seed), day \(today), \(account.number(invoice))")
    }
  }
}
