import Receivables
import TextScreen

/// Asks for a comment on an account.
struct NoteInquiry: Inquiry {
  let name: DraftName = "note"
  let noun = "comment"
  let title = "Comment on"

  var row: CommandRow {
    CommandRow(
      .note, "note", "Write a comment on this account.",
      Binding([.queue, .account], .character("m")), unavailable: \.noAccount)
  }

  private let comment = Asked.words(
    "comment", "Comment", hint: "does not count as worked", missing: "Type the comment first.",
    limit: NoteLimit.characters)

  func fields(_ subject: Subject) -> [FormField] { [comment.field] }

  func texts(_ said: EntryBody, _ policy: Policy) -> FormTexts? {
    said.first(Remark.self).map { [comment.field.name: $0.text] }
  }

  func body(_ answers: FormAnswers) throws(FormProblem) -> EntryBody {
    EntryBody(Remark(try answers[comment]))
  }
}
