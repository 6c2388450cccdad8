/// Where the program keeps its files (XDG Base Directory Specification 0.8).
enum Places {
  /// The ledger that is opened when nobody names one.
  static var database: String { data + "/book.kept" }

  /// The demo book.
  static var demo: String { data + "/demo.kept" }

  /// A policy of the user's own; used in place of the shipped one when it is there.
  static var policy: String { directory("XDG_CONFIG_HOME", below: "/.config") + "/policy.toml" }

  private static var data: String { directory("XDG_DATA_HOME", below: "/.local/share") }

  private static func directory(_ variable: String, below fallback: String) -> String {
    // The specification tells to ignore a relative path.
    if let base = Machine.variable(variable), base.hasPrefix("/") { return base + "/kept" }
    return (Machine.variable("HOME") ?? "") + fallback + "/kept"
  }
}
