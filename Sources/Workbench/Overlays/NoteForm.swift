import Receivables

/// Asks for a comment on an account.
struct NoteForm: EntryForm {
  var form: SmallForm
  var file: AccountFile
  let kind = CallDraft.Form.note
  let action: ActionID
  let isKept: Bool

  init(_ file: AccountFile, _ sitting: inout Sitting) {
    self.file = file
    let draft = sitting.draft(kind, on: file.customer.id)
    action = draft?.action ?? sitting.newAction()
    isKept = draft != nil
    form = SmallForm(
      "Comment on \(file.customer.title.shortened(to: 50))", ["Comment"], typed: draft?.fields ?? [:])
  }

  mutating func body(_ sitting: Sitting) -> Result<EntryBody, FormProblem> {
    let text = form.text(0)
    guard !text.isEmpty else { return .failure(FormProblem(sentence: "Type the comment first.")) }
    return .success(.note(text))
  }

  func hint(_ field: Int, _ sitting: Sitting) -> String { "does not count as worked" }
}
