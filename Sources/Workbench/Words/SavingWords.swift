import Receivables

/// Says in messages what was saved, by whom and when.
struct SavingWords {
  private let policy: Policy
  private let moment: Moment

  init(_ sitting: Sitting) {
    policy = sitting.policy
    moment = sitting.moment
  }

  /// `"Saved 1042: PP 1 200.00 USD on Fri 27 Nov. Next: check promise on Mon 30 Nov."`
  func saved(_ entry: JournalEntry, _ customer: Customer) -> String {
    let next =
      if case .call(let call) = entry.body, let next = call.next { " Next: \(next.step)." } else { "" }
    return "Saved \(customer.number): \(entry.body.gist(policy: policy)).\(next)"
  }

  /// What came to an account between two readings: who wrote what, or that the books changed.
  func changes(from old: AccountFile, to new: AccountFile) -> String {
    let known = Set(old.entries.map(\.number))
    let added = new.entries.filter { !known.contains($0.number) }
    guard let last = added.last else { return "the books of this account changed" }
    let more = added.count > 1 ? " and \(added.count - 1) more" : ""
    let what = last.body.gist(policy: policy)
    return "\(last.collector) logged \(what) at \(moment.clock(last.recorded))\(more)"
  }
}

extension NextAction {
  /// `"check promise on Tue 1 Dec"`, `"call back on Mon 23 Nov 14:00"`.
  var step: String { "\(kind.title) on \(day.brief)" + (time.map { " \($0.text)" } ?? "") }
}
