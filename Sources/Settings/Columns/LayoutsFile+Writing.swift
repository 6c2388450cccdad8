public import Interchange

extension LayoutsFile {
  /// The text from which `read` makes `layout` again.
  public static func text(of layout: Layout) -> String {
    var lines = ["[[layouts]]", "name = \(quoted(layout.name))", "headings = \(list(layout.headings))"]
    if !layout.ignored.isEmpty { lines.append("ignored = \(list(layout.ignored))") }
    if let currency = layout.currency { lines.append("currency = \(quoted(currency.code))") }
    if let order = layout.dateOrder { lines.append("date_order = \(quoted(order.rawValue))") }
    lines += ["", "[layouts.columns]"]
    for role in ColumnRole.allCases {
      if let heading = layout.columns[role] { lines.append("\(role.key) = \(quoted(heading))") }
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
