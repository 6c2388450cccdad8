/// Where the documents of an account stand, by the keys of their numbers. Most accounts have so few that looking at each
/// is faster than hashing; the largest have ten thousands.
struct DocumentPlaces {
  private static let few = 64
  /// As many as most accounts have.
  private static let usual = 12

  private var first: [Known] = []
  /// Those of an account that has more than a few.
  private var many: [String: Int] = [:]
  /// Further ones of a key, which hardly any account has.
  private var further: [String: [Int]] = [:]

  private struct Known {
    let key: String
    var place: Int
    let digits: UInt64
  }

  /// The digits of a key as a number: keys are the same only where these are, and numbers are compared faster than texts.
  private static func digits(of key: String) -> UInt64 {
    let bytes = key.utf8.span
    var digits: UInt64 = 0
    for index in bytes.indices where bytes[index] &- 0x30 <= 9 {
      digits = digits &* 10 &+ UInt64(bytes[index] &- 0x30)
    }
    return digits
  }

  private func index(of key: String, _ digits: UInt64) -> Int? {
    first.firstIndex { $0.digits == digits && $0.key == key }
  }

  /// The document of that key; of several the one that is spelled plainly, else the first.
  func place(of key: String) -> Int? {
    guard many.isEmpty else { return many[key] }
    return index(of: key, Self.digits(of: key)).map { first[$0].place }
  }

  /// The same, of several the first that is meant.
  func place(of key: String, where isMeant: (Int) -> Bool) -> Int? {
    guard further.isEmpty || further[key] == nil else { return several(of: key).first(where: isMeant) }
    return place(of: key).flatMap { isMeant($0) ? $0 : nil }
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
    guard let index = index(of: key, Self.digits(of: key)) else { return }
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
    let digits = Self.digits(of: key)
    if let index = index(of: key, digits) {
      let isPlain = key == number
      further[key, default: []].append(isPlain ? first[index].place : place)
      if isPlain { first[index].place = place }
      return
    }
    if first.isEmpty { first.reserveCapacity(Self.usual) }
    first.append(Known(key: key, place: place, digits: digits))
    guard first.count > Self.few else { return }
    many = Dictionary(first.map { ($0.key, $0.place) }, uniquingKeysWith: { first, _ in first })
    first = []
  }
}
