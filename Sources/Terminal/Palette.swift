internal import CNcursesW
import Glibc
import TextScreen

/// The attributes and colour pair of every role on this terminal.
struct Palette {
  /// What ncurses needs to write in the look of a role.
  private struct Attributes {
    var bits: attr_t = 0
    var pair: Int16 = 0
  }

  private let theme: Theme
  private var attributes = Array(repeating: Attributes(), count: Role.allCases.count)
  /// What ncurses writes while a change of looks is worked out.
  nonisolated(unsafe) private static var caught: [UInt8] = []

  /// Gives each role a colour pair, as many colours as the terminal has.
  init(theme: Theme) {
    let forbidden = getenv("NO_COLOR").map { $0.pointee != 0 } ?? false
    let hasColours = !forbidden && has_colors() && start_color() == OK
    let hasDefaults = hasColours && use_default_colors() == OK
    self.theme = hasColours ? theme : .mono
    for (place, role) in Role.allCases.enumerated() {
      let look = self.theme[role]
      var pair: Int16 = 0
      if hasColours, look.foreground != nil || look.background != nil {
        let foreground = Self.number(look.foreground) ?? (hasDefaults ? -1 : 7)
        let background = Self.number(look.background) ?? (hasDefaults ? -1 : 0)
        if init_pair(Int16(place + 1), foreground, background) == OK { pair = Int16(place + 1) }
      }
      attributes[Int(role.rawValue)] = Attributes(bits: Self.bits(look), pair: pair)
    }
  }

  /// What the terminal is sent between texts of different roles.
  var looks: RoleLooks {
    RoleLooks(theme) { [attributes] old, new in
      Self.wear(attributes[Int(old.rawValue)])
      let change = Self.wear(attributes[Int(new.rawValue)])
      // Whatever ncurses writes by itself it writes in the ordinary look.
      Self.wear(Attributes())
      return change
    }
  }

  /// What ncurses sends to change from the look that it wore last.
  @discardableResult private static func wear(_ attributes: Attributes) -> [UInt8] {
    caught = []
    vid_puts(attributes.bits, attributes.pair, nil) { byte in
      Palette.caught.append(UInt8(truncatingIfNeeded: byte))
      return byte
    }
    return caught
  }

  private static func bits(_ look: Look) -> attr_t {
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
