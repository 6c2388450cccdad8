import Receivables

/// Asks for a comment on an account.
struct NoteForm: EntryForm {
  var form: SmallForm
  var file: AccountFile
  var sent: NewEntry?

  init(_ file: AccountFile) {
    self.file = file
    form = SmallForm(
      "Comment on \(file.customer.title.shortened(to: 50))", ["Comment"])
  }

  mutating func body(_ sitting: Sitting) -> Result<EntryBody, FormProblem> {
    let text = form.text(0)
    guard !text.isEmpty else { return .failure(FormProblem(sentence: "Type the comment first.")) }
    return .success(.note(text))
  }

  func hint(_ field: Int, _ sitting: Sitting) -> String { "does not count as worked" }
}
