import TextScreen

/// What came of one look at the keyboard.
struct Decoded {
  var events: [InputEvent]
  /// Whether nothing was there at all.
  var isEmpty = false
}
