import Receivables
import TextScreen

/// What the first row says of the list: its view, where the selection stands in it, and what is to be collected of all.
struct QueueTitle {
  private let list: AccountList
  private let amounts: [String]

  init(_ list: AccountList, _ figures: QueueFigures?) {
    self.list = list
    amounts = figures?.titles ?? []
  }

  /// `"my queue 3/44 · to collect 211 204.11 USD"`, with as much of the amounts as has room.
  func text(width: Int) -> String {
    let search = list.isSearch ? " · “\(list.query.text)”" : ""
    let order = list.query.order == .lane ? "" : " · by \(list.query.order.title)"
    let plain = "\(list.query.view.title)\(search) \(place)\(order)"
    let room = width - DisplayWidth.of(plain)
    return plain + (amounts.first { DisplayWidth.of($0) <= room } ?? "")
  }

  /// All amounts, or the largest with the number of those that have no room, from the most words to the fewest.
  static func amounts(_ total: [Money], _ what: String) -> [String] {
    guard !total.isEmpty else { return [] }
    let whole = [" · \(what) \(total.exact)", " · \(what) \(total.rough)", " · \(total.rough)"]
    return whole
      + (1..<total.count).reversed().map { count in
        " · \(Array(total.prefix(count)).rough) +\(total.count - count)"
      }
  }

  /// `"3/44"`; of a search `"3/4 of 9"`, where five more match elsewhere.
  private var place: String {
    guard list.isHere, !list.isAwaited else { return "…" }
    let all = list.elsewhere > 0 ? " of \(list.total + list.elsewhere)" : ""
    return "\(list.total == 0 ? 0 : list.rank + 1)/\(list.total)\(all)"
  }
}
