extension CallDraft {
  /// The fields as one text, a `name value` line each in the order of the names; `fields(in:)` reads it back.
  public var fieldsText: String {
    var text = ""
    for (name, value) in fields.sorted(by: { $0.key < $1.key }) {
      EntryText.append(name, value as String, to: &text)
    }
    return text
  }

  /// The fields that `fieldsText` wrote. Names hold no spaces.
  public static func fields(in text: String) -> [String: String] {
    var fields: [String: String] = [:]
    EntryText.forEachLine(of: text.utf8.span) { name, value in fields[name] = EntryText.string(value) }
    return fields
  }
}
