/// Where the documents of an account stand, by the keys of their numbers. Most accounts have so few that looking at each
/// is faster than hashing; the largest have ten thousands.
struct DocumentPlaces {
  private static let few = 24
  /// As many as most accounts have.
  private static let usual = 12

  private var first: [(key: String, place: Int)] = []
  /// Those of an account that has more than a few.
  private var many: [String: Int] = [:]

  func place(of key: String) -> Int? {
    guard many.isEmpty else { return many[key] }
    for known in first where known.key == key { return known.place }
    return nil
  }

  /// Adds a document. Of two that an earlier version had as two and that count as one now, the one that is spelled plainly is
  /// meant, else the first.
  mutating func add(_ key: String, of number: String, at place: Int) {
    if !many.isEmpty {
      if key == number || many[key] == nil { many[key] = place }
      return
    }
    for index in first.indices where first[index].key == key {
      if key == number { first[index].place = place }
      return
    }
    if first.isEmpty { first.reserveCapacity(Self.usual) }
    first.append((key, place))
    guard first.count > Self.few else { return }
    many = Dictionary(first.map { ($0.key, $0.place) }, uniquingKeysWith: { first, _ in first })
    first = []
  }
}
