import Receivables

extension AccountSummary {
  /// The balance that stands for the account where only one has room: the largest amount to collect, compared at
  /// the policy's indicative rates, then the largest past-due amount.
  func mainBalance(_ policy: Policy) -> CurrencyBalance? {
    guard balances.count > 1 else { return balances.first }
    return balances.max { left, right in
      let leftKey = (policy.weight(left.toCollect, left.currency), policy.weight(left.pastDue, left.currency))
      let rightKey = (
        policy.weight(right.toCollect, right.currency), policy.weight(right.pastDue, right.currency)
      )
      return leftKey < rightKey
    }
  }

  /// What is past due in each currency: `"past due 1 200.00 USD, 40.00 CAD"`.
  var owed: String {
    let sums = balances.filter { $0.pastDue > 0 }.map { Money(minor: $0.pastDue, $0.currency).description }
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
  var isOwed: Bool { toCollect != 0 || pastDue != 0 }
}

extension Policy {
  /// An amount at indicative rates, for comparing only. What does not fit counts as the largest there is.
  fileprivate func weight(_ minor: Int64, _ currency: Currency) -> Int64 {
    (try? orderAmount(of: Money(minor: minor, currency))) ?? .max
  }
}
