import Receivables

extension TOMLSection {
  /// The value of `key` as one of a fixed set of words.
  func choice<Choice: RawRepresentable & CaseIterable>(
    _ key: String, of type: Choice.Type
  ) throws(SettingsError) -> Choice where Choice.RawValue == String {
    let name = try string(key)
    guard let choice = Choice(rawValue: name) else {
      throw fault(key, "Unknown \(key) \"\(name)\"; \(Choice.choices).")
    }
    return choice
  }

  /// The table's `code`, which none of `used` may equal.
  func newCode(among used: [String]) throws(SettingsError) -> String {
    let code = try string("code")
    guard !used.contains(code) else { throw fault("code", "The code \"\(code)\" is used twice.") }
    return code
  }

  /// A list of codes with their titles; at least one must be in use.
  func codedTexts(_ key: String) throws(SettingsError) -> [CodedText] {
    var texts: [CodedText] = []
    for section in try sections(key) {
      try section.allow(only: ["code", "title", "retired"])
      texts.append(
        CodedText(
          code: try section.newCode(among: texts.map(\.code)), title: try section.string("title"),
          isRetired: try section.boolean("retired", default: false)))
    }
    guard texts.contains(where: { !$0.isRetired }) else {
      throw fault(key, "\(key) needs at least one code that is in use.")
    }
    return texts
  }
}

extension CaseIterable where Self: RawRepresentable, RawValue == String {
  /// `known are "due", "issued"`.
  static var choices: String { "known are " + allCases.map { "\"\($0.rawValue)\"" }.joined(separator: ", ") }
}
