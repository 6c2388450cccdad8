import Receivables

/// The fields that forms have in common, each with its way of reading and explaining.
extension Asked where Value == CalendarDay {
  /// A day after today, typed in any of the ways in which days are typed: `fri`, `+3`, `eom`.
  static func dayAhead(_ name: DraftName, _ title: String, missing: String, past: String) -> Asked {
    Asked(
      name, title, missing: missing, hint: { examples($0.sitting) },
      read: { (text, answers) throws(TypingProblem) in
        let sitting = answers.sitting
        let day = try TypedDay.read(text, today: sitting.today, rules: sitting.policy.dayRules)
        guard day > sitting.today else { throw TypingProblem(past) }
        return day
      },
      explain: { TypedDay.explain($0, today: $1.sitting.today) })
  }

  /// Days as they can be typed here; two numbers only where the policy says which is the month.
  private static func examples(_ sitting: Sitting) -> String {
    let numbers = sitting.policy.dateOrder == nil ? "" : "12/5, "
    return "fri, +3, 15, eom, \(numbers)27 nov or \(sitting.today.advanced(by: 7).iso)"
  }
}

extension Asked where Value == String {
  /// Words that are kept as they are typed, so many characters at most.
  static func words(
    _ name: DraftName, _ title: String, hint: String, missing: String? = nil, limit: Int = 500
  ) -> Asked {
    Asked(
      name, title, .line(limit: limit), missing: missing, hint: { _ in hint },
      read: { (text, _) throws(TypingProblem) in text }, explain: { _, _ in nil })
  }

  /// A person at the customer: from the list, or somebody new. `preset` is who is meant when nobody is named.
  static func person(
    _ name: DraftName, _ title: String, preset: @escaping @Sendable (FormAnswers) -> String? = { _ in nil },
    hint: @escaping @Sendable (FormAnswers) -> String
  ) -> Asked {
    Asked(
      name, title,
      list: { answers in
        answers.picture.contacts.filter { !$0.name.isEmpty }.map {
          Choice(
            [name: $0.name], $0.name,
            detail: [$0.role, $0.standing.words].compactMap { $0 }.joined(separator: ", "))
        }
      },
      preset: preset, hint: hint, read: { (text, _) throws(TypingProblem) in text },
      explain: { text, answers in
        let known = answers.picture.contacts.first { $0.name.lowercased() == text.lowercased() }
        guard let known else { return "not known yet" }
        return known.headline
      })
  }

  /// One of a few things of the account, at first `value`; at it stands the detail of the chosen one.
  static func oneOf(
    _ name: DraftName, _ title: String, _ values: [Choice<String>], at value: String?
  ) -> Asked {
    Asked(
      name, title, .chosen(values, at: value), hint: { _ in "" },
      read: { (text, _) throws(TypingProblem) in text },
      explain: { text, _ in values.first { $0.value == text }?.detail })
  }
}
