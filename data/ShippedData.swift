/// The files of `data/` that travel inside the binary, as UTF-8 text.
public enum ShippedData {
  /// The default policy: aging bounds, grace, lanes, rules and points, call results.
  public static var policy: String { text(PackageResources.policy_toml) }

  /// The names under which exports call each column, by role.
  public static var columns: String { text(PackageResources.columns_toml) }

  /// Mappings for exports whose columns names alone do not explain.
  public static var layouts: String { text(PackageResources.layouts_toml) }

  private static func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
}
