/// How high promises have risen: 1 for the first on an invoice, one more after each that did not hold.
struct PromiseLevels {
  /// The level of each promise, the highest among its invoices.
  private(set) var ofPromises: [Int] = []

  /// Goes through the promises in the order they were taken and leaves each invoice's level in the books.
  ///
  /// A promise that was kept by the time of the next one keeps the level; a voided one never was; a claim that
  /// something was paid is no promise and raises nothing.
  init(_ fills: [PromiseFill], _ books: inout BooksAsOf) {
    var last = Array(repeating: -1, count: books.positions.count)
    for (index, fill) in fills.enumerated() {
      let raises = !fill.isVoided && !fill.isClaim
      var level = raises ? 1 : 0
      for place in fill.places {
        if raises {
          let before = last[place]
          let wasKept = before >= 0 && fills[before].wasKept(by: fill.takenOn)
          if !wasKept { books.positions[place].promiseLevel += 1 }
          last[place] = index
        }
        level = max(level, books.positions[place].promiseLevel)
      }
      ofPromises.append(level)
    }
  }
}
