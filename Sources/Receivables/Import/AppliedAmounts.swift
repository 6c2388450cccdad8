/// The applications of an account at work, found by the invoice or the credit at a place without going through all: an
/// account may have ten thousand of each.
struct AppliedAmounts {
  private var all: [Application] = []
  private var isGone: [Bool] = []
  /// For each application the one before it of the same invoice, and of the same credit; -1 before the first.
  private var beforeOfInvoice: [Int32] = []
  private var beforeOfCredit: [Int32] = []
  /// For each invoice and credit its newest application; -1 without any.
  private var lastOfInvoice: [Int32] = []
  private var lastOfCredit: [Int32] = []
  private(set) var nextID: Int64 = 1

  /// Those that were not taken away, by row number.
  var left: [Application] { isGone.contains(true) ? zip(all, isGone).filter { !$0.1 }.map(\.0) : all }

  /// Adds one with the largest row number so far, of the documents at those places.
  mutating func add(_ application: Application, invoice: Int?, credit: Int?) {
    let place = Int32(all.count)
    all.append(application)
    isGone.append(false)
    nextID = application.id &+ 1
    beforeOfInvoice.append(Self.chain(place, at: invoice, in: &lastOfInvoice))
    beforeOfCredit.append(Self.chain(place, at: credit, in: &lastOfCredit))
  }

  private static func chain(_ place: Int32, at document: Int?, in last: inout [Int32]) -> Int32 {
    guard let document else { return -1 }
    while last.count <= document { last.append(-1) }
    defer { last[document] = place }
    return last[document]
  }

  subscript(place: Int) -> Application { all[place] }

  /// Places of those of the invoice at a place, oldest first.
  func places(ofInvoice invoice: Int) -> [Int] { chained(lastOfInvoice, invoice, beforeOfInvoice) }

  /// Places of those of the credit at a place, oldest first.
  func places(ofCredit credit: Int) -> [Int] { chained(lastOfCredit, credit, beforeOfCredit) }

  private func chained(_ last: [Int32], _ document: Int, _ before: [Int32]) -> [Int] {
    guard document < last.count else { return [] }
    var places: [Int] = []
    var place = Int(last[document])
    while place >= 0 {
      if !isGone[place] { places.append(place) }
      place = Int(before[place])
    }
    places.reverse()
    return places
  }

  mutating func remove(at place: Int) { isGone[place] = true }

  mutating func setAmount(_ amount: Int64, at place: Int) { all[place].amount = amount }
}

extension Collection<Application> {
  /// What they come to, minor units. Throws `MoneyError`.
  func sum() throws(MoneyError) -> Int64 {
    var sum: Int64 = 0
    for application in self { sum = try sum.addingChecked(application.amount) }
    return sum
  }
}
