extension BooksMerge {
  /// What was open on the day of a snapshot and is not listed any more is cleared on that day; credits are spent from that
  /// day on.
  mutating func closeUnlisted(on day: CalendarDay, in account: inout AccountAtWork) throws(MoneyError) {
    let number = account.customer.number
    for place in 0..<account.firstNewCredit {
      let credit = account.credits[place]
      guard credit.spent == nil, credit.dated <= day, !account.isListed(credit: place) else { continue }
      let used = try account.applied.places(ofCredit: place).map { account.applied[$0] }.sum()
      guard credit.amount.minor > used else { continue }
      account.spend(credit: place, on: day)
      account.isChanged = true
      result.payments.closed += 1
      note(.closed, line: nil, "credit \(credit.number) of \(number)", "")
    }
    for place in 0..<account.firstNewInvoice {
      let invoice = account.invoices[place]
      guard invoice.issued <= day else { continue }
      let all = account.applied.places(ofInvoice: place).map { account.applied[$0] }
      let openThen = try invoice.original.minor.subtractingChecked(try all.filter { $0.dated <= day }.sum())
      guard openThen > 0 else { continue }
      openCount += 1
      guard !account.isListed(invoice: place) else { continue }
      // What was paid after that day explains itself.
      let open = min(openThen, try invoice.original.minor.subtractingChecked(try all.sum()))
      guard open > 0 else { continue }
      account.apply(open, to: place, source: .cleared, dated: day)
      account.isChanged = true
      result.invoices.closed += 1
      note(
        .closed, line: nil, "invoice \(invoice.number) of \(number)",
        Money(minor: open, invoice.original.currency).description)
    }
  }
}
