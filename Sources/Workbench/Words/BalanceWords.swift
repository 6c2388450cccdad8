import Receivables

extension AccountSummary {
  /// The balance that stands for the account where only one has room: the largest amount to collect, compared at
  /// the policy's indicative rates, then the largest past-due amount.
  func mainBalance(_ policy: Policy) -> CurrencyBalance? {
    guard balances.count > 1 else { return balances.first }
    return balances.max { left, right in
      let leftKey = (
        policy.weight(left.toCollect, left.currency), policy.weight(left.pastDue.open, left.currency)
      )
      let rightKey = (
        policy.weight(right.toCollect, right.currency), policy.weight(right.pastDue.open, right.currency)
      )
      return leftKey < rightKey
    }
  }

  /// What is past due in each currency: `"past due 1 200.00 USD, 40.00 CAD"`.
  var owed: String {
    let sums = balances.filter { $0.pastDue.open > 0 }.map {
      Money(minor: $0.pastDue.open, $0.currency).description
    }
    return sums.isEmpty ? "nothing past due" : "past due " + sums.joined(separator: ", ")
  }

  /// What is to be collected in the other currencies: `"3 200.00 CAD"`.
  func otherAmounts(_ policy: Policy) -> String {
    let main = mainBalance(policy)?.currency
    return balances.filter { $0.currency != main && $0.isOwed }
      .map { Money(minor: $0.toCollect, $0.currency).description }.joined(separator: " + ")
  }
}

extension CurrencyBalance {
  /// Whether something is past due or to be collected in it.
  var isOwed: Bool { toCollect != 0 || pastDue.open != 0 }
}

extension Policy {
  /// An amount at indicative rates, for comparing only. What does not fit counts as the largest there is.
  func weight(_ minor: Int64, _ currency: Currency) -> Int64 {
    (try? orderAmount(of: Money(minor: minor, currency))) ?? .max
  }
}

/// In which currency an invoice is, for the parts of the books that name only the invoice.
struct InvoiceCurrencies: Sendable {
  private let only: Currency?
  private let each: [DocumentID: Currency]

  /// An account mostly has one currency, so that nothing has to be looked up.
  init(_ invoices: [Invoice]) {
    let first = invoices.first?.original.currency
    let isOnly = invoices.allSatisfy { $0.original.currency == first }
    only = isOnly ? first : nil
    each =
      isOnly
      ? [:]
      : Dictionary(invoices.map { ($0.id, $0.original.currency) }, uniquingKeysWith: { first, _ in first })
  }

  subscript(invoice: DocumentID) -> Currency? { only ?? each[invoice] }
}

extension Money {
  /// Cells of `grouped`, without writing it: digits, a space for every three of them, point and sign.
  var width: Int {
    var digits = 1
    var rest = minor.magnitude
    while rest >= 10 {
      rest /= 10
      digits += 1
    }
    let exponent = currency.exponent
    let whole = max(digits - exponent, 1)
    return whole + (whole - 1) / 3 + (exponent > 0 ? exponent + 1 : 0) + (minor < 0 ? 1 : 0)
  }
}
