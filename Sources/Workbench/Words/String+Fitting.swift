extension String {
  /// The first `limit` characters, with "…" in the place of the rest.
  func shortened(to limit: Int) -> String {
    guard utf8.count > limit, index(startIndex, offsetBy: limit, limitedBy: endIndex) != nil else {
      return self
    }
    return prefix(limit - 1) + "…"
  }

  /// Without blanks at both ends.
  var trimmed: String {
    var text = self[...]
    while text.first?.isWhitespace == true { text.removeFirst() }
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }
}
