import Receivables

/// Tells journal entries in words, with the policy's words for its codes.
struct EntryWords {
  let policy: Policy

  /// What an entry says in one line, without its note: `"promise to pay: 1 200.00 USD for Fri 27 Nov 2026, ACH"`.
  func headline(_ entry: JournalEntry) -> String {
    switch entry.body {
    case .call(let call): headline(call)
    case .note: "comment"
    case .snooze(let until, _): "put off until \(until.long)"
    case .promiseWithdrawn(_, let person, _): "promise withdrawn by \(person)"
    case .reversal(let number, _): "entry \(number.rawValue) taken back"
    }
  }

  /// The free text of an entry.
  func note(_ entry: JournalEntry) -> String {
    switch entry.body {
    case .call(let call): call.note
    case .note(let text): text
    case .snooze(_, let reason), .promiseWithdrawn(_, _, let reason), .reversal(_, let reason): reason
    }
  }

  /// What the message line says after a save.
  func saved(_ entry: JournalEntry, _ customer: Customer) -> String {
    var text = "Saved for \(customer.title.shortened(to: 32)): \(headline(entry))"
    if case .call(let call) = entry.body, let next = call.next {
      text += "; next: \(next.kind.title) \(next.day.long)"
      if let time = next.time { text += " \(time.text)" }
    }
    return text + "."
  }

  private func headline(_ call: CallRecord) -> String {
    let meaning = policy.result(call.result)?.meaning ?? call.result
    let terms = [call.promise.map(terms), call.dispute.map(terms), call.plan.map(terms)].compactMap { $0 }
    var text = ([meaning] + terms).joined(separator: ": ")
    if let reason = call.reason { text += ", \(policy.reasons.title(reason))" }
    if let contact = call.contact { text += ", \(contact)" }
    if let phone = call.phone, policy.result(call.result)?.marksNumberDead == true { text += ", \(phone)" }
    if call.action != "OUT" { text += " (\(policy.actions.title(call.action)))" }
    return text
  }

  private func terms(_ promise: PromiseTerms) -> String {
    var text = "\(promise.amount) \(promise.kind == .promise ? "for" : "sent") \(promise.day.long)"
    if let method = promise.method { text += ", \(policy.methods.title(method))" }
    if let reference = promise.reference { text += " \(reference)" }
    return text
  }

  private func terms(_ dispute: DisputeTerms) -> String {
    let reason = policy.disputeReasons.title(dispute.reason)
    return dispute.amount.map { "\($0), \(reason)" } ?? reason
  }

  private func terms(_ plan: PlanTerms) -> String {
    guard let first = plan.instalments.first else { return "no instalments" }
    return "\(plan.instalments.count) instalments from \(first.due.long)"
  }
}

extension [CodedText] {
  /// The words of a code, or the code when the policy does not know it.
  func title(_ code: String) -> String { first { $0.code == code }?.title ?? code }
}
