/// What an entry says is to be done next on the account, or until when it is put off.
struct JournalStep {
  let entry: EntryNumber
  /// The business date under which it was said.
  let madeOn: CalendarDay
  let isSnooze: Bool
  let next: NextAction
  /// The invoices that it is about; empty when it names none.
  let invoices: [DocumentID]
  /// The promise that it took, by its entry.
  let promise: EntryNumber?
  /// Whether it is that of a call that reached nobody.
  let isInVain: Bool

  /// Nil for an entry that says nothing of it.
  init?(_ entry: JournalEntry, _ policy: Policy) {
    self.entry = entry.number
    madeOn = entry.day
    switch entry.body {
    case .call(let record):
      guard let next = record.next else { return nil }
      self.next = next
      isSnooze = false
      isInVain = policy.result(record.result)?.isRightParty == false
      promise = record.promise == nil ? nil : entry.number
      let named = record.promise?.invoices ?? record.dispute?.invoices ?? record.plan?.invoices ?? []
      invoices = named + record.invoices
    case .snooze(let until, _):
      next = NextAction(.call, on: until)
      isSnooze = true
      isInVain = false
      promise = nil
      invoices = []
    case .note, .promiseWithdrawn, .reversal: return nil
    }
  }
}
