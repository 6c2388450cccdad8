import TextScreen

/// What a form says beside a field: how it understood the text, or what is wrong with it.
struct FieldReading: Hashable, Sendable {
  var text: String
  var role: Role

  /// What the typed text means.
  static func understood(_ text: String) -> FieldReading { FieldReading(text: text, role: .normal) }
  /// What holds because nothing was typed.
  static func standing(_ text: String) -> FieldReading { FieldReading(text: text, role: .dim) }
  /// Why the text means nothing.
  static func problem(_ text: String) -> FieldReading { FieldReading(text: text, role: .bad) }
}
