import Receivables

/// Asks for a comment on an account.
struct NoteInquiry: Inquiry {
  let kind = CallDraft.Form.note
  let title = "Comment on"

  func lines(_ file: AccountFile, _ sitting: Sitting) -> [FormLine] {
    [FormLine("Comment", hint: "does not count as worked")]
  }

  func body(_ values: [String], _ file: AccountFile, _ sitting: Sitting) throws(FormProblem) -> EntryBody {
    guard !values[0].isEmpty else { throw FormProblem(sentence: "Type the comment first.") }
    return .note(values[0])
  }
}
