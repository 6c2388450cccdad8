/// What was agreed about several customers while they were one, as it holds for one of them after they were split: the story
/// shows it whole on each, and each matter is about what is its own.
struct SplitPart {
  /// Numbers of invoices of the customers that were split off.
  let foreign: Set<DocumentKey>
  /// Whether the entry was recorded under the account's own number: what names no invoice stays there.
  let isOwn: Bool

  /// The invoices that are the account's, and what the others come to, minor units. Nil when none is, although some are named.
  func own(_ covers: [CoveredInvoice]) -> (covers: [CoveredInvoice], foreign: Int64)? {
    let own = covers.filter { !foreign.contains(DocumentKey($0.number)) }
    if own.isEmpty, !covers.isEmpty { return nil }
    let others = covers.filter { foreign.contains(DocumentKey($0.number)) }
    return (own, others.reduce(Int64(0)) { $0.addingReportingOverflow($1.amount.minor).partialValue })
  }
}

extension AccountFile {
  /// Numbers of invoices of customers that this one was together with and is not any more; nil without any.
  var formerInvoices: Set<DocumentKey>? {
    guard !related.isEmpty else { return nil }
    var numbers: Set<DocumentKey> = []
    for customer in related {
      if case .formerly(let theirs) = customer.standing { numbers.formUnion(theirs) }
    }
    guard !numbers.isEmpty else { return nil }
    return numbers.subtracting(invoices.map { DocumentKey($0.number) })
  }
}

extension PromiseTerms {
  func left(to part: SplitPart) -> PromiseTerms? {
    guard part.isOwn || !covers.isEmpty, let own = part.own(covers) else { return nil }
    var terms = self
    terms.covers = own.covers
    terms.amount.minor = max(amount.minor - own.foreign, 0)
    return terms
  }
}

extension DisputeTerms {
  func left(to part: SplitPart) -> DisputeTerms? {
    guard let own = part.own(covers) else { return nil }
    var terms = self
    terms.covers = own.covers
    if let amount { terms.amount?.minor = max(amount.minor - own.foreign, 0) }
    return terms
  }
}

extension PlanTerms {
  /// What the others would have paid is taken off the last instalments.
  func left(to part: SplitPart) -> PlanTerms? {
    guard part.isOwn || !covers.isEmpty, let own = part.own(covers) else { return nil }
    var terms = self
    terms.covers = own.covers
    var rest = own.foreign
    while rest > 0, let last = terms.instalments.last {
      if last.amount > rest {
        terms.instalments[terms.instalments.count - 1].amount -= rest
        break
      }
      rest -= last.amount
      terms.instalments.removeLast()
    }
    return terms.instalments.isEmpty ? nil : terms
  }
}

extension HoldTerms {
  func left(to part: SplitPart) -> HoldTerms? {
    guard let own = part.own(covers) else { return nil }
    var terms = self
    terms.covers = own.covers
    return terms
  }
}

extension EscalationTerms {
  func left(to part: SplitPart) -> EscalationTerms? {
    let own = invoices.filter { !part.foreign.contains(DocumentKey($0)) }
    guard !own.isEmpty || invoices.isEmpty else { return nil }
    var terms = self
    terms.invoices = own
    return terms
  }
}

extension ReceiptTerms {
  /// What waits to be applied stays under the number under which it was recorded.
  func left(to part: SplitPart) -> ReceiptTerms? {
    let own = covers.filter { !part.foreign.contains(DocumentKey($0.number)) }
    guard part.isOwn || !own.isEmpty else { return nil }
    var terms = self
    terms.covers = own
    terms.shortages = shortages.filter { !part.foreign.contains(DocumentKey($0.invoice)) }
    let counted = part.isOwn ? covers.filter { part.foreign.contains(DocumentKey($0.number)) } : own
    let sum = counted.reduce(Int64(0)) { $0.addingReportingOverflow($1.amount.minor).partialValue }
    let left = part.isOwn ? Int64(clamping: amount.minor.magnitude) - sum : sum
    guard left > 0 else { return nil }
    terms.amount.minor = amount.minor < 0 ? -left : left
    return terms
  }
}
