/// What the worklist is sorted by. Ties: amount to collect, oldest days, account number.
public enum WorklistOrder: String, Hashable, Sendable, CaseIterable {
  /// Lanes first, then priority inside a lane.
  case lane
  /// Largest amount to collect first.
  case toCollect = "to_collect"
  /// Oldest past-due invoice first.
  case oldest
  /// Longest without a right-party contact first.
  case lastContact = "last_contact"
  /// Next action soonest first.
  case next
  /// By name.
  case name

  /// What a collector reads: `"amount to collect"`.
  public var title: String {
    switch self {
    case .lane: "lane and priority"
    case .toCollect: "amount to collect"
    case .oldest: "oldest days"
    case .lastContact: "last contact"
    case .next: "next action"
    case .name: "name"
    }
  }
}
