/// Where the documents of an account stand, by the keys of their numbers. Most accounts have so few that looking at each
/// is faster than hashing; the largest have ten thousands.
struct DocumentPlaces {
  private static let few = 24
  /// As many as most accounts have.
  private static let usual = 12

  private var first: [(key: String, place: Int)] = []
  /// Those of an account that has more than a few.
  private var many: [String: Int] = [:]
  /// Further ones of a key, which hardly any account has.
  private var further: [String: [Int]] = [:]

  /// The document of that key; of several the one that is spelled plainly, else the first.
  func place(of key: String) -> Int? {
    guard many.isEmpty else { return many[key] }
    for known in first where known.key == key { return known.place }
    return nil
  }

  /// All documents of that key where there are several, in the order in which they came; none otherwise.
  func several(of key: String) -> [Int] {
    guard !further.isEmpty, let others = further[key] else { return [] }
    return ((place(of: key).map { [$0] } ?? []) + others).sorted()
  }

  /// The document at a place is not of that key any more.
  mutating func remove(_ key: String, at place: Int) {
    let all = several(of: key)
    guard self.place(of: key) == place || all.contains(place) else { return }
    let rest = all.filter { $0 != place }
    further[key] = rest.count > 1 ? Array(rest.dropFirst()) : nil
    many[key] = many.isEmpty ? nil : rest.first
    guard let index = first.firstIndex(where: { $0.key == key }) else { return }
    if let next = rest.first { first[index].place = next } else { first.remove(at: index) }
  }

  /// Adds a document. Of two of one key the one that is spelled plainly is meant, else the first.
  mutating func add(_ key: String, of number: String, at place: Int) {
    if !many.isEmpty {
      guard let known = many[key] else { return many[key] = place }
      let isPlain = key == number
      if isPlain { many[key] = place }
      return further[key, default: []].append(isPlain ? known : place)
    }
    for index in first.indices where first[index].key == key {
      let isPlain = key == number
      further[key, default: []].append(isPlain ? first[index].place : place)
      if isPlain { first[index].place = place }
      return
    }
    if first.isEmpty { first.reserveCapacity(Self.usual) }
    first.append((key, place))
    guard first.count > Self.few else { return }
    many = Dictionary(first.map { ($0.key, $0.place) }, uniquingKeysWith: { first, _ in first })
    first = []
  }
}
