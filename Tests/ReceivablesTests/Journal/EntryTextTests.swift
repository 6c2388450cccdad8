import Receivables
import Testing

struct EntryTextTests {
  @Test func aPromiseIsReadableAsItStands() throws {
    let usd = try #require(Currency("USD"))
    let day = try #require(CalendarDay(iso: "2026-11-27"))
    let call = CallRecord(
      action: "OUT", result: "PP", contact: "Jane", note: "first line\nC:\\temp",
      invoices: [DocumentID(rawValue: 7)],
      promise: PromiseTerms(
        amount: Money(minor: 120_000, usd), day: day, method: "ach",
        invoices: [DocumentID(rawValue: 7), DocumentID(rawValue: 9)], supersedes: [EntryNumber(rawValue: 3)]),
      next: NextAction(.callBack, on: day, at: TimeOfDay(hour: 14, minute: 5), zone: "Europe/Berlin"))
    #expect(
      EntryBody.call(call).text == """
        action OUT
        result PP
        contact Jane
        note first line\\nC:\\\\temp
        invoices 7
        promise.amount 120000 USD
        promise.day 2026-11-27
        promise.method ach
        promise.invoices 7 9
        promise.supersedes 3
        next call_back 2026-11-27
        next.time 14:05
        next.zone Europe/Berlin
        """)
  }

  @Test func whatWasWrittenIsReadBack() throws {
    var random = Randomness(seed: 42)
    for _ in 0..<2_000 {
      let body = try RandomBody.make(&random)
      #expect(try EntryBody(kind: body.kind, text: body.text) == body)
    }
  }

  @Test func linesOfALaterVersionArePassedOver() throws {
    let body = try EntryBody(
      kind: "call", text: "action OUT\nmood cheerful\nresult NA\npromise.currency_clause x\n\nnote a")
    #expect(body == .call(CallRecord(action: "OUT", result: "NA", note: "a")))
  }

  @Test(arguments: [
    ("call", "promise.amount 12x USD\npromise.day 2026-01-01"), ("call", "promise.amount 12 USD"),
    ("call", "promise.amount 99999999999999999999 USD"), ("call", "promise.amount USD"),
    ("call", "next call 2026-02-30"), ("call", "next wave 2026-02-03"), ("call", "next"),
    ("call", "plan.currency USD\nplan.instalment 2026-02-03"), ("call", "invoices 1 two"),
    ("call", "plan.currency USD\nplan.instalment 2026-02-03 -1"), ("call", "promise.paid_before -1"),
    ("snooze", "reason x"), ("reversal", "reason x"), ("withdrawal", "entry"), ("poem", "line x"),
  ])
  func whatCannotBeReadIsAnErrorAndNoTrap(_ kind: String, _ text: String) {
    #expect(throws: EntryTextError.self) { try EntryBody(kind: kind, text: text) }
  }

  @Test func draftFieldsAreReadBack() throws {
    var random = Randomness(seed: 7)
    for _ in 0..<200 {
      var fields: [String: String] = [:]
      for name in ["note", "amount", "who", "date"] { fields[name] = RandomBody.text(&random) }
      let draft = CallDraft(
        action: ActionID(rawValue: "a"), account: AccountID(rawValue: 1), basedOn: 1, collector: "ann",
        fields: fields)
      #expect(CallDraft.fields(in: draft.fieldsText) == fields)
    }
  }
}
