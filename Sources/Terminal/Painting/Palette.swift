internal import CNcursesW
import Glibc
import TextScreen

/// The attributes and colour pair of every role on this terminal.
struct Palette {
  struct Style {
    var attributes: attr_t = 0
    var pair: Int16 = 0
  }

  private var styles = Array(repeating: Style(), count: Role.allCases.count)

  /// Gives each role a colour pair, as many colours as the terminal has.
  init(theme: Theme) {
    let forbidden = getenv("NO_COLOR").map { $0.pointee != 0 } ?? false
    let hasColours = !forbidden && has_colors() && start_color() == OK
    let hasDefaults = hasColours && use_default_colors() == OK
    let theme = hasColours ? theme : .mono
    for (place, role) in Role.allCases.enumerated() {
      let look = theme[role]
      styles[Int(role.rawValue)].attributes = Self.attributes(look)
      guard hasColours, look.foreground != nil || look.background != nil else { continue }
      let pair = Int16(place + 1)
      let foreground = Self.number(look.foreground) ?? (hasDefaults ? -1 : 7)
      let background = Self.number(look.background) ?? (hasDefaults ? -1 : 0)
      if init_pair(pair, foreground, background) == OK { styles[Int(role.rawValue)].pair = pair }
    }
  }

  subscript(role: Role) -> Style { styles[Int(role.rawValue)] }

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
