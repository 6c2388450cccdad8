import BankStatements
import Interchange
import Ledger
import Receivables
import Settings

/// What somebody says of statements that do not say it: only a bank's CSV needs it.
struct StatementWishes {
  var dateOrder: DateOrder?
  var decimalMark: DecimalMark?
  var currency: Currency?
  var isIncoming = false

  /// The rules for a bank's CSV. Throws `SettingsError`.
  func rules(by policy: Policy) throws -> CSVRules {
    var rules = CSVRules(words: try BankColumnsFile.shipped())
    (rules.dateOrder, rules.fallbackDateOrder) = (dateOrder, policy.dateOrder)
    rules.decimalMark = decimalMark
    (rules.currency, rules.fallbackCurrency) = (currency, policy.currency)
    rules.isIncoming = isIncoming
    return rules
  }
}

extension BankFormat {
  /// The format of a file that may also be an export of invoices; nil for what `kept import` takes.
  ///
  /// A CSV whose headings a preset or a mapping explains was meant for that, whatever a bank would call them. Throws
  /// `SettingsError`, `CommandFailure` and `LedgerError`.
  static func ofStatement(_ bytes: UnsafeRawBufferPointer, in ledger: LedgerFile) throws -> BankFormat? {
    guard let format = recognise(bytes, words: try BankColumnsFile.shipped()) else { return nil }
    guard format == .csv else { return format }
    let presets = try Presets.all()
    guard let text = try? ExportText(bytes),
      let heading = try? Heading.find(in: text, names: try ColumnsFile.shipped(), layouts: presets)
    else { return format }
    let isExplained = try heading.layout(among: presets) != nil || ledger.mappings()[heading.digest] != nil
    return isExplained ? nil : format
  }
}
