/// One cell of a frame.
public struct Cell: Hashable, Sendable {
  /// What it shows; of no width in the right half of a wide one.
  public var glyph: Glyph
  /// What it means.
  public var role: Role

  /// A blank of that role.
  public static func blank(_ role: Role = .normal) -> Cell { Cell(glyph: .blank, role: role) }
}
