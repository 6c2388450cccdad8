import Receivables

/// What a search asks of the texts of a page: which accounts have one of them.
struct SearchTerm: Hashable, Sendable {
  let texts: SearchedTexts
  let bytes: [UInt8]

  init(_ texts: SearchedTexts, _ bytes: [UInt8]) {
    self.texts = texts
    self.bytes = bytes
  }

  /// Whether every account that has `other` has this too.
  func isIn(_ other: SearchTerm) -> Bool {
    guard texts == other.texts, bytes.count <= other.bytes.count else { return false }
    return (0...(other.bytes.count - bytes.count)).contains { other.bytes[$0...].starts(with: bytes) }
  }
}

/// A search as a formula over terms: any of the ways finds an account, and a way wants one of each of its groups.
struct SearchFormula: Sendable {
  /// Every term once.
  private(set) var terms: [SearchTerm] = []
  /// By the places of the terms.
  private var ways: [[[Int]]] = []

  init(_ search: SearchQuery) {
    ways = [search.words.map { place([SearchTerm(.words, $0.bytes)] + Self.terms($0.amount)) }]
    // Phone numbers are stored as they were written and as digits, and are asked for in every form.
    if let phone = search.phone { ways.append([place([SearchTerm(.words, phone)])]) }
    if let amount = search.amount { ways.append([place(Self.terms(amount))]) }
  }

  var hasAmounts: Bool { terms.contains { $0.texts == .amounts } }

  /// The accounts of a page that are found where those in `having` have the terms.
  func accounts(_ having: [UInt64]) -> UInt64 {
    ways.reduce(0) { any, way in
      any | way.reduce(.max) { all, group in all & group.reduce(0) { $0 | having[$1] } }
    }
  }

  private static func terms(_ amount: AmountSought?) -> [SearchTerm] {
    (amount?.patterns ?? []).map { SearchTerm(.amounts, Array($0.utf8)) }
  }

  private mutating func place(_ group: [SearchTerm]) -> [Int] {
    group.map { term in
      if let place = terms.firstIndex(of: term) { return place }
      terms.append(term)
      return terms.count - 1
    }
  }
}
