/// The units of one application that nothing has taken yet. To each promise or dispute the first of them are known, as
/// many as were in the books when it was opened.
struct UntakenMoney {
  private let size: Int64
  private var units: [Range<Int64>]

  init(_ net: Int64) { (size, units) = (net, net > 0 ? [0..<net] : []) }

  private init(noneOf size: Int64) { (self.size, units) = (size, []) }

  func count(above known: Int64) -> Int64 {
    units.reduce(0) { $0 + max($1.upperBound - max($1.lowerBound, known), 0) }
  }

  /// Takes the first `amount` units above the known ones.
  mutating func take(_ amount: Int64, above known: Int64) {
    var left = amount
    units = units.flatMap { range in
      let start = max(range.lowerBound, known)
      let taken = max(min(left, range.upperBound - start), 0)
      guard taken > 0 else { return [range] }
      left -= taken
      return [range.lowerBound..<start, start + taken..<range.upperBound].filter { !$0.isEmpty }
    }
  }

  /// The units that something took.
  var taken: UntakenMoney {
    var others = UntakenMoney(noneOf: size)
    var start: Int64 = 0
    for range in units + [size..<size] {
      if start < range.lowerBound { others.units.append(start..<range.lowerBound) }
      start = range.upperBound
    }
    return others
  }
}

/// What disputes took of the credits that came: what is accepted as contested was never to be paid, so the credit for it
/// lowers nothing else that was agreed.
struct DisputedCredits {
  /// What disputes left of an application, by its number.
  private var left: [Int64: UntakenMoney] = [:]

  /// What disputes left of an application.
  subscript(money: NetApplication) -> UntakenMoney {
    get { left[money.application.id] ?? UntakenMoney(money.net) }
    set { left[money.application.id] = newValue }
  }

  /// What came to a covered part of an invoice without what disputes took. Of that only so much counts as more of the part
  /// would be left than is open of the invoice.
  func lowering(
    _ came: [NetApplication], at place: Int, part: Int64, _ items: OpenItems
  ) throws(MoneyError) -> [NetApplication] {
    guard !left.isEmpty else { return came }
    var remaining = part
    var lowering: [NetApplication] = []
    for var money in came {
      let disputed = self[money].taken.count(above: money.known)
      remaining -= money.new - disputed
      if disputed > 0 {
        let open = try items.open(at: place, after: money.application)
        let counts = min(disputed, max(remaining - open, 0))
        remaining -= counts
        money.disputed = disputed - counts
      }
      lowering.append(money)
    }
    return lowering.filter { $0.new > 0 }
  }
}
