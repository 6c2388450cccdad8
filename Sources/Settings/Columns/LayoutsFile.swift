public import Interchange
import Receivables
import ShippedData

/// Reads layouts of exports from the text of a `layouts.toml`, or of a mapping that somebody has saved.
public enum LayoutsFile {
  /// The layouts that ship with the program.
  public static func shipped() throws(SettingsError) -> [Layout] {
    try read(text: ShippedData.layouts, name: "data/layouts.toml")
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
      only: ["name", "headings", "columns", "ignored", "currency", "currency_from", "date_order"])
    var layout = Layout(
      name: try section.string("name"), headings: try section.strings("headings"), columns: [:])
    if section.has("columns") { layout.columns = try columns(try section.section("columns")) }
    if section.has("ignored") { layout.ignored = try section.strings("ignored") }
    if section.has("currency") { layout.currency = try currency("currency", section) }
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
