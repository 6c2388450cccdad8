/// A promise or claim as the journal has it, in force or not.
struct TakenPromise {
  /// A promise taken back or replaced.
  struct Ending {
    /// The entry that says so.
    let entry: EntryNumber
    let day: CalendarDay
    let state: PromiseState
    let because: String
  }

  let entry: EntryNumber
  /// The business date on which it was taken.
  let day: CalendarDay
  let contact: String?
  let terms: PromiseTerms
  /// Why it counts for nothing, when its entry was reversed.
  let voidedBecause: String?
}
