extension PromiseFill {
  /// Pours what was applied to promised invoices into the promises, oldest money first.
  ///
  /// Money that several promises could take goes to the one with the earliest day; a claim that something was
  /// paid takes nothing away from a promise.
  static func pour(_ books: BooksAsOf, into fills: inout [PromiseFill]) {
    var takers = Array(repeating: [Int](), count: books.positions.count)
    let byDay = fills.indices.sorted { (fills[$0].day, $0) < (fills[$1].day, $1) }
    for index in byDay where !fills[index].isVoided {
      for place in fills[index].places where books.positions[place].lastApplication >= 0 {
        takers[place].append(index)
      }
    }
    var items = takers.indices.flatMap { takers[$0].isEmpty ? [] : books.netApplications(at: $0) }
    items.sort { ($0.application.dated, $0.application.id) < ($1.application.dated, $1.application.id) }
    for item in items where item.application.isMoney || item.application.source == .creditNote {
      var left = item.net
      for index in takers[item.place] {
        if fills[index].isClaim {
          _ = fills[index].fill(item.net, from: item.application)
        } else {
          left -= fills[index].fill(left, from: item.application)
        }
      }
    }
  }
}
