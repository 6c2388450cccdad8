/// An entry that says what to do next on the account, or puts it off.
struct JournalStep {
  /// The business date under which it was made.
  let madeOn: CalendarDay
  let isToday: Bool
  let isSnooze: Bool
  let next: NextAction
  /// The invoices that it is about; empty when it names none.
  let invoices: [DocumentID]
  /// The promise that it took, by its entry.
  let promise: EntryNumber?

  init(_ entry: JournalEntry, _ next: NextAction, isToday: Bool, _ record: CallRecord?) {
    madeOn = entry.day
    self.isToday = isToday
    isSnooze = record == nil
    self.next = next
    promise = record?.promise == nil ? nil : entry.number
    let named = record?.promise?.invoices ?? record?.dispute?.invoices ?? record?.plan?.invoices
    invoices = (named ?? []) + (record?.invoices ?? [])
  }
}
