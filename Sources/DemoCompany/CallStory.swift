import Receivables

/// Walks through an account's last months day by day and makes the calls that a collector would have made.
struct CallStory {
  let customer: DemoCustomer
  let policy: Policy
  let today: CalendarDay
  var file: AccountFile
  var random: Randomness
  var told: [DemoEntry] = []

  init(company: Company, customer: DemoCustomer, file: AccountFile, policy: Policy) {
    self.customer = customer
    self.policy = policy
    today = company.today
    self.file = file
    random = company.randomness(of: customer.index, salt: 3)
  }

  mutating func tell() throws(MoneyError) -> [DemoEntry] {
    var day = policy.calendar.firstBusinessDay(onOrAfter: today.advanced(by: -120))
    let ending = StoryEnding.allCases[customer.index % StoryEnding.allCases.count]
    if ending == .neverCalled { return [] }
    let lastCall = ending.callDay(today: today, policy: policy)
    while day < lastCall.advanced(by: -12) {
      let picture = try AccountPicture(of: file, policy: policy, asOf: day)
      if isWorthACall(picture), let record = ordinaryCall(picture, on: day) {
        try make(record, picture, on: day)
        day = policy.calendar.day(Int.random(in: 5...9, using: &random), businessDaysAfter: day)
      } else {
        day = policy.calendar.day(2, businessDaysAfter: day)
      }
    }
    let picture = try AccountPicture(of: file, policy: policy, asOf: lastCall)
    if isWorthACall(picture), customer.persona != .overpayer, try owesToday(),
      let record = ending.record(for: picture, contact: customer, today: today, policy: policy)
    {
      try make(record, picture, on: lastCall)
    }
    return told
  }

  /// Somebody calls from the third business day after the oldest open due date on.
  private func isWorthACall(_ picture: AccountPicture) -> Bool {
    guard let oldest = picture.summary.oldestDue,
      picture.summary.balances.contains(where: { $0.toCollect > 0 })
    else { return false }
    return policy.calendar.day(policy.firstContactDays, businessDaysAfter: oldest) <= picture.asOf
  }

  private func owesToday() throws(MoneyError) -> Bool {
    try AccountPicture(of: file, policy: policy, asOf: today).summary.balances.contains { $0.toCollect > 0 }
  }

  private mutating func ordinaryCall(_ picture: AccountPicture, on day: CalendarDay) -> ProposedCall? {
    let pastDue = picture.invoices.filter(\.isPastDue)
    let roll = Int.random(in: 0..<100, using: &random)
    let silent = customer.persona == .silent
    if roll < (silent ? 70 : 22) { return call("NA", note: "") }
    if roll < (silent ? 95 : 40) { return call("VM", note: "Asked for a call back about the open invoices.") }
    if roll < 46 { return call("LM", note: "Colleague takes the message.", contact: "Front desk") }
    if customer.persona == .disputer, roll < 70, let invoice = pastDue.first {
      var record = call("DI", note: "Says the price on \(invoice.invoice.number) is not what was quoted.")
      record.outcomes[0].dispute = ProposedDispute(
        reason: "price", amount: Money(minor: invoice.open / 5, invoice.invoice.original.currency),
        invoices: [invoice.invoice.id])
      return record
    }
    if roll < 56 { return call("NR", note: "Has no copy on file; sent again by mail.") }
    return promise(pastDue, on: day)
  }

  /// A customer who pays within two weeks says so; one who does not says it all the same.
  private mutating func promise(_ pastDue: [OpenItem], on day: CalendarDay) -> ProposedCall? {
    guard let currency = pastDue.first?.invoice.original.currency else { return nil }
    let covered = pastDue.filter { $0.invoice.original.currency == currency && $0.slices.free > 0 }
    let ids = Set(covered.map(\.invoice.id))
    let payday = file.applications.filter { ids.contains($0.invoice) && $0.dated > day }.map(\.dated).max()
    var amount: Int64 = 0
    for status in covered { amount += status.slices.free }
    guard amount > 0 else { return nil }
    let promised: CalendarDay
    if let payday, payday <= day.advanced(by: 14), customer.persona != .promiseBreaker {
      promised = payday
    } else {
      promised = policy.calendar.day(Int.random(in: 2...5, using: &random), businessDaysAfter: day)
    }
    var record = call(
      "PP",
      note: ["Will pay on the next run.", "Was waiting for approval; has it now.", ""].randomElement(
        using: &random) ?? "")
    record.outcomes[0].reason = ["cash_flow", "oversight", "approval"].randomElement(using: &random)
    record.outcomes[0].promise = ProposedPromise(
      amount: Money(minor: amount, currency), day: promised,
      method: currency.code == "USD" ? "ach" : "wire", invoices: covered.map(\.invoice.id))
    return record
  }

  private func call(_ result: String, note: String, contact: String? = nil) -> ProposedCall {
    ProposedCall(
      action: "OUT", contact: contact ?? customer.contact, phone: customer.phone, note: note,
      outcomes: [ProposedOutcome(result)])
  }

  private mutating func make(
    _ record: ProposedCall, _ picture: AccountPicture, on day: CalendarDay
  ) throws(MoneyError) {
    guard let complete = try? record.completed(for: picture, policy: policy) else { return }
    let minutes = Int.random(in: 8 * 60...16 * 60, using: &random)
    let at = Instant(milliseconds: Int64(day.number) * 86_400_000 + Int64(minutes) * 60_000)
    let action = ActionID(random: random.next(), random.next())
    let entry = NewEntry(
      action: action, account: file.customer.id, day: day, collector: customer.collector,
      body: complete.body)
    told.append(DemoEntry(entry: entry, at: at))
    file.entries.append(
      JournalEntry(
        number: EntryNumber(rawValue: Int64(told.count)), action: action, recorded: at, day: day,
        actor: customer.collector, collector: customer.collector, account: file.customer.id,
        body: complete.body))
  }
}
