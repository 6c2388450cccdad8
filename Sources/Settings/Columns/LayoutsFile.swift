public import Interchange
import Receivables
import ShippedData

/// Reads layouts of exports from the text of a preset, or of a mapping that somebody has saved.
public enum LayoutsFile {
  /// The layouts that ship with the program.
  public static func shipped() throws(SettingsError) -> [Layout] { try shippedLayouts.get() }

  /// Read once: every file of an import asks for them.
  private static let shippedLayouts = Result { () throws(SettingsError) in
    var layouts: [Layout] = []
    for preset in ShippedData.presets {
      layouts += try read(text: preset.text, name: "data/presets/\(preset.name).toml")
    }
    return layouts
  }

  /// The layouts that `text` lists. Throws the first fault with its line and column.
  public static func read(text: String, name: String) throws(SettingsError) -> [Layout] {
    let root = try TOMLDocument(text: text, name: name).root
    try root.allow(only: ["layouts"])
    var layouts: [Layout] = []
    for section in try root.sections("layouts") { layouts.append(try layout(section)) }
    return layouts
  }

  private static func layout(_ section: TOMLSection) throws(SettingsError) -> Layout {
    try section.allow(
      only: [
        "name", "headings", "titles", "columns", "ignored", "words", "currency", "currency_from",
        "date_order", "sections",
      ])
    var layout = Layout(
      name: try section.string("name"), headings: try section.strings("headings"), columns: [:])
    if section.has("titles") { layout.titles = try section.strings("titles") }
    if section.has("columns") { layout.columns = try columns(try section.section("columns")) }
    if section.has("ignored") { layout.ignored = try section.strings("ignored") }
    if section.has("words") { layout.words = try meanings(try section.section("words")) }
    if section.has("currency") { layout.currency = try currency("currency", section) }
    if section.has("sections") { layout.hasSections = try section.boolean("sections", default: false) }
    if section.has("currency_from") { layout.currencyRule = try rule(try section.section("currency_from")) }
    if section.has("date_order") {
      guard let order = DateOrder(rawValue: try section.string("date_order")) else {
        throw section.fault("date_order", "date_order must be \"dmy\", \"mdy\" or \"ymd\".")
      }
      layout.dateOrder = order
    }
    return layout
  }

  private static func columns(_ section: TOMLSection) throws(SettingsError) -> [ColumnRole: String] {
    try section.allow(only: ColumnRole.allCases.map(\.key))
    var columns: [ColumnRole: String] = [:]
    for role in ColumnRole.allCases where section.has(role.key) {
      columns[role] = try section.string(role.key)
    }
    return columns
  }

  private static func meanings(_ section: TOMLSection) throws(SettingsError) -> [String: WordMeaning] {
    var meanings: [String: WordMeaning] = [:]
    for text in section.keys {
      guard let meaning = WordMeaning(key: try section.string(text)) else {
        throw section.fault(text, "A word means one of \(WordMeaning.keys.joined(separator: ", ")).")
      }
      meanings[text] = meaning
    }
    return meanings
  }

  private static func rule(_ section: TOMLSection) throws(SettingsError) -> Layout.CurrencyRule {
    try section.allow(only: ["column", "values"])
    let table = try section.section("values")
    var values: [String: Currency] = [:]
    for key in table.keys { values[key] = try currency(key, table) }
    return Layout.CurrencyRule(column: try section.string("column"), values: values)
  }

  private static func currency(_ key: String, _ section: TOMLSection) throws(SettingsError) -> Currency {
    guard let currency = Currency(try section.string(key)) else {
      throw section.fault(key, "\(key) must be a currency code such as \"USD\".")
    }
    return currency
  }
}

extension LayoutsFile {
  /// The text from which `read` makes `layout` again.
  public static func text(of layout: Layout) -> String {
    var lines = ["[[layouts]]", "name = \(quoted(layout.name))", "headings = \(list(layout.headings))"]
    if !layout.titles.isEmpty { lines.append("titles = \(list(layout.titles))") }
    if !layout.ignored.isEmpty { lines.append("ignored = \(list(layout.ignored))") }
    if let currency = layout.currency { lines.append("currency = \(quoted(currency.code))") }
    if layout.hasSections { lines.append("sections = true") }
    if let order = layout.dateOrder { lines.append("date_order = \(quoted(order.rawValue))") }
    lines += ["", "[layouts.columns]"]
    for role in ColumnRole.allCases {
      if let heading = layout.columns[role] { lines.append("\(role.key) = \(quoted(heading))") }
    }
    if !layout.words.isEmpty {
      lines += ["", "[layouts.words]"]
      lines += layout.words.sorted { $0.key < $1.key }.map { "\(quoted($0.key)) = \(quoted($0.value.key))" }
    }
    if let rule = layout.currencyRule {
      let values = rule.values.sorted { $0.key < $1.key }.map {
        "\(quoted($0.key)) = \(quoted($0.value.code))"
      }
      lines += ["", "[layouts.currency_from]", "column = \(quoted(rule.column))"]
      lines.append("values = { \(values.joined(separator: ", ")) }")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func list(_ values: [String]) -> String {
    "[" + values.map(quoted).joined(separator: ", ") + "]"
  }

  /// A TOML basic string. Headings come from files: whatever is not plain is escaped.
  private static func quoted(_ value: String) -> String {
    var result = "\""
    for scalar in value.unicodeScalars {
      switch scalar {
      case "\"", "\\": result += "\\\(scalar)"
      case "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}":
        let digits = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}
