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
    return EntryBody(Remark(values[0]))
  }
}

/// Asks until when an account is put off, and why.
struct SnoozeInquiry: Inquiry {
  let kind = CallDraft.Form.snooze
  let title = "Put off"

  func lines(_ file: AccountFile, _ sitting: Sitting) -> [FormLine] {
    [
      FormLine("Until", hint: examples(sitting)),
      FormLine("Reason", hint: "why it can wait"),
    ]
  }

  /// Days as they can be typed here; two numbers only where the policy says which is the month.
  private func examples(_ sitting: Sitting) -> String {
    let numbers = sitting.policy.dateOrder == nil ? "" : "12/5, "
    return "fri, +3, 15, eom, \(numbers)27 nov or \(sitting.today.advanced(by: 7).iso)"
  }

  func reading(_ line: Int, _ value: String, _ sitting: Sitting) -> String? {
    guard line == 0, !value.isEmpty else { return nil }
    do {
      return TypedDay.explain(try day(value, sitting), today: sitting.today)
    } catch {
      return error.sentence
    }
  }

  func body(_ values: [String], _ file: AccountFile, _ sitting: Sitting) throws(FormProblem) -> EntryBody {
    let day = try day(values[0], sitting)
    guard !values[1].isEmpty else { throw FormProblem(sentence: "Say why it is put off.", line: 1) }
    return EntryBody(Snooze(until: day, reason: values[1]))
  }

  private func day(_ text: String, _ sitting: Sitting) throws(FormProblem) -> CalendarDay {
    let day: CalendarDay
    do {
      day = try TypedDay.read(text, today: sitting.today, order: sitting.policy.dateOrder)
    } catch {
      throw FormProblem(sentence: error.sentence, line: 0)
    }
    guard day > sitting.today else {
      throw FormProblem(sentence: "An account is put off until a day after today.", line: 0)
    }
    return day
  }
}

/// Asks which promise a customer takes back, who says so, and why.
struct WithdrawalInquiry: Inquiry {
  let kind = CallDraft.Form.withdrawal
  let title = "Withdraw a promise of"
  /// The promise that the cursor stands on.
  var selected: MatterID?

  func lines(_ file: AccountFile, _ sitting: Sitting) throws(FormProblem) -> [FormLine] {
    let promises = try picture(file, sitting).openPromises
    guard !promises.isEmpty else {
      throw FormProblem(sentence: "\(file.customer.title.shortened(to: 50)) has no open promise to withdraw.")
    }
    let choices = promises.map { promise in
      Choice(promise.id.text, promise.terms.line(policy: sitting.policy), detail: detail(promise))
    }
    return [
      FormLine("Promise", choices: choices, selected: selected?.text),
      FormLine("Who", hint: "who withdrew it; empty means who promised"),
      FormLine("Reason", hint: "why it will not be kept"),
    ]
  }

  func body(_ values: [String], _ file: AccountFile, _ sitting: Sitting) throws(FormProblem) -> EntryBody {
    let picture = try picture(file, sitting)
    guard let promise = picture.openPromises.first(where: { $0.id.text == values[0] }) else {
      throw FormProblem(sentence: "This promise is not open any more.")
    }
    do {
      return try picture.withdrawal(of: promise.id, by: values[1], reason: values[2])
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

  private func picture(_ file: AccountFile, _ sitting: Sitting) throws(FormProblem) -> AccountPicture {
    do {
      return try sitting.picture(of: file)
    } catch {
      throw FormProblem(sentence: error.sentence)
    }
  }
}
