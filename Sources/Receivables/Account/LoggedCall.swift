/// What the rules need to know of a call in force.
struct LoggedCall {
  /// The business date under which it was made.
  let day: CalendarDay
  /// Whether that is the day that is looked at.
  let isToday: Bool
  /// Code of its result.
  let code: String
  let phone: String?
  let isWorked: Bool
  let isRightParty: Bool
  let leavesQueue: Bool
  let marksNumberDead: Bool

  /// A result that the policy does not know sets nothing.
  init(_ record: CallRecord, on day: CalendarDay, isToday: Bool, _ policy: Policy) {
    self.day = day
    self.isToday = isToday
    code = record.result
    phone = record.phone
    let result = policy.result(record.result)
    isWorked = result?.isWorked ?? false
    isRightParty = result?.isRightParty ?? false
    leavesQueue = result?.leavesQueue ?? false
    marksNumberDead = result?.marksNumberDead ?? false
  }
}
