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
      .key: Look(bold: true, reverse: true), .keyLabel: Look(.silver), .field: Look(underline: true),
      .focusedField: Look(.white, on: .darkCyan, bold: true, underline: true), .message: Look(.cyan),
      .failure: Look(.white, on: .darkRed, bold: true), .overlay: Look(.smoke, on: .charcoal),
    ])

  /// For dark text on a light ground.
  public static let light = Theme(
    "light",
    [
      .title: Look(.white, on: .blue, bold: true), .heading: Look(.blue, bold: true, underline: true),
      .selected: Look(.blue, on: .white, reverse: true), .dim: Look(.grey), .good: Look(.darkGreen),
      .warning: Look(.brown, bold: true), .bad: Look(.darkRed, bold: true), .accent: Look(.darkCyan),
      .key: Look(bold: true, reverse: true), .keyLabel: Look(), .field: Look(underline: true),
      .focusedField: Look(.black, on: .paleBlue, bold: true, underline: true), .message: Look(.blue),
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
      .key: Look(bold: true, reverse: true),
      .field: Look(underline: true), .focusedField: Look(bold: true, reverse: true),
      .message: Look(bold: true),
      .failure: Look(bold: true, reverse: true),
    ])
}
