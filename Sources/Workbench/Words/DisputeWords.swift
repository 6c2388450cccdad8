import Receivables
import TextScreen

extension DisputeState {
  var role: Role? {
    switch self {
    case .new, .inProcess, .waitingCustomer, .waitingInternal: nil
    case .toBeCollected, .accepted, .partly: .warning
    case .rejected: .bad
    case .over, .replaced, .withdrawn, .voided: .dim
    }
  }

  /// What it means, for whoever chooses it.
  var meaning: String {
    switch self {
    case .new: "nobody has begun with it"
    case .inProcess: "its owner works on it"
    case .waitingCustomer: "the customer has to answer"
    case .waitingInternal: "somebody here has to answer"
    case .toBeCollected: "collected while it is looked into"
    case .accepted: "a credit is expected"
    case .partly: "a credit for a part is expected"
    case .rejected: "it is owed after all"
    case .over, .replaced, .withdrawn, .voided: title
    }
  }
}

extension DisputeStatus {
  /// What is disputed now in the only currency; nil without one.
  var disputedNow: Money? {
    guard let sums = try? sum(\.disputed), sums.count == 1 else { return nil }
    return sums[0]
  }

  /// What is disputed now, else what was contested: `"300.00 USD"`.
  var amountWords: String {
    let now = (try? sum(\.disputed)) ?? []
    let amounts = now.isEmpty ? (try? contested()) ?? [] : now
    return amounts.map(\.description).joined(separator: ", ")
  }

  /// `"9 days"`, `"1 day"`.
  func ageWords(_ today: CalendarDay) -> String {
    let days = age(on: today)
    return days == 1 ? "1 day" : "\(days) days"
  }

  /// How it stands, how old it is, with whom it is and until when: `"in process, 9 days, logistics, until Fri 4 Dec"`.
  func standing(_ policy: Policy, _ today: CalendarDay) -> String {
    let owner = owner.map(policy.disputes.owners.title) ?? "nobody"
    return "\(state.title), \(ageWords(today)), \(owner)" + (isOpen ? ", until \(dueOn.brief(today))" : "")
  }

  /// How old it is, with whom, why, what came of it: `"9 days, sales, price, wrong price, 100.00 rejected, Jane"`.
  func details(_ policy: Policy, _ today: CalendarDay) -> String {
    let shares: [(KeyPath<DisputedPart, Int64>, String)] = [
      (\.credited, "credited"), (\.writtenOff, "written off"), (\.rejected, "rejected"),
    ]
    let became = shares.flatMap { share, word in
      ((try? sum(share)) ?? []).map { "\($0.grouped) \(word)" }
    }
    let head: [String?] = [
      ageWords(today), owner.map(policy.disputes.owners.title), policy.disputeReasons.title(terms.reason),
      cause.map(policy.disputes.rootCauses.title),
    ]
    return (head.compactMap { $0 } + became + [endedBecause, person].compactMap { $0 }).joined(
      separator: ", ")
  }
}
