/// The files of `data/` that travel inside the binary, as UTF-8 text.
public enum ShippedData {
  /// The default policy: aging bounds, grace, lanes, rules and points, call results.
  public static var policy: String { text(PackageResources.policy_toml) }

  /// The names under which exports call each column, by role.
  public static var columns: String { text(PackageResources.columns_toml) }

  /// The names under which banks call each column of their CSV, by role, and their words.
  public static var bankColumns: String { text(PackageResources.bank_columns_toml) }

  /// Forms of exports that are known by their headings, by the name of their file.
  public static var presets: [(name: String, text: String)] {
    [
      ("akaunting", PackageResources.akaunting_toml),
      ("business-central", PackageResources.business_central_toml),
      ("chargebee", PackageResources.chargebee_toml),
      ("datev", PackageResources.datev_toml),
      ("dolibarr", PackageResources.dolibarr_toml),
      ("erpnext", PackageResources.erpnext_toml),
      ("freshbooks", PackageResources.freshbooks_toml),
      ("highradius", PackageResources.highradius_toml),
      ("invoice-ninja", PackageResources.invoice_ninja_toml),
      ("ledger", PackageResources.ledger_toml),
      ("myob", PackageResources.myob_toml),
      ("netsuite", PackageResources.netsuite_toml),
      ("odoo", PackageResources.odoo_toml),
      ("quickbooks", PackageResources.quickbooks_toml),
      ("sage", PackageResources.sage_toml),
      ("sap", PackageResources.sap_toml),
      ("stripe", PackageResources.stripe_toml),
      ("tally", PackageResources.tally_toml),
      ("wave", PackageResources.wave_toml),
      ("xero", PackageResources.xero_toml),
      ("zoho", PackageResources.zoho_toml),
    ].map { ($0.0, text($0.1)) }
  }

  private static func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
}
