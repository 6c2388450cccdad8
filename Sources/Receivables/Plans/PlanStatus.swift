/// A plan with what came of its instalments as of a day.
public struct PlanStatus: Hashable, Sendable {
  /// The entry that agreed it.
  public var entry: EntryNumber
  /// The business date on which it was agreed.
  public var agreedOn: CalendarDay
  /// What was agreed.
  public var terms: PlanTerms
  /// Its instalments in the order of their days.
  public var instalments: [InstalmentStatus]

  /// Pours `paid` minor units into the instalments, oldest first; what is too much for one rolls forward.
  ///
  /// 900.00 in three with 400.00 paid: 300.00 paid, 100.00 of 300.00, 0.00 of 300.00.
  init(_ agreed: AgreedPlan, paid: Int64, graceDays: Int, _ outlook: inout Outlook) {
    entry = agreed.entry
    agreedOn = agreed.day
    terms = agreed.terms
    instalments = []
    var left = paid
    for instalment in agreed.terms.instalments {
      let filled = min(left, instalment.amount)
      left -= filled
      instalments.append(
        InstalmentStatus(
          due: instalment.due, deadline: instalment.due.advanced(by: graceDays), amount: instalment.amount,
          paid: filled, &outlook))
    }
  }

  /// The instalment that money goes to next; nil when all are paid.
  public var next: InstalmentStatus? { instalments.first { $0.state != .paid } }
}
