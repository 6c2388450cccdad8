/// What speaks against a promised day, said while it is typed. The promise is stored as said.
public enum RealismCheck {
  /// Short sentences, the most telling first; none when nothing speaks against `day`.
  ///
  /// `"Kept 3 of 5 promises, late ones by 4.5 days."`, `"Said Fri 1 May; pays Thursdays; cut-off Tue; likely Thu 7 May."`,
  /// `"Sat 28 Nov is on a weekend; the next business day is Mon 30 Nov."`
  public static func remarks(
    on day: CalendarDay, for picture: AccountPicture, policy: Policy
  ) -> [String] {
    let policy = policy.applied(to: picture.file)
    return [
      range(day, today: picture.asOf, policy: policy.promises), rhythm(day, of: picture, policy.calendar),
      closed(day, calendar: policy.calendar), record(picture.habits),
    ].compactMap { $0 }
  }

  /// What speaks against the days that an outcome is typed with: that of a promise, of a payment run, of instalments.
  public static func remarks(on reading: CallReading) -> [String] {
    let (result, picture) = (reading.result, reading.picture)
    guard result.promiseKind != .promise else {
      guard let day = try? reading.day() else { return [] }
      return remarks(on: day, for: picture, policy: reading.policy)
    }
    var days: [CalendarDay] = []
    if result.holdsPlan, let plan = try? reading.plan() { days = plan.instalments.map(\.due) }
    if result.nextKind == .checkRun, let day = try? reading.day() { days = [day] }
    let calendar = reading.policy.applied(to: picture.file).calendar
    return [closed(days, calendar: calendar)].compactMap { $0 }
  }

  /// What speaks against the first of `days` on which nobody pays; nil when all of them are business days.
  public static func closed(_ days: [CalendarDay], calendar: BusinessCalendar) -> String? {
    days.lazy.compactMap { closed($0, calendar: calendar) }.first
  }

  /// The day on which what was promised on `said` for `day` is likely to be paid: that of the customer's payment run, or of
  /// the weekday on which they usually pay; `day` itself where neither is known.
  ///
  /// For Fri 1 May, of a customer who pays on Thursdays: Thu 7 May.
  public static func likelyDay(
    _ day: CalendarDay, said: CalendarDay, for picture: AccountPicture, policy: Policy
  ) -> CalendarDay {
    let calendar = policy.applied(to: picture.file).calendar
    return paying(picture)?.feasibleRun(on: day, said: said, calendar) ?? day
  }

  private static func paying(_ picture: AccountPicture) -> PaymentCalendar? {
    picture.paying ?? picture.habits.usualWeekday.map { PaymentCalendar(.weekly($0)) }
  }

  private static func range(_ day: CalendarDay, today: CalendarDay, policy: PromisePolicy) -> String? {
    let distance = today.distance(to: day)
    guard distance > policy.longestDays else { return nil }
    return "\(distance) days away; a promise reaches \(policy.longestDays). Say why."
  }

  private static func rhythm(
    _ day: CalendarDay, of picture: AccountPicture, _ calendar: BusinessCalendar
  ) -> String? {
    guard let paying = paying(picture) else { return nil }
    let likely = paying.feasibleRun(on: day, said: picture.asOf, calendar)
    guard likely != day else { return nil }
    let habit = picture.paying == nil ? "usually pays" : "pays"
    return "Said \(day.brief(picture.asOf)); \(habit) \(paying.spoken(of: likely, calendar)); likely "
      + "\(likely.brief(picture.asOf))."
  }

  private static func closed(_ day: CalendarDay, calendar: BusinessCalendar) -> String? {
    guard !calendar.isBusinessDay(day) else { return nil }
    let kind = calendar.weekend.contains(day.weekday) ? "on a weekend" : "a holiday"
    return
      "\(day.brief) is \(kind); the next business day is \(calendar.firstBusinessDay(onOrAfter: day).brief)."
  }

  /// Nothing for a customer that kept every promise so far, or made none.
  private static func record(_ habits: PaymentHabits) -> String? {
    let made = habits.kept + habits.partlyKept + habits.broken
    guard made > habits.kept else { return nil }
    let late = max(0, habits.slipTenths ?? 0)
    let slip = late > 0 ? ", late ones by \(late / 10).\(late % 10) days" : ""
    return "Kept \(habits.kept) of \(made) \(made == 1 ? "promise" : "promises")\(slip)."
  }
}
