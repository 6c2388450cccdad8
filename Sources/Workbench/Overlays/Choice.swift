import TextScreen

/// One line of a pick list.
struct Choice: Hashable, Sendable {
  /// What the screen is told.
  var value: String
  /// What a person reads.
  var title: String
  /// More about it, in a second column.
  var detail: String
  /// By what it is found besides.
  var alias: String

  init(_ value: String, _ title: String, detail: String = "", alias: String = "") {
    self.value = value
    self.title = title
    self.detail = detail
    self.alias = alias
  }

  /// Title and detail with the details of all lines below each other.
  func line(titleWidth: Int) -> String {
    guard !detail.isEmpty else { return title }
    let gap = max(titleWidth - DisplayWidth.of(title), 0) + 2
    return title + String(repeating: " ", count: gap) + detail
  }
}
