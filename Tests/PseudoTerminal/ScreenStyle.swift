/// How a cell of a virtual screen looks.
public struct ScreenStyle: Hashable, Sendable {
  /// The attributes that are on, by their SGR numbers: 1 bold, 2 dim, 4 underline, 7 reverse.
  public var attributes: Set<Int> = []
  /// The text's colour in the palette of 256; nil for the terminal's own.
  public var foreground: Int?
  /// The ground's colour; nil for the terminal's own.
  public var background: Int?

  /// The terminal's own look.
  public init() {}

  /// Applies the parameters of an SGR sequence.
  mutating func apply(_ parameters: [Int]) {
    var rest = parameters.isEmpty ? [0] : parameters[...]
    while let code = rest.popFirst() {
      switch code {
      case 0: self = ScreenStyle()
      case 1, 2, 4, 7: attributes.insert(code)
      case 22: attributes.subtract([1, 2])
      case 24, 27: attributes.remove(code - 20)
      case 30...37: foreground = code - 30
      case 38: foreground = Self.indexed(&rest)
      case 39: foreground = nil
      case 40...47: background = code - 40
      case 48: background = Self.indexed(&rest)
      case 49: background = nil
      case 90...97: foreground = code - 82
      case 100...107: background = code - 92
      default: break
      }
    }
  }

  private static func indexed(_ rest: inout ArraySlice<Int>) -> Int? {
    guard rest.popFirst() == 5 else { return nil }
    return rest.popFirst()
  }
}
