extension CallRecord {
  /// What the collector says to the customer before hanging up, so that both have heard the same; nil when nothing was
  /// agreed. For a record as `completed` returns it.
  ///
  /// `"So you will pay 1 200.00 USD by ACH on Friday 27 November for invoices 4711 and 4712. I will note that."`
  public func readBack(for picture: AccountPicture, policy: Policy) -> String? {
    if let promise { return readBack(promise, for: picture, policy: policy) }
    if let dispute { return readBack(dispute, for: picture, policy: policy) }
    if let plan { return readBack(plan, for: picture) }
    guard let rule = policy.result(result), let next else { return nil }
    let day = next.day.spoken
    switch next.kind {
    case .callBack:
      return "So I will call you back on \(day)" + (next.time.map { " at \($0.text) your time" } ?? "") + "."
    case .checkRun: return "So it is approved and goes out with your payment run on \(day). I will note that."
    case .resend: return "So I will send \(picture.titles(of: invoices)) again and call you on \(day)."
    case .call where rule.asks.contains(.date) || (rule.isRightParty && !rule.asks.isEmpty):
      return "So I will call again on \(day)."
    default: return nil
    }
  }

  private func readBack(_ promise: PromiseTerms, for picture: AccountPicture, policy: Policy) -> String {
    let money = "\(promise.amount)\(policy.byMethod(promise.method)) on \(promise.day.spoken)"
    let invoices = picture.titles(of: promise.invoices)
    switch promise.kind {
    case .promise: return "So you will pay \(money) for \(invoices). I will note that."
    case .saysPaid:
      let reference = promise.reference.map { ", reference \($0)" } ?? ""
      return "So you sent \(money)\(reference), for \(invoices). I will look for it."
    }
  }

  private func readBack(_ dispute: DisputeTerms, for picture: AccountPicture, policy: Policy) -> String {
    let amount = dispute.amount.map { "\($0) of " } ?? ""
    let until = next.map { " and come back to you by \($0.day.spoken)" } ?? ""
    return "So you dispute \(amount)\(picture.titles(of: dispute.invoices)): "
      + "\(policy.disputeReasons.title(dispute.reason)). I will look into it\(until)."
  }

  private func readBack(_ plan: PlanTerms, for picture: AccountPicture) -> String? {
    guard let first = plan.instalments.first, let last = plan.instalments.last, let total = try? plan.total()
    else {
      return nil
    }
    func payment(_ instalment: PlanTerms.Instalment) -> String {
      "\(Money(minor: instalment.amount, plan.currency)) on \(instalment.due.spoken)"
    }
    let ends = plan.instalments.count == 1 ? payment(first) : "from \(payment(first)) to \(payment(last))"
    return
      "So you will pay \(total) for \(picture.titles(of: plan.invoices)) in \(plan.instalments.count) instalments, "
      + "\(ends). I will note that."
  }
}

extension AccountPicture {
  /// `"invoice 4711"`, `"invoices 4711 and 4712"`, `"invoices 4711, 4712, 4713 and 9 more"`.
  func titles(of covered: [DocumentID]) -> String {
    let named = covered.count > 4 ? covered.prefix(3) : covered[...]
    var names = named.compactMap { id in file.invoices.first { $0.id == id }?.number }
    if covered.count > named.count { names.append("\(covered.count - named.count) more") }
    guard let last = names.popLast() else { return "your account" }
    return names.isEmpty ? "invoice \(last)" : "invoices \(names.joined(separator: ", ")) and \(last)"
  }
}
