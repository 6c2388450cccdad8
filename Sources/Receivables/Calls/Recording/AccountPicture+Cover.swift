extension AccountPicture {
  /// The currency that a call is about when nobody says: that of the oldest past-due invoice, else of the oldest
  /// open one.
  public var leadingCurrency: Currency? {
    (invoices.first(where: \.isPastDue) ?? invoices.first)?.invoice.original.currency
  }

  /// What a customer can be expected to promise at most at once: the past-due amount on `chosen`, or on all invoices
  /// in `currency` when none are chosen, less contested parts and instalments of a plan. Without anything past due,
  /// the same of what is open. Throws `MoneyError.overflow`.
  public func fullAmount(on chosen: [DocumentID] = [], in currency: Currency) throws(MoneyError) -> Money {
    let wanted = Set(chosen)
    let candidates = invoices.filter {
      $0.invoice.original.currency == currency && (wanted.isEmpty || wanted.contains($0.invoice.id))
    }
    let overdue = candidates.filter(\.isPastDue)
    var sum: Int64 = 0
    for status in overdue.isEmpty || !chosen.isEmpty ? candidates : overdue {
      sum = try sum.addingChecked(max(0, status.open - status.disputed - status.planned))
    }
    return Money(minor: sum, currency)
  }

  /// What is open on these invoices.
  func open(on covered: [DocumentID], in currency: Currency) throws(CallProblem) -> Money {
    var sum = Money.zero(currency)
    let wanted = Set(covered)
    do {
      for status in invoices where wanted.contains(status.invoice.id) {
        sum = try sum.adding(Money(minor: status.open, currency))
      }
    } catch {
      throw CallProblem(error)
    }
    return sum
  }

  /// The invoices that a commitment covers, oldest due first: the chosen ones; else all that are past due and, when
  /// `amount` is more than is past due, the next due ones until it is covered.
  /// `amount` is in minor units; zero stands for all that is past due. Throws `CallProblem`.
  public func covered(
    _ chosen: [DocumentID], amount: Int64, in currency: Currency
  ) throws(CallProblem) -> [DocumentID] {
    if !chosen.isEmpty { return try inOrder(chosen) }
    var left = amount
    var covered: [DocumentID] = []
    let hasOverdue = invoices.contains { $0.isPastDue && $0.invoice.original.currency == currency }
    for status in invoices where status.invoice.original.currency == currency {
      guard status.isPastDue || left > 0 || (amount == 0 && !hasOverdue) else { continue }
      covered.append(status.invoice.id)
      left -= min(left, status.open)
    }
    guard !covered.isEmpty else { throw CallProblem(.invoices, "No invoice in \(currency) is open.") }
    return covered
  }

  /// The chosen invoices oldest due first. All must be open and in one currency.
  func inOrder(_ chosen: [DocumentID]) throws(CallProblem) -> [DocumentID] {
    let wanted = Set(chosen)
    let found = invoices.filter { wanted.contains($0.invoice.id) }
    let open = Set(found.map(\.invoice.id))
    for id in chosen where !open.contains(id) {
      guard let closed = file.invoices.first(where: { $0.id == id }) else {
        throw CallProblem(.invoices, "One of the invoices is not on this account.")
      }
      throw CallProblem(.invoices, "Invoice \(closed.number) is not open. Leave it out.")
    }
    guard Set(found.map(\.invoice.original.currency)).count <= 1 else {
      throw CallProblem(
        .invoices, "The invoices are in different currencies. Record one call for each currency.")
    }
    return found.map(\.invoice.id)
  }

  /// The currency of these invoices.
  func currency(of chosen: [DocumentID]) -> Currency? {
    let wanted = Set(chosen)
    return invoices.first { wanted.contains($0.invoice.id) }?.invoice.original.currency
  }
}
