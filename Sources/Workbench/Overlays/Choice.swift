/// One line of a pick list.
struct Choice: Hashable, Sendable {
  /// What the screen is told.
  var value: String
  /// What a person reads.
  var title: String
  /// More about it, less important.
  var detail: String

  init(_ value: String, _ title: String, detail: String = "") {
    self.value = value
    self.title = title
    self.detail = detail
  }

  /// Whether every word of `filter` occurs in it, in either case.
  func matches(_ filter: String) -> Bool {
    let text = "\(title) \(detail) \(value)".lowercased()
    return filter.lowercased().split(separator: " ").allSatisfy { text.contains($0) }
  }
}
