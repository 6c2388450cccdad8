/// When a customer pays and what has to be there by when: the rhythm of its payment runs, when a run closes for new
/// documents, and how long one takes to be approved before that.
public struct PaymentCalendar: Hashable, Sendable {
  /// The days of the runs.
  public var run: PaymentRun
  /// A run closes so many business days before it; 0 for one that takes whatever is there.
  public var cutOffDays: Int
  /// A document is approved for so many business days before that.
  public var approvalDays: Int

  /// A rhythm, as the books know it; lead times are learned on the phone.
  public init(_ run: PaymentRun, cutOffDays: Int = 0, approvalDays: Int = 0) {
    self.run = run
    self.cutOffDays = cutOffDays
    self.approvalDays = approvalDays
  }

  /// The day on which a run closes. With two days for a run on Thu 7 May 2026 that is Tue 5 May.
  public func cutOff(of run: CalendarDay, _ calendar: BusinessCalendar) -> CalendarDay {
    calendar.day(cutOffDays, businessDaysBefore: run)
  }

  /// The last day on which a document may arrive to be in a run.
  public func lastArrival(for run: CalendarDay, _ calendar: BusinessCalendar) -> CalendarDay {
    calendar.day(cutOffDays + approvalDays, businessDaysBefore: run)
  }

  /// The first run that can pay what is said on `today` to be paid on `day`: on that day or later, and not closed yet.
  ///
  /// Said for Fri 1 May, paid on Thursdays: Thu 7 May. With a cut-off two days before, said on Wed 6 May: Thu 14 May.
  public func feasibleRun(on day: CalendarDay, said today: CalendarDay, _ calendar: BusinessCalendar)
    -> CalendarDay
  {
    var run = run.next(onOrAfter: max(day, today))
    // Some run ahead has not closed: one further than both lead times together.
    while lastArrival(for: run, calendar) < today { run = self.run.next(onOrAfter: run.advanced(by: 1)) }
    return run
  }

  /// After "pays": `"Thursdays; cut-off Tue"` of the run on that day; the date where the weekday could be another week's.
  public func spoken(of run: CalendarDay, _ calendar: BusinessCalendar) -> String {
    guard cutOffDays > 0 else { return self.run.spoken }
    let closed = cutOff(of: run, calendar)
    return "\(self.run.spoken); cut-off \(closed.distance(to: run) < 7 ? closed.weekday.short : closed.brief)"
  }

  /// In a few words: `"Thu, cut-off 2 days before, approval 3"`.
  public var text: String {
    var parts = [run.text]
    if cutOffDays > 0 { parts.append("cut-off \(Self.days(cutOffDays)) before") }
    if approvalDays > 0 { parts.append("approval \(Self.days(approvalDays))") }
    return parts.joined(separator: ", ")
  }

  private static func days(_ count: Int) -> String { count == 1 ? "1 day" : "\(count) days" }
}
