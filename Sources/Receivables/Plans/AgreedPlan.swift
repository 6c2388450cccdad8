/// A plan as the journal has it, in force.
struct AgreedPlan {
  let entry: EntryNumber
  /// The business date on which it was agreed.
  let day: CalendarDay
  let terms: PlanTerms
}
