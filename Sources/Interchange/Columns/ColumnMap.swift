public import Receivables

/// Which column of an export plays which role.
public struct ColumnMap: Sendable {
  /// The layout that was used, or nil when names alone explained the file.
  public let layout: Layout?
  private let heading: Heading
  /// By the role's raw value: every cell of a million rows is looked up here.
  private var columns = [Int?](repeating: nil, count: ColumnRole.allCases.count)
  /// The column that tells the currency by `layout`'s rule.
  private(set) var currencyColumn: Int?
  /// The currency that the headings of amounts tell: `Amount (EUR)`.
  private(set) var headingCurrency: Currency?

  /// Roles by `layout` first, then by the usual names. Throws `Refusal` when two columns have the same name and
  /// the name matters, or when the layout names a column that is not there.
  public init(_ heading: Heading, names: ColumnNames, layout: Layout?) throws(Refusal) {
    self.heading = heading
    self.layout = layout
    var folded = heading.names.map { HeadingName($0) }
    let ignored = Set((layout?.ignored ?? []).map { HeadingName($0) })
    var taken: Set<Int> = Set(folded.indices.filter { ignored.contains(folded[$0]) })
    for role in ColumnRole.allCases {
      guard let name = layout?.columns[role] else { continue }
      guard let column = folded.firstIndex(of: HeadingName(name)) else {
        // A layout names columns that an export may have, beside those that it must have.
        let isNeeded = layout?.headings.contains { HeadingName($0) == HeadingName(name) } ?? true
        guard isNeeded else { continue }
        throw Refusal(
          reason: "The mapping \"\(layout?.name ?? "")\" needs a column \"\(name)\", which the file lacks.")
      }
      columns[role.rawValue] = column
      taken.insert(column)
    }
    if let rule = layout?.currencyRule { currencyColumn = folded.firstIndex(of: HeadingName(rule.column)) }
    let told = Self.currencies(in: heading.names)
    let amounts = Set(ExportEvidence.amountRoles.flatMap { names.headings[$0] ?? [] })
    let namesCurrency = folded.contains { names.headings[.currency, default: []].contains($0) }
    if !namesCurrency, columns[ColumnRole.currency.rawValue] == nil {
      for (column, plain) in told where amounts.contains(plain.name) && !folded.contains(plain.name) {
        folded[column] = plain.name
      }
    }
    for role in ColumnRole.allCases where columns[role.rawValue] == nil {
      for name in names.headings[role] ?? [] {
        let matches = folded.indices.filter { folded[$0] == name && !taken.contains($0) }
        guard let column = matches.first else { continue }
        guard matches.count == 1 || role == .lineDetail else {
          throw Refusal(
            line: heading.line, column: heading.names[column],
            reason:
              "\(matches.count) columns have this name, so it is not clear which one holds the \(role.title). "
              + "Rename one of them in the export, or choose with --map.")
        }
        columns[role.rawValue] = column
        taken.insert(column)
        try take(told[column]?.currency, of: column, as: role)
        break
      }
    }
    takeNumbers(folded, taken)
  }

  /// Beside a column for names, one that is only called "Customer" tells numbers.
  private mutating func takeNumbers(_ folded: [HeadingName], _ taken: Set<Int>) {
    let plain = ["customer", "client", "debtor", "kunde", "klant", "cliente", "kund", "klient"]
    let role = ColumnRole.accountNumber.rawValue
    guard columns[role] == nil, layout?.columns[.accountNumber] == nil,
      let name = columns[ColumnRole.customerName.rawValue], !plain.contains(folded[name].folded),
      let word = plain.first(where: { folded[name].folded.hasPrefix($0) || folded[name].folded.hasSuffix($0) }
      ),
      let column = folded.indices.first(where: { !taken.contains($0) && folded[$0].folded == word })
    else { return }
    columns[role] = column
  }

  /// Headings that end in the code of a currency, without it: `Amount (EUR)` and `amount_gbp`, not `Customer PO`.
  private static func currencies(in names: [String]) -> [Int: (name: HeadingName, currency: Currency)] {
    var found: [Int: (HeadingName, Currency)] = [:]
    for (column, name) in names.enumerated() {
      let code = name.split { !$0.isLetter }.last ?? ""
      // "Total all" is no amount in lek.
      let isMarked =
        code.startIndex > name.startIndex && "_([".contains(name[name.index(before: code.startIndex)])
      guard isMarked || code.allSatisfy(\.isUppercase) else { continue }
      guard code.count == 3, let currency = Currency(String(code)), currency.isKnown,
        name[code.endIndex...].allSatisfy({ $0 == ")" || $0 == "]" || $0 == " " })
      else { continue }
      let plain = HeadingName(String(name[..<code.startIndex]))
      if !plain.folded.isEmpty { found[column] = (plain, currency) }
    }
    return found
  }

  /// Keeps the currency that a heading of amounts tells. Throws `Refusal` where two of them differ.
  private mutating func take(_ currency: Currency?, of column: Int, as role: ColumnRole) throws(Refusal) {
    guard let currency, ExportEvidence.amountRoles.contains(role) else { return }
    if let other = headingCurrency, other != currency {
      throw Refusal(
        line: heading.line, column: heading.names[column],
        reason:
          "One heading tells \(other.code), this one \(currency.code). Leave one of them out with --ignore.")
    }
    headingCurrency = currency
  }

  /// The column of `role`, from 0.
  public subscript(role: ColumnRole) -> Int? { columns[role.rawValue] }

  /// Whether any of `roles` has a column.
  func hasAny(_ roles: ColumnRole...) -> Bool { roles.contains { self[$0] != nil } }

  /// Why a balance beside debits and credits is not taken: it may run from line to line, as in ledgers, and be open nowhere.
  var runningBalance: Refusal? {
    guard self[.amount] == nil, hasAny(.debit, .credit), let name = name(.balance),
      layout?.columns[.balance] == nil,
      ["balance", "saldo", "solde", "runningbalance"].contains(HeadingName(name).folded)
    else { return nil }
    return Refusal(
      line: heading.line, column: name,
      reason:
        "Beside debits and credits a balance may run from line to line. Say with --map that it is what is open of "
        + "each line, or leave it out with --ignore \"\(name)\".")
  }

  /// Whether a column tells what only lists of customers tell.
  var describesCustomers: Bool {
    hasAny(
      .creditLimit, .paymentRun, .timeZone, .taxNumber, .contactName, .contactRole, .email, .phone, .mobile,
      .language)
  }

  /// The heading of `role` as the file spells it.
  func name(_ role: ColumnRole) -> String? { self[role].map { heading.names[$0] } }

  /// Lets `role` be played by what was found for `other`, unless it has a column of its own.
  mutating func borrow(_ role: ColumnRole, from other: ColumnRole) {
    if self[role] == nil { columns[role.rawValue] = self[other] }
  }

  /// The headings that play no role, as the file spells them.
  public var unused: [String] {
    let used = Set(columns.compactMap { $0 }).union(currencyColumn.map { [$0] } ?? [])
    return heading.names.indices.filter { !used.contains($0) && !heading.names[$0].isEmpty }.map {
      heading.names[$0]
    }
  }
}
