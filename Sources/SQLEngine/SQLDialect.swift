/// The few places where the text of a query depends on the engine, each with a name.
public enum SQLDialect {
  /// Whether `column` contains the text of `parameter`, byte for byte: `contains("words", "$1")`.
  public static func contains(_ column: String, _ parameter: String) -> String {
    "instr(\(column), \(parameter)) > 0"
  }
}
