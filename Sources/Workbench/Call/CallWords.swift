import Receivables

/// Says in words what calls were saved.
struct CallWords {
  let policy: Policy

  init(_ policy: Policy) { self.policy = policy }

  /// `"Saved 1042: PP 1 200.00 USD on Fri 27 Nov. Next: check promise on Mon 30 Nov."`
  func saved(_ entry: JournalEntry, _ customer: Customer) -> String {
    let next =
      if case .call(let call) = entry.body, let next = call.next { " Next: \(step(next))." } else { "" }
    return "Saved \(customer.number): \(what(entry)).\(next)"
  }

  /// `"check promise on Tue 1 Dec"`, `"call back on Mon 23 Nov 14:00"`.
  func step(_ action: NextAction) -> String {
    let time = action.time.map { " \($0.text)" } ?? ""
    return "\(action.kind.title) on \(action.day.brief)\(time)"
  }

  /// Result and amounts: `"PP 1 200.00 USD on Fri 27 Nov"`, `"NA no answer"`.
  func gist(_ call: CallRecord) -> String {
    if let promise = call.promise { return "\(call.result) \(promise.amount) on \(promise.day.brief)" }
    if let plan = call.plan { return "\(call.result) \(plan.instalments.count) instalments" }
    if let amount = call.dispute?.amount { return "\(call.result) \(amount)" }
    return "\(call.result) \(policy.result(call.result)?.meaning ?? "")"
  }

  /// What came to an account between two readings: who wrote what, or that the books changed.
  func changes(from old: AccountFile, to new: AccountFile) -> String {
    let known = Set(old.entries.map(\.number))
    let added = new.entries.filter { !known.contains($0.number) }
    guard let last = added.last else { return "the books of this account changed" }
    let more = added.count > 1 ? " and \(added.count - 1) more" : ""
    return "\(last.collector) logged \(what(last)) at \(last.recorded.clock)\(more)"
  }

  /// An entry in a few words.
  func what(_ entry: JournalEntry) -> String {
    switch entry.body {
    case .call(let call): gist(call)
    case .note: "a comment"
    case .snooze(let until, _): "a snooze until \(until.brief)"
    case .promiseWithdrawn: "a withdrawn promise"
    case .reversal: "a reversal"
    }
  }

  /// What is past due in each currency: `"past due 1 200.00 USD, 40.00 CAD"`.
  static func owed(_ picture: AccountPicture) -> String {
    let sums = picture.summary.balances.filter { $0.pastDue > 0 }
      .map { Money(minor: $0.pastDue, $0.currency).description }
    return sums.isEmpty ? "nothing past due" : "past due " + sums.joined(separator: ", ")
  }
}
