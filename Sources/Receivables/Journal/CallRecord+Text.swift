extension CallRecord {
  /// Adds the record's lines to `text`.
  func write(to text: inout String) {
    EntryText.append("action", action as String, to: &text)
    EntryText.append("result", result as String, to: &text)
    EntryText.append("contact", contact, to: &text)
    EntryText.append("phone", phone, to: &text)
    EntryText.append("reason", reason, to: &text)
    if !note.isEmpty { EntryText.append("note", note as String, to: &text) }
    EntryText.append("invoices", numbers: invoices.map(\.rawValue), to: &text)
    EntryText.append("started", started.map { String($0.milliseconds) }, to: &text)
    EntryText.append("ended", ended.map { String($0.milliseconds) }, to: &text)
    promise?.write(to: &text)
    dispute?.write(to: &text)
    plan?.write(to: &text)
    next?.write(to: &text)
  }

  /// The record that `text` was. Throws `EntryTextError`.
  init(text: Span<UInt8>) throws(EntryTextError) {
    var record = CallRecord(action: "", result: "")
    var promise = PromiseTerms.Lines()
    var dispute = DisputeTerms.Lines()
    var plan = PlanTerms.Lines()
    try EntryText.forEachLine(of: text) { (key, value) throws(EntryTextError) in
      switch key {
      case "action": record.action = EntryText.string(value)
      case "result": record.result = EntryText.string(value)
      case "contact": record.contact = EntryText.string(value)
      case "phone": record.phone = EntryText.string(value)
      case "reason": record.reason = EntryText.string(value)
      case "note": record.note = EntryText.string(value)
      case "invoices": record.invoices = try EntryText.documents(value)
      case "started": record.started = Instant(milliseconds: try EntryText.number(value))
      case "ended": record.ended = Instant(milliseconds: try EntryText.number(value))
      case "next": record.next = try NextAction(text: value)
      case "next.time": record.next?.time = try EntryText.time(value)
      case "next.zone": record.next?.zone = EntryText.string(value)
      default:
        if key.utf8.starts(with: "promise.".utf8) {
          try promise.take(key, value)
        } else if key.utf8.starts(with: "dispute.".utf8) {
          try dispute.take(key, value)
        } else if key.utf8.starts(with: "plan.".utf8) {
          try plan.take(key, value)
        }
      }
    }
    record.promise = try promise.terms()
    record.dispute = dispute.terms()
    record.plan = plan.terms()
    self = record
  }
}
