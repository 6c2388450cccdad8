/// One cell of a frame.
public struct Cell: Hashable, Sendable {
  /// One sanitised grapheme; empty in the right half of a wide one.
  public var text: String
  /// 1, 2 for a wide grapheme, 0 for the right half of one.
  public var width: UInt8
  /// What it means.
  public var role: Role

  /// A blank of that role.
  public static func blank(_ role: Role = .normal) -> Cell { Cell(text: " ", width: 1, role: role) }
}
