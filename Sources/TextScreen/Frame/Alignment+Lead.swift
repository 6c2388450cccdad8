extension Alignment {
  /// Blanks before a text of `taken` cells in `span`.
  func lead(_ taken: Int, in span: Int) -> Int {
    switch self {
    case .leading: 0
    case .trailing: max(span - taken, 0)
    case .centre: max(span - taken, 0) / 2
    }
  }
}
