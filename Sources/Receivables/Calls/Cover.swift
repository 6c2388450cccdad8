extension AccountPicture {
  /// The currency that a call is about when nobody says: that of the oldest past-due invoice, else of the oldest
  /// open one.
  public var leadingCurrency: Currency? {
    (invoices.first(where: \.isPastDue) ?? invoices.first)?.invoice.original.currency
  }

  /// The invoice that is meant when none is named: the only open one, or the only one past due.
  public var onlyInvoice: OpenItem? {
    guard invoices.count > 1 else { return invoices.first }
    let pastDue = Array(invoices.lazy.filter(\.isPastDue).prefix(2))
    return pastDue.count == 1 ? pastDue[0] : nil
  }

  /// What a customer can be expected to promise at most at once: the past-due amount on `chosen`, or on all invoices
  /// in `currency` when none are chosen, less contested parts and instalments of a plan. Without anything past due,
  /// the same of what is open. A new plan takes over what an earlier one holds. Throws `MoneyError.overflow`.
  public func fullAmount(
    on chosen: [DocumentID] = [], in currency: Currency, inPlan: Bool = false
  ) throws(MoneyError) -> Money {
    let wanted = Set(chosen)
    func isCandidate(_ item: OpenItem) -> Bool {
      item.invoice.original.currency == currency && (wanted.isEmpty || wanted.contains(item.invoice.id))
    }
    let isOfOverdue = chosen.isEmpty && invoices.contains { $0.isPastDue && isCandidate($0) }
    var sum: Int64 = 0
    for item in invoices where (item.isPastDue || !isOfOverdue) && isCandidate(item) {
      sum = try sum.addingChecked(promisable(item, inPlan: inPlan))
    }
    return Money(minor: sum, currency)
  }

  /// What is open on these invoices. Throws `CallProblem`.
  func open(on covered: [DocumentID], in currency: Currency) throws(CallProblem) -> Money {
    var sum = Money.zero(currency)
    let wanted = Set(covered)
    do {
      for item in invoices where wanted.contains(item.invoice.id) {
        sum = try sum.adding(Money(minor: left(of: item), currency))
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
    for item in invoices where item.invoice.original.currency == currency {
      guard item.isPastDue || left > 0 || (amount == 0 && !hasOverdue) else { continue }
      guard self.left(of: item) > 0 else { continue }
      covered.append(item.invoice.id)
      left -= min(left, self.left(of: item))
    }
    guard !covered.isEmpty else {
      let what =
        said.held.isEmpty ? "No invoice in \(currency) is open." : "Nothing is left beside what was said."
      throw CallProblem(.invoices, what)
    }
    return covered
  }

  /// The chosen invoices oldest due first. All must be open, and in one currency where a sum is agreed on them. Throws
  /// `CallProblem`.
  func inOrder(_ chosen: [DocumentID], agreesSum: Bool = true) throws(CallProblem) -> [DocumentID] {
    let wanted = Set(chosen)
    let found = invoices.filter { wanted.contains($0.invoice.id) }
    let open = Set(found.map(\.invoice.id))
    for id in chosen where !open.contains(id) {
      guard let closed = file.invoices.first(where: { $0.id == id }) else {
        throw CallProblem(.invoices, "One of the invoices is not on this account.")
      }
      throw CallProblem(.invoices, "Invoice \(closed.number) is not open. Leave it out.")
    }
    guard !agreesSum || Set(found.map(\.invoice.original.currency)).count <= 1 else {
      throw CallProblem(
        .invoices, "The invoices are in different currencies. Record an outcome for each currency.")
    }
    return found.map(\.invoice.id)
  }

  /// The currency of these invoices.
  func currency(of chosen: [DocumentID]) -> Currency? {
    let wanted = Set(chosen)
    return invoices.first { wanted.contains($0.invoice.id) }?.invoice.original.currency
  }

  /// `amount` laid on the invoices, oldest due first: on what nothing else holds, then on what is on hold, then on what is
  /// left of them; all of what is open of each without an amount. With what the books have on each today.
  func parts(of amount: Int64?, on chosen: [DocumentID], inPlan: Bool = false) -> [CoveredInvoice] {
    let wanted = Set(chosen)
    let items = invoices.filter { wanted.contains($0.invoice.id) }
    var left = amount ?? 0
    var parts = items.map { item in
      let part = amount == nil ? self.left(of: item) : min(left, promisable(item, inPlan: inPlan))
      left -= amount == nil ? 0 : part
      return part
    }
    // A hold only says that nobody asks for it: whoever pays pays that before what they contest.
    for index in items.indices where left > 0 {
      let more = min(left, items[index].slices[.held], self.left(of: items[index]) - parts[index])
      parts[index] += more
      left -= more
    }
    for index in items.indices where left > 0 {
      let more = min(left, self.left(of: items[index]) - parts[index])
      parts[index] += more
      left -= more
    }
    return zip(items, parts).map { item, part in
      let sums = applied[item.invoice.id] ?? AppliedSums()
      return CoveredInvoice(
        number: item.invoice.number, amount: Money(minor: part, item.invoice.original.currency),
        paid: sums.paid, credited: sums.credited)
    }
  }

  /// A contested amount lies on its invoices oldest first, whatever else holds them.
  func contested(_ amount: Int64?, on chosen: [DocumentID]) -> [CoveredInvoice] {
    var covers = parts(of: nil, on: chosen)
    guard var left = amount else { return covers }
    for index in covers.indices {
      covers[index].amount.minor = min(left, covers[index].amount.minor)
      left -= covers[index].amount.minor
    }
    return covers.filter { $0.amount.minor > 0 }
  }

  /// The numbers of these invoices.
  func numbers(of chosen: [DocumentID]) -> [String] {
    let wanted = Set(chosen)
    return invoices.filter { wanted.contains($0.invoice.id) }.map(\.invoice.number)
  }

  /// What a new promise or plan takes over of open promises: on each invoice as much as both together are more than can be
  /// promised of it. The oldest promise gives first; whatever does not meet stands.
  func replaced(by covers: [CoveredInvoice]) -> [PromiseTerms.Replacement] {
    var excess: [String: Int64] = [:]
    let active = promises.filter { $0.state.isActive && $0.terms.kind == .promise }.sorted { $0.id < $1.id }
    guard !active.isEmpty else { return [] }
    let items = Dictionary(invoices.map { ($0.invoice.number, $0) }, uniquingKeysWith: { first, _ in first })
    let open = active.map { (promise: $0, still: still(of: $0, on: items)) }
    for cover in covers {
      guard let item = items[cover.number] else { continue }
      let promised = open.reduce(Int64(0)) { $0 + ($1.still[cover.number] ?? 0) }
      excess[cover.number] = max(promised - max(promisable(item) - cover.amount.minor, 0), 0)
    }
    var replaced: [PromiseTerms.Replacement] = []
    for (promise, still) in open {
      for cover in promise.terms.covers {
        let part = min(still[cover.number] ?? 0, excess[cover.number] ?? 0)
        guard part > 0 else { continue }
        excess[cover.number]? -= part
        replaced.append(
          .init(of: promise.id, invoice: cover.number, amount: Money(minor: part, cover.amount.currency)))
      }
    }
    return replaced
  }
}

extension AccountPicture {
  /// What is still to come of a promise on each invoice and is not taken over in this call, minor units.
  private func still(of promise: PromiseStatus, on items: [String: OpenItem]) -> [String: Int64] {
    var still = promise.still(on: items)
    for number in still.keys { still[number]? -= said.replaced(of: promise.id, on: number) }
    return still
  }
}

extension PromiseStatus {
  /// What is still to come of it on each open invoice, by number, minor units, in the order in which it holds them: no
  /// more than is open of it, because the rest came already.
  func still(on items: [String: OpenItem]) -> [String: Int64] {
    var left = self.left
    var still: [String: Int64] = [:]
    for cover in terms.covers {
      guard let item = items[cover.number] else { continue }
      let part = min(left, parts[cover.number] ?? 0, item.open)
      still[cover.number] = part
      left -= part
    }
    return still
  }
}
