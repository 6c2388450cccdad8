import Receivables
import TextScreen

/// Asks what a customer takes back of all that is open, who says so, and why.
struct WithdrawalInquiry: Inquiry {
  let name: DraftName = "withdrawal"
  let noun = "withdrawal"
  let title = "Withdraw on"

  var row: CommandRow {
    CommandRow(
      .withdraw, "withdraw", "Record that a promise or another matter is taken back.",
      Binding([.queue, .account], .character("x")), unavailable: \.noOpenMatter)
  }

  private static let matter: DraftName = "promise"

  private let who = Asked.person("who", "Who", preset: { meant($0)?.person }) { _ in "who withdrew it" }
  private let reason = Asked.words(
    "reason", "Reason", hint: "why it does not hold any more", limit: NoteLimit.characters)

  func fields(_ subject: Subject) throws(FormProblem) -> [FormField] {
    let open = subject.picture.withdrawable
    guard !open.isEmpty else {
      let account = subject.picture.file.customer.title.shortened(to: 50)
      throw FormProblem(sentence: "\(account) has nothing open to withdraw.")
    }
    let choices = open.map { Choice($0.id.text, "\($0.kind) \($0.title)", detail: Self.detail($0)) }
    let matter = Asked.oneOf(Self.matter, "What", choices, at: subject.selected?.text)
    return [matter.field, who.field, reason.field]
  }

  func body(_ answers: FormAnswers) throws(FormProblem) -> EntryBody {
    guard let matter = Self.meant(answers) else {
      throw FormProblem(sentence: "This is not open any more.", field: Self.matter)
    }
    let (who, reason) = (try answers[who], try answers[reason])
    do {
      return try answers.picture.withdrawal(of: matter.id, by: who, reason: reason)
    } catch {
      let field: DraftName? =
        switch error.field {
        case .who: self.who.field.name
        case .reason: self.reason.field.name
        default: nil
        }
      throw FormProblem(sentence: error.sentence, field: field)
    }
  }

  /// The matter that is chosen, while it is open.
  private static func meant(_ answers: FormAnswers) -> Matter? {
    answers.picture.withdrawable.first { $0.id.text == answers.text(matter) }
  }

  private static func detail(_ matter: Matter) -> String {
    "\(matter.state) since \(matter.openedOn.brief)" + (matter.person.map { ", \($0)" } ?? "")
  }
}
