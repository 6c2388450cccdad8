import Receivables

/// Asks which promise a customer takes back, who says so, and why.
struct WithdrawalInquiry: Inquiry {
  let name: DraftName = "withdrawal"
  let noun = "withdrawal"
  let title = "Withdraw a promise of"

  var row: CommandRow {
    CommandRow(
      .withdraw, "withdraw", "Record that the customer takes a promise back.",
      Binding([.queue, .account], .character("x")), unavailable: \.noOpenPromise)
  }

  private static let matter: DraftName = "promise"

  private let who = Asked.person("who", "Who") { answers in
    let promised = meant(answers)?.contact
    return promised.map { "empty means \($0), who promised" } ?? "who withdrew it"
  }
  private let reason = Asked.words("reason", "Reason", hint: "why it will not be kept")

  func fields(_ subject: Subject) throws(FormProblem) -> [FormField] {
    let promises = subject.picture.openPromises
    guard !promises.isEmpty else {
      let account = subject.picture.file.customer.title.shortened(to: 50)
      throw FormProblem(sentence: "\(account) has no open promise to withdraw.")
    }
    let choices = promises.map { promise in
      Choice(
        promise.id.text, promise.terms.line(policy: subject.sitting.policy), detail: Self.detail(promise))
    }
    let promise = Asked.oneOf(Self.matter, "Promise", choices, at: subject.selected?.text)
    return [promise.field, who.field, reason.field]
  }

  func body(_ answers: FormAnswers) throws(FormProblem) -> EntryBody {
    guard let promise = Self.meant(answers) else {
      throw FormProblem(sentence: "This promise is not open any more.", field: Self.matter)
    }
    let (who, reason) = (try answers[who], try answers[reason])
    do {
      return try answers.picture.withdrawal(of: promise.id, by: who, reason: reason)
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

  /// The promise that is chosen, while it is open.
  private static func meant(_ answers: FormAnswers) -> PromiseStatus? {
    answers.picture.openPromises.first { $0.id.text == answers.text(matter) }
  }

  private static func detail(_ promise: PromiseStatus) -> String {
    let paid = Money(minor: promise.paid, promise.terms.amount.currency)
    let contact = promise.contact.map { " from \($0)" } ?? ""
    return "taken \(promise.takenOn.brief)\(contact)" + (promise.paid == 0 ? "" : ", \(paid.grouped) paid")
  }
}
