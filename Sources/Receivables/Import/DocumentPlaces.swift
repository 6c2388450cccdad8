/// Where the documents of an account stand, by the keys of their numbers. Most accounts have so few that looking at each
/// is faster than hashing; the largest have ten thousands.
struct DocumentPlaces {
  private static let few = 24

  private var keys: [String] = []
  private var places: [Int] = []
  /// Those of an account that has more than a few.
  private var many: [String: Int] = [:]

  func place(of key: String) -> Int? {
    guard many.isEmpty else { return many[key] }
    return keys.firstIndex(of: key).map { places[$0] }
  }

  /// Adds a document. Of two that an earlier version had as two and that count as one now, the one that is spelled plainly is
  /// meant, else the first.
  mutating func add(_ key: String, of number: String, at place: Int) {
    if !many.isEmpty {
      if key == number || many[key] == nil { many[key] = place }
      return
    }
    if let known = keys.firstIndex(of: key) {
      if key == number { places[known] = place }
      return
    }
    keys.append(key)
    places.append(place)
    guard keys.count > Self.few else { return }
    many = Dictionary(zip(keys, places), uniquingKeysWith: { first, _ in first })
    (keys, places) = ([], [])
  }
}
