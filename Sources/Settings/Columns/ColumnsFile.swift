public import Interchange
import ShippedData

/// Reads the words of exports from the text of a `columns.toml`.
public enum ColumnsFile {
  /// The words that ship with the program.
  public static func shipped() throws(SettingsError) -> ColumnNames {
    try read(text: ShippedData.columns, name: "data/columns.toml")
  }

  /// The words that `text` lists. Throws the first fault with its line and column: an unknown role, or a heading
  /// that stands under two.
  public static func read(text: String, name: String) throws(SettingsError) -> ColumnNames {
    let root = try TOMLDocument(text: text, name: name).root
    try root.allow(only: ["headings", "words", "rows"])
    let rows = try root.section("rows")
    try rows.allow(only: ["totals", "as_of"])
    return ColumnNames(
      headings: try headings(try root.section("headings")), words: try words(try root.section("words")),
      totals: try rows.strings("totals").map { HeadingName($0) }, asOf: try rows.strings("as_of"))
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

  private static func words(_ section: TOMLSection) throws(SettingsError) -> [HeadingName: DocumentWord] {
    try section.allow(only: DocumentWord.allCases.map(\.rawValue))
    var words: [HeadingName: DocumentWord] = [:]
    for word in DocumentWord.allCases where section.has(word.rawValue) {
      for (index, text) in try section.strings(word.rawValue).enumerated() {
        if let other = words.updateValue(word, forKey: HeadingName(text)), other != word {
          throw section.fault(word.rawValue, at: index, "\"\(text)\" already stands under \(other.rawValue).")
        }
      }
    }
    return words
  }
}
