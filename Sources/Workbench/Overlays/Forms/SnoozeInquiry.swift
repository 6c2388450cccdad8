import Receivables

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
    return .snooze(until: day, reason: values[1])
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
