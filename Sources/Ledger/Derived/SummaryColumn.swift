/// The columns of `account_summary` in the order of their cells.
enum SummaryColumn: Int {
  case accountId, number, nameOrder, collector, owes
  case lane, laneOrder, insideOrder, amountOrder, oldestOrder, contactOrder, nextOrder, promiseOrder
  case flags, priority, band, oldestDue
  case nextKind, nextDay, nextTime, nextZone
  case promiseAmount, promiseCurrency, promiseDay, promiseState, promiseLevel
  case lastContact, workedDay, workedResult, reasons, changesOn

  /// Their names in SQL, in the same order.
  static let names = [
    "account_id", "number", "name_order", "collector", "owes",
    "lane", "lane_order", "inside_order", "amount_order", "oldest_order", "contact_order", "next_order",
    "promise_order",
    "flags", "priority", "band", "oldest_due",
    "next_kind", "next_day", "next_time", "next_zone",
    "promise_amount", "promise_currency", "promise_day", "promise_state", "promise_level",
    "last_contact", "worked_day", "worked_result", "reasons", "changes_on",
  ]

  /// The name in SQL.
  var name: String { Self.names[rawValue] }
}
