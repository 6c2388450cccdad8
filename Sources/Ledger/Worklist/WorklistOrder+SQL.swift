import Receivables

extension WorklistOrder {
  /// The columns to sort by, all ascending. The last makes the order complete, so that pages never overlap.
  func columns(in view: WorklistView) -> [String] {
    switch self {
    case .lane where view == .promisesDue: ["promise_order", "amount_order", "oldest_order", "number"]
    case .lane: ["lane_order", "inside_order", "amount_order", "oldest_order", "number"]
    case .toCollect: ["amount_order", "oldest_order", "number"]
    case .oldest: ["oldest_order", "amount_order", "number"]
    case .lastContact: ["contact_order", "amount_order", "oldest_order", "number"]
    case .next: ["next_order", "amount_order", "oldest_order", "number"]
    case .name: ["name_order", "number"]
    }
  }
}
