extension EntryBody {
  /// What an entry says in one line, without its free text; a call as `CallRecord.line` tells it.
  ///
  /// `"a comment"`, `"put off until Fri 27 Nov 2026"`, `"entry 12 taken back"`.
  public func line(policy: Policy) -> String {
    if case .call(let call) = self { return call.line(policy: policy) }
    return gist(policy: policy)
  }

  /// The same in as few words as tell it, for a message.
  public func gist(policy: Policy) -> String {
    switch self {
    case .call(let call): call.gist(policy: policy)
    case .note: "a comment"
    case .snooze(let until, _): "put off until \(until.long)"
    case .promiseWithdrawn(_, let person, _): "promise withdrawn by \(person)"
    case .reversal(let number, _): "entry \(number.rawValue) taken back"
    }
  }

  /// The free text.
  public var freeText: String {
    switch self {
    case .call(let call): call.note
    case .note(let text): text
    case .snooze(_, let reason), .promiseWithdrawn(_, _, let reason), .reversal(_, let reason): reason
    }
  }
}
