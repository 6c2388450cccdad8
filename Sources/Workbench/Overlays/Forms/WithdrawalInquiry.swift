import Receivables

/// Asks which promise a customer takes back, who says so, and why.
struct WithdrawalInquiry: Inquiry {
  let kind = CallDraft.Form.withdrawal
  let title = "Withdraw a promise of"
  /// The promise that the cursor stands on, by the entry that took it.
  var selected: EntryNumber?

  func lines(_ file: AccountFile, _ sitting: Sitting) throws(FormProblem) -> [FormLine] {
    let promises = try picture(file, sitting).openPromises
    guard !promises.isEmpty else {
      throw FormProblem(sentence: "\(file.customer.title.shortened(to: 50)) has no open promise to withdraw.")
    }
    let choices = promises.map { promise in
      Choice(value(promise.entry), promise.terms.line(policy: sitting.policy), detail: detail(promise))
    }
    return [
      FormLine("Promise", choices: choices, selected: selected.map(value)),
      FormLine("Who", hint: "who withdrew it; empty means who promised"),
      FormLine("Reason", hint: "why it will not be kept"),
    ]
  }

  func body(_ values: [String], _ file: AccountFile, _ sitting: Sitting) throws(FormProblem) -> EntryBody {
    let entry = EntryNumber(rawValue: Int64(values[0]) ?? 0)
    let picture = try picture(file, sitting)
    do {
      return try picture.withdrawal(of: entry, by: values[1], reason: values[2])
    } catch {
      let line = [CallField.who: 1, .reason: 2]
      throw FormProblem(sentence: error.sentence, line: error.field.flatMap { line[$0] })
    }
  }

  private func detail(_ promise: PromiseStatus) -> String {
    let paid = Money(minor: promise.paid, promise.terms.amount.currency)
    let contact = promise.contact.map { " from \($0)" } ?? ""
    return "taken \(promise.takenOn.brief)\(contact)" + (promise.paid == 0 ? "" : ", \(paid.grouped) paid")
  }

  private func value(_ entry: EntryNumber) -> String { String(entry.rawValue) }

  private func picture(_ file: AccountFile, _ sitting: Sitting) throws(FormProblem) -> AccountPicture {
    do {
      return try AccountPicture(of: file, policy: sitting.policy, asOf: sitting.today)
    } catch {
      throw FormProblem(sentence: "\(file.customer.title) cannot be shown: \(error)")
    }
  }
}
