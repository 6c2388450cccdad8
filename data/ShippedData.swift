/// The files of `data/` that travel inside the binary, as UTF-8 text.
public enum ShippedData {
  /// The default policy: aging bounds, grace, lanes, rules and points, call results.
  public static var policy: String { text(PackageResources.policy_toml) }

  /// The names under which exports call each column, by role.
  public static var columns: String { text(PackageResources.columns_toml) }

  /// Forms of exports that are known by their headings, by the name of their file.
  public static var presets: [(name: String, text: String)] {
    [
      ("highradius", PackageResources.highradius_toml),
      ("tally", PackageResources.tally_toml),
      ("xero", PackageResources.xero_toml),
    ].map { ($0.0, text($0.1)) }
  }

  private static func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
}
