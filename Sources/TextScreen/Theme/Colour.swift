/// A colour as terminals number them.
public struct Colour: Hashable, Sendable {
  /// In the palette of 256.
  public let palette: UInt8
  /// The nearest of the 16, of which the upper 8 are the bright ones.
  public let basic: UInt8

  private init(_ palette: UInt8, _ basic: UInt8) {
    self.palette = palette
    self.basic = basic
  }

  /// Its number on a terminal with so many colours; nil for the terminal's own where a dark grey would vanish, as
  /// with 8 colours.
  public func number(of colours: Int) -> Int? {
    switch colours {
    case 256...: Int(palette)
    case 16...: Int(basic)
    default: basic == 8 ? nil : Int(basic % 8)
    }
  }

  static let black = Colour(16, 0)
  static let white = Colour(231, 15)
  static let grey = Colour(245, 8)
  static let silver = Colour(252, 7)
  static let red = Colour(203, 9)
  static let darkRed = Colour(124, 1)
  static let green = Colour(114, 10)
  static let darkGreen = Colour(28, 2)
  static let amber = Colour(221, 11)
  static let brown = Colour(94, 3)
  static let cyan = Colour(117, 14)
  static let darkCyan = Colour(24, 6)
  static let blue = Colour(24, 4)
  static let paleBlue = Colour(153, 14)
  static let yellow = Colour(226, 11)
  static let charcoal = Colour(236, 0)
  static let smoke = Colour(254, 7)
}
