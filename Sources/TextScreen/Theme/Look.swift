/// How one role looks.
public struct Look: Hashable, Sendable {
  /// The text; nil for the terminal's own.
  public var foreground: Colour?
  /// The ground; nil for the terminal's own.
  public var background: Colour?
  /// The attributes that terminals without colour have too.
  public var bold = false
  /// Text and ground exchanged.
  public var reverse = false
  /// Underlined.
  public var underline = false
  /// Fainter than ordinary text.
  public var dim = false

  /// The terminal's own look unless something is asked for.
  public init(
    _ foreground: Colour? = nil, on background: Colour? = nil, bold: Bool = false, reverse: Bool = false,
    underline: Bool = false, dim: Bool = false
  ) {
    self.foreground = foreground
    self.background = background
    self.bold = bold
    self.reverse = reverse
    self.underline = underline
    self.dim = dim
  }

  /// The same without its colours.
  public var withoutColour: Look {
    Look(bold: bold, reverse: reverse, underline: underline, dim: dim)
  }
}
