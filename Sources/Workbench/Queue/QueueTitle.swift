import Receivables
import TextScreen

/// What the first row says of the list: its view, where the selection stands in it, and what is to be collected of all.
struct QueueTitle {
  private let list: AccountList
  private let total: [Money]

  init(_ list: AccountList, _ figures: QueueFigures?) {
    self.list = list
    total = figures?.total ?? []
  }

  /// `"my queue 3/44 · to collect 211 204.11 USD"`, with as much of the amounts as has room.
  func text(width: Int) -> String {
    let search = list.isSearch ? " · “\(list.query.text)”" : ""
    let order = list.query.order == .lane ? "" : " · by \(list.query.order.title)"
    let plain = "\(list.query.view.title)\(search) \(place)\(order)"
    let room = width - DisplayWidth.of(plain)
    for form in 0..<total.count + 2 where !total.isEmpty {
      let amounts = amounts(form)
      if DisplayWidth.of(amounts) <= room { return plain + amounts }
    }
    return plain
  }

  /// All amounts, or the largest with the number of those that have no room: from the most words, `0`, to the fewest.
  private func amounts(_ form: Int) -> String {
    switch form {
    case 0: return " · to collect \(total.exact)"
    case 1: return " · to collect \(total.rough)"
    case 2: return " · \(total.rough)"
    default:
      let count = total.count + 2 - form
      return " · \(Array(total.prefix(count)).rough) +\(total.count - count)"
    }
  }

  /// `"3/44"`; of a search `"3/4 of 9"`, where five more match elsewhere.
  private var place: String {
    guard list.isHere else { return "…" }
    let all = list.elsewhere > 0 ? " of \(list.total + list.elsewhere)" : ""
    return "\(list.total == 0 ? 0 : list.rank + 1)/\(list.total)\(all)"
  }
}
