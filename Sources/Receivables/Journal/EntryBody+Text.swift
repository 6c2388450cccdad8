extension EntryBody {
  /// What kind of entry it is, as the ledger file names it.
  public var kind: String {
    switch self {
    case .call: "call"
    case .note: "note"
    case .snooze: "snooze"
    case .promiseWithdrawn: "withdrawal"
    case .reversal: "reversal"
    }
  }

  /// The canonical text of the body: equal bodies have equal text, so it can be hashed.
  ///
  /// A call with result PP reads `action OUT`, `result PP`, `promise.amount 120000 USD` …, a line each.
  public var text: String {
    var text = ""
    switch self {
    case .call(let record):
      record.write(to: &text)
    case .note(let note):
      EntryText.append("note", note as String, to: &text)
    case .snooze(let until, let reason):
      EntryText.append("until", until.iso as String, to: &text)
      EntryText.append("reason", reason as String, to: &text)
    case .promiseWithdrawn(let entry, let by, let reason):
      EntryText.append("entry", numbers: [entry.rawValue], to: &text)
      EntryText.append("by", by as String, to: &text)
      EntryText.append("reason", reason as String, to: &text)
    case .reversal(let entry, let reason):
      EntryText.append("entry", numbers: [entry.rawValue], to: &text)
      EntryText.append("reason", reason as String, to: &text)
    }
    return text
  }

  /// The body that `text` was. Lines with keys of a later version are passed over; they stay in the stored text,
  /// which is never written again. Throws `EntryTextError`.
  public init(kind: String, text: Span<UInt8>) throws(EntryTextError) {
    switch kind {
    case "call":
      self = .call(try CallRecord(text: text))
      return
    case "note", "snooze", "withdrawal", "reversal":
      break
    default:
      throw EntryTextError("an entry of the kind “\(kind)”")
    }
    var words: [String: String] = [:]
    var until: CalendarDay?
    var entry: EntryNumber?
    try EntryText.forEachLine(of: text) { (key, value) throws(EntryTextError) in
      switch key {
      case "until": until = try EntryText.day(value)
      case "entry": entry = EntryNumber(rawValue: try EntryText.number(value))
      default: words[key] = EntryText.string(value)
      }
    }
    let reason = words["reason"] ?? ""
    switch (kind, until, entry) {
    case ("note", _, _): self = .note(words["note"] ?? "")
    case ("snooze", let until?, _): self = .snooze(until: until, reason: reason)
    case ("withdrawal", _, let entry?): self = .promiseWithdrawn(entry, by: words["by"] ?? "", reason: reason)
    case ("reversal", _, let entry?): self = .reversal(of: entry, reason: reason)
    default: throw EntryTextError("a \(kind) without its day or entry")
    }
  }

  /// The body that `text` was. Throws `EntryTextError`.
  public init(kind: String, text: String) throws(EntryTextError) {
    try self.init(kind: kind, text: text.utf8.span)
  }
}
