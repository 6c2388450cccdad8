/// What an entry says of several customers, as it holds on one account: the story shows it whole on each, and each matter is
/// about the invoices that are the account's, by the numbers that they have there.
struct SplitPart {
  let names: InvoiceNames
  /// Under whose number it was recorded.
  let customer: AccountID?

  /// Whether what names no invoice is the account's: it stays where it was recorded.
  var isOwn: Bool { names.isHere(customer) }

  func isHere(_ number: String) -> Bool { here(number) != nil }

  func here(_ number: String) -> String? { names.here(number, saidOn: customer) }

  /// The invoices that are the account's, and what the others come to, minor units. Nil when none is, although some are named.
  func own(_ covers: [CoveredInvoice]) -> (covers: [CoveredInvoice], foreign: Int64)? {
    let own = covers.compactMap { cover in
      here(cover.number).map { number in
        var renamed = cover
        renamed.number = number
        return renamed
      }
    }
    return own.isEmpty && !covers.isEmpty ? nil : (own, covers.minor &- own.minor)
  }

  /// What the account gets of an amount that belongs to all: by its share of the invoices; what is left over stays where it was
  /// recorded.
  func share(_ amount: Int64, own: Int64, foreign: Int64) -> Int64 {
    let all = own.addingReportingOverflow(foreign).partialValue
    guard foreign > 0, all > 0 else { return amount }
    func part(_ size: Int64) -> Int64 {
      let product = amount.magnitude.multipliedFullWidth(by: size.magnitude)
      guard product.high < all.magnitude else { return amount }
      return Int64(clamping: all.magnitude.dividingFullWidth(product).quotient)
    }
    return isOwn ? amount - part(foreign) : part(own)
  }

  func own(_ replaces: [PromiseTerms.Replacement]) -> [PromiseTerms.Replacement] {
    replaces.compactMap { part in
      here(part.invoice).map { .init(of: part.promise, invoice: $0, amount: part.amount) }
    }
  }

  func own(_ incentive: Incentive?, _ covers: [CoveredInvoice], foreign: Int64) -> Incentive? {
    guard var incentive else { return nil }
    incentive.amount.minor = share(incentive.amount.minor, own: covers.minor, foreign: foreign)
    return incentive.amount.minor > 0 ? incentive : nil
  }
}

extension PromiseTerms {
  func left(to part: SplitPart) -> PromiseTerms? {
    guard part.isOwn || !covers.isEmpty, let own = part.own(covers) else { return nil }
    var terms = self
    terms.covers = own.covers
    terms.replaces = part.own(replaces)
    // Less may be promised than is open, where a discount is given up for it.
    terms.amount.minor = part.share(amount.minor, own: own.covers.minor, foreign: own.foreign)
    terms.incentive = part.own(incentive, own.covers, foreign: own.foreign)
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
  /// Instalments pay the invoices one after the other, as the plan names them: each account keeps of each what is about its own.
  func left(to part: SplitPart) -> PlanTerms? {
    guard part.isOwn || !covers.isEmpty, let own = part.own(covers) else { return nil }
    var terms = self
    terms.covers = own.covers
    terms.replaces = part.own(replaces)
    terms.incentive = part.own(incentive, own.covers, foreign: own.foreign)
    guard own.foreign > 0 else { return terms }
    var left = covers.map { (amount: $0.amount.minor, isOwn: part.here($0.number) != nil) }[...]
    terms.instalments = instalments.compactMap { instalment in
      var (rest, mine) = (instalment.amount, Int64(0))
      while rest > 0, let first = left.first {
        let taken = min(rest, first.amount)
        if first.isOwn { mine += taken }
        rest -= taken
        left[left.startIndex].amount -= taken
        if left[left.startIndex].amount == 0 { left.removeFirst() }
      }
      if part.isOwn { mine += rest }
      return mine > 0 ? Instalment(due: instalment.due, amount: mine) : nil
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
    let own = invoices.compactMap { part.here($0) }
    guard !own.isEmpty || invoices.isEmpty else { return nil }
    var terms = self
    terms.invoices = own
    return terms
  }
}

extension ReceiptTerms {
  /// What waits to be applied stays under the number under which it was recorded.
  func left(to part: SplitPart) -> ReceiptTerms? {
    guard let own = part.own(covers) ?? (part.isOwn ? ([], covers.minor) : nil) else { return nil }
    guard part.isOwn || !own.covers.isEmpty else { return nil }
    var terms = self
    terms.covers = own.covers
    terms.shortages = shortages.compactMap { shortage in
      var shortage = shortage
      guard let number = part.here(shortage.invoice) else { return nil }
      shortage.invoice = number
      return shortage
    }
    guard own.foreign > 0 || !part.isOwn else { return terms }
    let left = part.isOwn ? Int64(clamping: amount.minor.magnitude) - own.foreign : own.covers.minor
    guard left > 0 else { return nil }
    terms.amount.minor = amount.minor < 0 ? -left : left
    return terms
  }
}

extension [CoveredInvoice] {
  /// What they come to, minor units; an entry is never about more than fits.
  fileprivate var minor: Int64 { reduce(0) { $0 &+ $1.amount.minor } }
}
