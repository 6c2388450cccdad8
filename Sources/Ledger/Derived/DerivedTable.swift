import SQLEngine

/// A table of derived rows: which columns it has and how a row gets into it.
struct DerivedTable {
  let name: String
  /// In the order of the cells of a row; the first is the account.
  let columns: [String]
  /// Reads the rows of the account `$1`, in the order of their keys.
  let select: String
  /// Writes one row, but only where it differs from what is stored.
  let upsert: String

  private init(_ name: String, keys: [String], values: [String]) {
    self.name = name
    columns = keys + values
    select = """
      select \(columns.joined(separator: ", ")) from \(name) where account_id = $1
      order by \(keys.joined(separator: ", "))
      """
    let parameters = columns.indices.map { "$\($0 + 1)" }
    upsert = """
      insert into \(name) (\(columns.joined(separator: ", "))) values (\(parameters.joined(separator: ", ")))
      on conflict (\(keys.joined(separator: ", "))) do update
      set \(values.map { "\($0) = excluded.\($0)" }.joined(separator: ", "))
      where (\(values.map { "\(name).\($0)" }.joined(separator: ", ")))
        is distinct from (\(values.map { "excluded.\($0)" }.joined(separator: ", ")))
      """
  }

  static let summary = DerivedTable(
    "account_summary", keys: [SummaryColumn.accountId.name],
    values: Array(SummaryColumn.names.dropFirst()))

  static let balance = DerivedTable(
    "account_balance", keys: ["account_id", "currency"],
    values: [
      "b0", "b1", "b2", "b3", "b4", "b5", "b6", "credits", "past_due", "disputed", "planned", "promised",
      "to_collect",
    ])

  static let search = DerivedTable("account_search", keys: ["account_id"], values: ["words"])

  static let all = [summary, balance, search]
}
