/// The look of every role. What is selected, focused or wrong can be told without colour in all of them.
public struct Theme: Hashable, Sendable {
  /// What a configuration file calls it.
  public let name: String
  private let looks: [Role: Look]

  private init(_ name: String, _ looks: [Role: Look]) {
    self.name = name
    self.looks = looks
  }

  /// How a role looks.
  public subscript(role: Role) -> Look { looks[role] ?? Look() }

  /// All there are; the first is the default.
  public static let all: [Theme] = [dark, light, highContrast, mono]

  /// The theme of that name: `Theme(name: "light")`.
  public init?(name: String) {
    guard let theme = Self.all.first(where: { $0.name == name }) else { return nil }
    self = theme
  }

  /// For light text on a dark ground.
  public static let dark = Theme(
    "dark",
    [
      .title: Look(.white, on: .blue, bold: true), .heading: Look(.cyan, bold: true, underline: true),
      .selected: Look(.paleBlue, on: .black, reverse: true), .dim: Look(.grey),
      .good: Look(.green), .warning: Look(.amber, bold: true), .bad: Look(.red, bold: true),
      .accent: Look(.cyan),
      .key: Look(.silver, bold: true), .keyLabel: Look(.grey), .field: Look(underline: true),
      .focusedField: Look(.white, on: .darkCyan, bold: true, underline: true),
      .preset: Look(.grey, underline: true), .message: Look(.cyan),
      .failure: Look(.white, on: .darkRed, bold: true), .overlay: Look(.smoke, on: .charcoal),
    ])

  /// For dark text on a light ground.
  public static let light = Theme(
    "light",
    [
      .title: Look(.white, on: .blue, bold: true), .heading: Look(.blue, bold: true, underline: true),
      .selected: Look(.blue, on: .white, reverse: true), .dim: Look(.grey), .good: Look(.darkGreen),
      .warning: Look(.brown, bold: true), .bad: Look(.darkRed, bold: true), .accent: Look(.darkCyan),
      .key: Look(bold: true), .keyLabel: Look(.grey), .field: Look(underline: true),
      .focusedField: Look(.black, on: .paleBlue, bold: true, underline: true),
      .preset: Look(.grey, underline: true), .message: Look(.blue),
      .failure: Look(.white, on: .darkRed, bold: true), .overlay: Look(.black, on: .smoke),
    ])

  /// Few and strong colours on black.
  public static let highContrast = Theme(
    "high-contrast",
    [
      .normal: Look(.white, on: .black), .title: Look(.black, on: .white, bold: true),
      .heading: Look(.white, on: .black, bold: true, underline: true),
      .selected: Look(.yellow, on: .black, bold: true, reverse: true), .dim: Look(.white, on: .black),
      .good: Look(.white, on: .black), .warning: Look(.yellow, on: .black, bold: true),
      .bad: Look(.yellow, on: .black, bold: true, underline: true),
      .accent: Look(.white, on: .black, bold: true),
      .key: Look(.black, on: .white, bold: true), .keyLabel: Look(.white, on: .black),
      .field: Look(.white, on: .black, underline: true), .focusedField: Look(.black, on: .yellow, bold: true),
      .preset: Look(.silver, on: .black, underline: true),
      .message: Look(.white, on: .black, bold: true), .failure: Look(.black, on: .yellow, bold: true),
      .overlay: Look(.white, on: .black),
    ])

  /// No colour at all, as `NO_COLOR` asks for.
  public static let mono = Theme(
    "mono",
    [
      .title: Look(bold: true, reverse: true), .heading: Look(bold: true, underline: true),
      .selected: Look(reverse: true), .dim: Look(dim: true), .warning: Look(bold: true),
      .bad: Look(bold: true, underline: true), .accent: Look(bold: true),
      .key: Look(bold: true), .keyLabel: Look(dim: true),
      .field: Look(underline: true), .focusedField: Look(bold: true, reverse: true),
      .preset: Look(underline: true, dim: true),
      .message: Look(bold: true),
      .failure: Look(bold: true, reverse: true),
    ])
}

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
  /// What holds in a field until something is typed.
  case preset
  /// The message line.
  case message
  /// A message that something failed.
  case failure
  /// The frame and ground of an overlay.
  case overlay
}

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
