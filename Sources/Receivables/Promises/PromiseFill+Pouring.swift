extension PromiseFill {
  /// Pours what was applied to promised invoices into the promises, oldest money first.
  ///
  /// Money that several promises could take goes to the one with the earliest day; a claim that something was
  /// paid takes nothing away from a promise.
  static func pour(_ books: BooksAsOf, into fills: inout [PromiseFill]) throws(MoneyError) {
    var takers: [Int: [Int]] = [:]
    let byDay = fills.indices.sorted { (fills[$0].taken.terms.day, $0) < (fills[$1].taken.terms.day, $1) }
    for index in byDay where !fills[index].isVoided {
      for place in fills[index].places { takers[place, default: []].append(index) }
    }
    let items = takers.keys.sorted().flatMap { books.netApplications(at: $0) }
      .filter { $0.application.isMoney || $0.application.source == .creditNote }
      .sorted { ($0.application.dated, $0.application.id) < ($1.application.dated, $1.application.id) }
    for item in items {
      var left = item.net
      for index in takers[item.place] ?? [] {
        if fills[index].isClaim {
          _ = fills[index].fill(item.net, from: item.application)
        } else {
          left -= fills[index].fill(left, from: item.application)
        }
      }
    }
  }
}
