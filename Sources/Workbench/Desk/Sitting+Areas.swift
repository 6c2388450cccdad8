import TextScreen

/// Where things stand on the screen.
extension Sitting {
  /// Whether there is no room for a screen.
  var isTooSmall: Bool {
    size.columns < TooSmall.needed.columns || size.rows < TooSmall.needed.rows
  }

  /// The rows of the screen itself, below the title and above the key bar.
  var body: Rectangle { Rectangle(column: 0, row: 1, columns: size.columns, rows: size.rows - 3) }

  var keyBarRow: Int { size.rows - 2 }

  var messageRow: Int { size.rows - 1 }
}
