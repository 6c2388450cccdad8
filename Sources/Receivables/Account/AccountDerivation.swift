/// Books, journal and policy of one account brought together as of a day; everything shown is read off it.
///
/// Open items are cut into slices, each held by a matter; matters and contact steps ask for things to be done; the least
/// of these places the account. A class, because all that is asked of it would copy it and its policy.
final class AccountDerivation {
  let customer: Customer
  let policy: Policy
  let entries: EntriesInForce
  /// The matters with the open items that they took slices of.
  let inProgress: MattersInProgress
  let balances: [CurrencyBalance]
  let facts: AccountFacts
  /// With what was asked of the date up to here.
  let asOf: AsOf

  var items: OpenItems { inProgress.items }

  /// When the customer pays, as it was said last, else as the books have it.
  var paying: PaymentCalendar? {
    if let said = entries.paymentRun { return said.calendar }
    return customer.paymentRun.map { PaymentCalendar($0) }
  }

  init(of file: AccountFile, _ policy: Policy, asOf day: CalendarDay) throws(MoneyError) {
    let policy = policy.applied(to: file)
    var asOf = AsOf(day)
    var items = try OpenItems(file, policy.aging, &asOf)
    entries = EntriesInForce(file, &asOf)
    let completed = try CompletedBooks(file, items, entries, asOf: day)
    if let completed { items = try OpenItems(completed, policy.aging, &asOf) }
    var inProgress = MattersInProgress(entries, items, policy)
    if let completed { inProgress.receipts = completed.standings }
    if !entries.opened.isEmpty { try MatterKinds.follow(entries, &inProgress, &asOf) }
    balances = try CurrencyBalance.tally(inProgress.items, bucketCount: policy.aging.bucketCount)
    facts = AccountFacts(inProgress.items, entries, balances)
    customer = file.customer
    self.policy = policy
    self.inProgress = inProgress
    self.asOf = asOf
  }

  /// The largest size of an amount over the currencies, at indicative rates; nil when all are zero.
  func largest(_ amount: KeyPath<CurrencyBalance, Int64>) -> Money? {
    let amounts = balances.map { Money(minor: Int64(clamping: $0[keyPath: amount].magnitude), $0.currency) }
    return amounts.filter { $0.minor > 0 }.max { orderSize($0) < orderSize($1) }
  }

  /// Amounts of different currencies, the largest at indicative rates first.
  func largestFirst(_ amounts: [Money]) -> [Money] {
    amounts.map { (size: orderSize($0), amount: $0) }.sorted { $0.size > $1.size }.map(\.amount)
  }

  private func orderSize(_ amount: Money) -> Int64 {
    do throws(MoneyError) { return try policy.orderAmount(of: amount) } catch { return .max }
  }

  /// A sum over the currencies at indicative rates, in hundredths of the common currency. Throws
  /// `MoneyError.overflow`.
  func orderAmount(_ amount: KeyPath<CurrencyBalance, Int64>) throws(MoneyError) -> Int64 {
    var sum: Int64 = 0
    for balance in balances {
      sum = try sum.addingChecked(
        policy.orderAmount(of: Money(minor: balance[keyPath: amount], balance.currency)))
    }
    return sum
  }

  /// Whether more is owed than the credit limit allows.
  var isOverLimit: Bool { customer.limitUse(of: balances).map { $0.owed > $0.limit } ?? false }

  /// The balance as a share of the credit limit, in percent, rounded down; 0 without a limit.
  var limitShare: Int64 { customer.limitShare(of: balances) ?? 0 }

  /// `part ÷ whole` in percent, rounded down; 0 when either is not positive.
  static func percent(_ part: Int64, of whole: Int64) -> Int64 {
    guard part > 0, whole > 0 else { return 0 }
    let product = part.magnitude.multipliedFullWidth(by: 100)
    guard product.high < whole.magnitude else { return .max }
    return Int64(clamping: whole.magnitude.dividingFullWidth(product).quotient)
  }
}

extension Customer {
  /// The balance in the currency of the credit limit as a share of it, in percent, rounded down: 0 when nothing is owed,
  /// nil without a limit or a balance in its currency.
  public func limitShare(of balances: [CurrencyBalance]) -> Int64? {
    limitUse(of: balances).map { AccountDerivation.percent($0.owed, of: $0.limit) }
  }

  /// The balance in the currency of the credit limit, and the limit, minor units.
  fileprivate func limitUse(of balances: [CurrencyBalance]) -> (owed: Int64, limit: Int64)? {
    guard let limit = creditLimit, limit.minor > 0,
      let balance = balances.first(where: { $0.currency == limit.currency })
    else { return nil }
    do throws(MoneyError) { return (try balance.balance(), limit.minor) } catch { return (.max, limit.minor) }
  }
}
