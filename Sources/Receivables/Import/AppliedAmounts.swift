/// The applications of an account at work, found by the invoice or the credit at a place without going through all: an
/// account may have ten thousand of each.
struct AppliedAmounts {
  private struct Entry {
    var application: Application
    var isGone = false
    /// The one before it of the same invoice, and of the same credit; -1 before the first.
    let beforeOfInvoice, beforeOfCredit: Int32
  }

  private var all: [Entry] = []
  private var isAnyGone = false
  /// Whether any says that an invoice was cancelled.
  private(set) var isAnyCancelled = false
  /// For each invoice and credit its newest application; -1 without any.
  private var lastOfInvoice: [Int32] = []
  private var lastOfCredit: [Int32] = []
  private(set) var nextID: Int64 = 1

  /// Those that were not taken away, by row number.
  var left: [Application] {
    isAnyGone ? all.filter { !$0.isGone }.map(\.application) : all.map(\.application)
  }

  /// Adds one with the largest row number so far, of the documents at those places.
  mutating func add(_ application: Application, invoice: Int?, credit: Int?) {
    let place = Int32(all.count)
    nextID = application.id &+ 1
    if application.source == .cancelled { isAnyCancelled = true }
    all.append(
      Entry(
        application: application, beforeOfInvoice: Self.chain(place, at: invoice, in: &lastOfInvoice),
        beforeOfCredit: Self.chain(place, at: credit, in: &lastOfCredit)))
  }

  private static func chain(_ place: Int32, at document: Int?, in last: inout [Int32]) -> Int32 {
    guard let document else { return -1 }
    widen(&last, to: document + 1)
    defer { last[document] = place }
    return last[document]
  }

  /// Makes room for so many more, of that many invoices and credits.
  mutating func reserve(_ count: Int, invoices: Int, credits: Int) {
    all.reserveCapacity(all.count + count)
    Self.widen(&lastOfInvoice, to: invoices)
    Self.widen(&lastOfCredit, to: credits)
  }

  private static func widen(_ last: inout [Int32], to count: Int) {
    guard count > last.count else { return }
    last.append(contentsOf: repeatElement(-1, count: count - last.count))
  }

  subscript(place: Int) -> Application { all[place].application }

  /// Places of those of the invoice at a place, oldest first.
  func places(ofInvoice invoice: Int) -> [Int] { chained(lastOfInvoice, invoice) { $0.beforeOfInvoice } }

  /// Places of those of the credit at a place, oldest first.
  func places(ofCredit credit: Int) -> [Int] { chained(lastOfCredit, credit) { $0.beforeOfCredit } }

  private func chained(_ last: [Int32], _ document: Int, _ before: (Entry) -> Int32) -> [Int] {
    guard document < last.count else { return [] }
    var places: [Int] = []
    var place = Int(last[document])
    while place >= 0 {
      if !all[place].isGone { places.append(place) }
      place = Int(before(all[place]))
    }
    places.reverse()
    return places
  }

  /// What those at `places` come to, minor units. Throws `MoneyError`.
  func sum(of places: [Int]) throws(MoneyError) -> Int64 {
    var sum: Int64 = 0
    for place in places { sum = try sum.addingChecked(all[place].application.amount) }
    return sum
  }

  mutating func remove(at place: Int) {
    all[place].isGone = true
    isAnyGone = true
  }

  mutating func setAmount(_ amount: Int64, at place: Int) { all[place].application.amount = amount }
}

extension Collection<Application> {
  /// What they come to, minor units. Throws `MoneyError`.
  func sum() throws(MoneyError) -> Int64 {
    var sum: Int64 = 0
    for application in self { sum = try sum.addingChecked(application.amount) }
    return sum
  }
}
