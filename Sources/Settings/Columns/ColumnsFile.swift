public import Interchange
import Receivables
import ShippedData

/// Reads the words of exports from the text of a `columns.toml`.
public enum ColumnsFile {
  /// The words that ship with the program.
  public static func shipped() throws(SettingsError) -> ColumnNames { try shippedNames.get() }

  /// Read once: every file of an import asks for them.
  private static let shippedNames = Result { () throws(SettingsError) in
    try read(text: ShippedData.columns, name: "data/columns.toml")
  }

  /// The words that `text` lists. Throws the first fault with its line and column: an unknown role, or a heading
  /// that stands under two.
  public static func read(text: String, name: String) throws(SettingsError) -> ColumnNames {
    let root = try TOMLDocument(text: text, name: name).root
    try root.allow(only: [
      "headings", "types", "statuses", "receipts", "methods", "sides", "answers", "telling", "terms", "rows",
    ])
    let rows = try root.section("rows")
    try rows.allow(only: ["totals", "pages", "as_of"])
    return ColumnNames(
      headings: try headings(try root.section("headings")), types: try words(try root.section("types")),
      statuses: try words(try root.section("statuses")), receipts: try words(try root.section("receipts")),
      methods: try root.section("methods").strings("names").map { HeadingName($0) },
      sides: try words(try root.section("sides")),
      answers: try words(try root.section("answers")), telling: try telling(try root.section("telling")),
      spare: try root.section("telling").strings("spare").map { HeadingName($0) },
      terms: try phrases(try root.section("terms")),
      totals: try rows.strings("totals").map { HeadingName($0) },
      pages: try rows.strings("pages").map { HeadingName($0) }, asOf: try rows.strings("as_of"))
  }

  private static func headings(_ section: TOMLSection) throws(SettingsError) -> [ColumnRole: [HeadingName]] {
    try section.allow(only: ColumnRole.allCases.map(\.key))
    var headings: [ColumnRole: [HeadingName]] = [:]
    var owners: [HeadingName: ColumnRole] = [:]
    for role in ColumnRole.allCases where section.has(role.key) {
      for (index, text) in try section.strings(role.key).enumerated() {
        let name = HeadingName(text)
        if let owner = owners[name], owner != role {
          throw section.fault(role.key, at: index, "\"\(text)\" already stands under \(owner.key).")
        }
        owners[name] = role
        headings[role, default: []].append(name)
      }
    }
    return headings
  }

  private static func phrases(_ section: TOMLSection) throws(SettingsError) -> [String: [String]] {
    try section.allow(only: ColumnNames.termKeys)
    var phrases: [String: [String]] = [:]
    for key in ColumnNames.termKeys where section.has(key) { phrases[key] = try section.strings(key) }
    return phrases
  }

  private static func telling(_ section: TOMLSection) throws(SettingsError) -> [ColumnRole: [String]] {
    try section.allow(only: ColumnRole.allCases.map(\.key) + ["spare"])
    var phrases: [ColumnRole: [String]] = [:]
    for role in ColumnRole.allCases where section.has(role.key) {
      phrases[role] = try section.strings(role.key)
    }
    return phrases
  }

  static func words<Word: RawRepresentable & CaseIterable & Equatable>(
    _ section: TOMLSection
  ) throws(SettingsError) -> [HeadingName: Word] where Word.RawValue == String {
    try section.allow(only: Word.allCases.map(\.rawValue))
    var words: [HeadingName: Word] = [:]
    for word in Word.allCases where section.has(word.rawValue) {
      for (index, text) in try section.strings(word.rawValue).enumerated() {
        if let other = words.updateValue(word, forKey: HeadingName(text)), other != word {
          throw section.fault(word.rawValue, at: index, "\"\(text)\" already stands under \(other.rawValue).")
        }
      }
    }
    return words
  }
}
