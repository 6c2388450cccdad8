/// Which accounts to list and in what order, under which business date.
public struct WorklistQuery: Hashable, Sendable {
  /// The saved selection.
  public var view: WorklistView
  /// Whose accounts `mine` means. Accounts without a collector belong to everybody.
  public var collector: String
  /// Words that name, number, phone, invoice or note must contain; empty for no search.
  public var text: String
  /// The order.
  public var order: WorklistOrder
  /// The business date.
  public var today: CalendarDay

  /// A selection.
  public init(
    view: WorklistView = .mine, collector: String, text: String = "", order: WorklistOrder = .lane,
    today: CalendarDay
  ) {
    self.view = view
    self.collector = collector
    self.text = text
    self.order = order
    self.today = today
  }

  /// Whether the accounts come lane by lane; promises that are open come by their day instead.
  public var isByLane: Bool { order == .lane && view != .promisesDue }
}
