/// A key as a person pressed it.
public enum Key: Hashable, Sendable {
  /// A printable character, one grapheme.
  case character(Character)
  /// Control and a lower-case letter: `.control("s")`.
  case control(Character)
  /// A function key, 1–12.
  case function(Int)
  /// The usual named keys.
  case enter, escape, tab, backTab, backspace, delete, insert
  /// Cursor keys.
  case up, down, left, right
  /// Paging keys.
  case home, end, pageUp, pageDown
}
