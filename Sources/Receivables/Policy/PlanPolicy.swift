/// What a collector may agree on with a plan alone, and when a plan is broken.
public struct PlanPolicy: Hashable, Sendable {
  /// The last instalment is at most so many calendar days away.
  public var longestDays: Int
  /// The first instalment is at least this share of the plan, in percent.
  public var leastFirstPercent: Int
  /// The plan is at most so much, in major units of the common currency of the rates.
  public var largestMajor: Int
  /// With so many instalments missed a plan is broken.
  public var breaksAfter: Int

  /// The rules of plans.
  public init(
    longestDays: Int = 180, leastFirstPercent: Int = 10, largestMajor: Int = 50_000, breaksAfter: Int = 2
  ) {
    self.longestDays = longestDays
    self.leastFirstPercent = leastFirstPercent
    self.largestMajor = largestMajor
    self.breaksAfter = breaksAfter
  }
}

extension Policy {
  /// Why a plan needs to be approved: a sentence; nil for one that a collector may agree on alone.
  ///
  /// `"The last instalment is 210 days away; a plan reaches 180 days at most."`
  public func excess(of plan: ProposedPlan, today: CalendarDay) -> String? {
    guard let first = plan.instalments.first, let last = plan.instalments.last, let total = try? plan.total()
    else { return nil }
    let days = today.distance(to: last.due)
    if days > plans.longestDays {
      return "The last instalment is \(days) days away; a plan reaches \(plans.longestDays) days at most."
    }
    // Shares are compared without division, in 128 bits, so that none is rounded and none overflows.
    if Int128(first.amount) * 100 < Int128(total.minor) * Int128(plans.leastFirstPercent) {
      return "The first instalment is less than \(plans.leastFirstPercent) % of \(total)."
    }
    let size = (try? orderAmount(of: total)) ?? .max
    guard size / 100 > Int64(plans.largestMajor) else { return nil }
    return "\(total) is more than a collector may spread over a plan alone."
  }
}
