public import BankStatements
public import Interchange
import Receivables
import ShippedData

/// Reads the words of banks' CSV files from the text of a `bank-columns.toml`.
public enum BankColumnsFile {
  /// The words that ship with the program. A heading of lists of invoices that no bank has is none of a statement's.
  public static func shipped() throws(SettingsError) -> StatementWords { try shippedWords.get() }

  /// Read once: every file of an import asks for them.
  private static let shippedWords = Result { () throws(SettingsError) in
    try read(text: ShippedData.bankColumns, name: "data/bank-columns.toml", besides: ColumnsFile.shipped())
  }

  /// The words that `text` lists, beside those of exports. Throws the first fault with its line and column: an unknown role,
  /// or a heading or word that stands under two.
  public static func read(
    text: String, name: String, besides exports: ColumnNames
  ) throws(SettingsError) -> StatementWords {
    let root = try TOMLDocument(text: text, name: name).root
    try root.allow(only: ["headings", "sides", "states", "titles", "returns", "rows"])
    let foreign: [ColumnRole] = [
      .accountNumber, .customerName, .documentNumber, .documentItem, .due, .baseline, .terms, .lineDetail,
      .appliedInvoice, .appliedAmount, .paidAmount,
    ]
    return StatementWords(
      headings: try lists(try root.section("headings")) { $0 == [.valued, .currency] },
      sides: try ColumnsFile.words(try root.section("sides")),
      states: try ColumnsFile.words(try root.section("states")),
      titles: try lists(try root.section("titles")) { _ in false },
      returns: try root.section("returns").strings("names").map { HeadingName($0) },
      totals: try root.section("rows").strings("totals").map { HeadingName($0) },
      foreign: Set(foreign.flatMap { exports.headings[$0] ?? [] }))
  }

  /// Names by what they stand under; `mayShare` says which two may have one in common.
  private static func lists<Key: RawRepresentable & CaseIterable & Hashable>(
    _ section: TOMLSection, mayShare: (Set<Key>) -> Bool
  ) throws(SettingsError) -> [Key: [HeadingName]] where Key.RawValue == String {
    try section.allow(only: Key.allCases.map(\.rawValue))
    var lists: [Key: [HeadingName]] = [:]
    var owners: [HeadingName: Key] = [:]
    for key in Key.allCases where section.has(key.rawValue) {
      for (index, text) in try section.strings(key.rawValue).enumerated() {
        let name = HeadingName(text)
        if let owner = owners.updateValue(key, forKey: name), owner != key, !mayShare([owner, key]) {
          throw section.fault(key.rawValue, at: index, "\"\(text)\" already stands under \(owner.rawValue).")
        }
        lists[key, default: []].append(name)
      }
    }
    return lists
  }
}
