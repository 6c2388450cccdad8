/// How far apart the instalments of a plan are.
public enum PlanRhythm: String, Hashable, Sendable, CaseIterable {
  /// Every 7 days.
  case weekly
  /// Every 14 days.
  case fortnightly
  /// On the same day of every month, clipped to its length.
  case monthly

  /// The day of an instalment, counted from 0: the third of a monthly plan from 31 January is 31 March.
  public func day(_ index: Int, from first: CalendarDay) -> CalendarDay {
    switch self {
    case .weekly: first.advanced(by: 7 * index)
    case .fortnightly: first.advanced(by: 14 * index)
    case .monthly: first.advanced(byMonths: index)
    }
  }
}

extension PlanTerms {
  /// How far apart its instalments are; nil for a single one and for days that were chosen by hand.
  public var rhythm: PlanRhythm? {
    guard let first = instalments.first?.due, instalments.count > 1 else { return nil }
    return PlanRhythm.allCases.first { rhythm in
      instalments.indices.allSatisfy { instalments[$0].due == rhythm.day($0, from: first) }
    }
  }
}
