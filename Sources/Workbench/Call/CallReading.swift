import Receivables

/// What the texts of a call form mean on an account today. An empty text means its default; a text that means
/// nothing throws a sentence.
struct CallReading {
  let picture: AccountPicture
  /// Invoices that were tagged before the form was opened.
  let tagged: [DocumentID]
  let policy: Policy
  let today: CalendarDay
  let result: CallResult
  let texts: [FormField: String]

  /// What was typed, without blanks around it; nil for nothing.
  func text(_ field: FormField) -> String? {
    guard let text = texts[field] else { return nil }
    let words = text.split(separator: " ", omittingEmptySubsequences: false)
    let inner = words.drop { $0.isEmpty }.reversed().drop { $0.isEmpty }.reversed()
    return inner.isEmpty ? nil : inner.joined(separator: " ")
  }

  /// How the contact came about; calling out unless said otherwise.
  func action() throws(TypingProblem) -> CodedText {
    if let typed = text(.action) { return try policy.actions.meant(by: typed) }
    return policy.actions.first { !$0.isRetired } ?? CodedText(code: "OUT", title: "call out")
  }

  /// Why it is unpaid. An account that is only skipped has any reason, which is kept with the note.
  func reason() throws(TypingProblem) -> CodedText? {
    guard let typed = text(.reason) else { return nil }
    guard result.isWorked else {
      return policy.reasons.first { !$0.isRetired && [$0.code, $0.title].contains(typed) }
    }
    return try policy.reasons.meant(by: typed)
  }

  /// Why it is contested.
  func disputeReason() throws(TypingProblem) -> CodedText? {
    try text(.disputeReason).map { (typed) throws(TypingProblem) in
      try policy.disputeReasons.meant(by: typed)
    }
  }

  /// How it will be paid: as the customer paid last unless said otherwise.
  func method() throws(TypingProblem) -> CodedText? {
    if let typed = text(.method) { return try policy.methods.meant(by: typed) }
    let last = picture.file.credits.last { $0.kind == .payment && $0.method != nil }?.method
    return last.flatMap { code in policy.methods.first { $0.code == code && !$0.isRetired } }
  }
}
