/// What a cell means. A theme gives each role its look; no screen names a colour.
public enum Role: UInt8, Hashable, Sendable, CaseIterable {
  /// Ordinary text.
  case normal
  /// The first row of a screen.
  case title
  /// Column headings and section names.
  case heading
  /// The row under the cursor.
  case selected
  /// Less important.
  case dim
  /// Kept, done, in order.
  case good
  /// Needs attention soon.
  case warning
  /// Broken, over a limit, refused.
  case bad
  /// A value that stands out without being good or bad.
  case accent
  /// A key in the key bar.
  case key
  /// What that key does.
  case keyLabel
  /// A field that can be typed into.
  case field
  /// The field that has the focus.
  case focusedField
  /// The message line.
  case message
  /// A message that something failed.
  case failure
  /// The frame and ground of an overlay.
  case overlay
}
