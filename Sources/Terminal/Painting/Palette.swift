internal import CNcursesW
import Glibc
import TextScreen

/// The attributes and colour pair of every role on this terminal.
struct Palette {
  /// A blank of each role.
  private var blanks = Array(repeating: cchar_t(), count: Role.allCases.count)

  /// Gives each role a colour pair, as many colours as the terminal has.
  init(theme: Theme) {
    let forbidden = getenv("NO_COLOR").map { $0.pointee != 0 } ?? false
    let hasColours = !forbidden && has_colors() && start_color() == OK
    let hasDefaults = hasColours && use_default_colors() == OK
    let theme = hasColours ? theme : .mono
    for (place, role) in Role.allCases.enumerated() {
      let look = theme[role]
      var pair: Int16 = 0
      if hasColours, look.foreground != nil || look.background != nil {
        let foreground = Self.number(look.foreground) ?? (hasDefaults ? -1 : 7)
        let background = Self.number(look.background) ?? (hasDefaults ? -1 : 0)
        if init_pair(Int16(place + 1), foreground, background) == OK { pair = Int16(place + 1) }
      }
      setcchar(&blanks[Int(role.rawValue)], [0x20, 0], Self.attributes(look), pair, nil)
    }
  }

  /// The cell as ncurses stores it.
  func character(_ cell: Cell) -> cchar_t {
    var character = blanks[Int(cell.role.rawValue)]
    let values = cell.glyph.values
    character.chars = (
      wchar_t(values.0), wchar_t(values.1), wchar_t(values.2), wchar_t(values.3), wchar_t(values.4)
    )
    return character
  }

  private static func attributes(_ look: Look) -> attr_t {
    var attributes: attr_t = 0
    if look.bold { attributes |= kept_bold }
    if look.reverse { attributes |= kept_reverse }
    if look.underline { attributes |= kept_underline }
    if look.dim { attributes |= kept_dim }
    return attributes
  }

  private static func number(_ colour: Colour?) -> Int16? {
    colour?.number(of: Int(kept_colours())).map { Int16($0) }
  }
}
