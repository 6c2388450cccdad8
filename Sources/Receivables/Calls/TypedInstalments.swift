/// How a plan is paid, as collectors type it: `3`, `6 weekly`, `500 weekly`, `1.2k monthly`, `4 dec, 18 dec, 8 jan`,
/// `4 dec 1000, 18 dec 500, 8 jan`.
///
/// A whole number up to `ProposedPlan.mostInstalments` is how many instalments there are. One that is larger, or has
/// decimals, a `k` or a currency, is what each of them comes to: nobody follows up more instalments than that.
enum TypedInstalments: Hashable {
  /// So many even ones, so far apart.
  case count(Int, PlanRhythm)
  /// So much at a time, as it was typed, so far apart.
  case each(String, PlanRhythm)
  /// On days of their own, two or more, in the order in which they were typed.
  case days([Day])

  /// One instalment on a day of its own.
  struct Day: Hashable {
    let day: CalendarDay
    /// How much, as it was typed; all days have one, all but the last, or none.
    let amount: String?
  }

  /// The instalments meant by `text`; monthly where nothing else is said. Throws `TypingProblem`.
  static func read(
    _ text: String, today: CalendarDay, rules: DayRules
  ) throws(TypingProblem) -> TypedInstalments {
    let items = items(of: text)
    if items.count > 1 { return .days(try days(items, today: today, rules: rules)) }
    let typed = items.first ?? ""
    var words = typed.lowercased().split(separator: " ").map(String.init)
    let rhythm = words.last.flatMap(rhythm)
    if rhythm != nil { words.removeLast() }
    let figure = words.joined(separator: " ")
    let count = Int(figure)
    if let count, (2...ProposedPlan.mostInstalments).contains(count) {
      return .count(count, rhythm ?? .monthly)
    }
    if isAmount(figure), count.map({ $0 > 1 }) ?? true { return .each(figure, rhythm ?? .monthly) }
    guard (try? day(typed, today: today, rules: rules)) == nil || count != nil else {
      throw TypingProblem("One day is no plan. Type all of them with commas between: 4 dec, 18 dec, 8 jan.")
    }
    throw TypingProblem(
      "“\(text)” are no instalments. Type 3, 6 weekly, 500 weekly or days: 4 dec, 18 dec 500, 8 jan.")
  }

  /// `w` and `weekly` name a rhythm, and so on.
  static func rhythm(_ word: String) -> PlanRhythm? {
    PlanRhythm.allCases.first { $0.rawValue.hasPrefix(word.lowercased()) }
  }

  /// The currency that is named with an amount; nil where none is.
  var currency: Currency? { amounts.lazy.compactMap { AmountWords($0).currency }.first }

  /// The amounts that were typed.
  var amounts: [String] {
    switch self {
    case .count: []
    case .each(let amount, _): [amount]
    case .days(let days): days.compactMap(\.amount)
    }
  }
}

// MARK: Days of their own

extension TypedInstalments {
  /// What stands between commas; one between two digits belongs to a figure: `1,000.50`.
  static func items(of text: String) -> [String] {
    let characters = Array(text)
    var items = [""]
    for (place, character) in characters.enumerated() {
      let around = [place - 1, place + 1]
      let isGrouping = around.allSatisfy { characters.indices.contains($0) && characters[$0].isNumber }
      if character == ",", !isGrouping { items.append("") } else { items[items.count - 1].append(character) }
    }
    return items.map { $0.split(separator: " ").joined(separator: " ") }.filter { !$0.isEmpty }
  }

  private static func days(
    _ items: [String], today: CalendarDay, rules: DayRules
  ) throws(TypingProblem) -> [Day] {
    var days: [Day] = []
    for item in items { days.append(try day(item, today: today, rules: rules)) }
    guard days.count <= ProposedPlan.mostInstalments else {
      throw TypingProblem("A plan has at most \(ProposedPlan.mostInstalments) instalments.")
    }
    if days.contains(where: { $0.amount != nil }),
      let open = days.dropLast().first(where: { $0.amount == nil })
    {
      throw TypingProblem(
        "How much on \(open.day.long)? Only the last instalment takes what the others leave.")
    }
    return days
  }

  /// Whether it is one instalment on a day of its own, in one way or in several.
  static func isDay(_ item: some StringProtocol, today: CalendarDay, rules: DayRules) -> Bool {
    !candidates(String(item), today: today, rules: rules).isEmpty
  }

  private static func candidates(_ item: String, today: CalendarDay, rules: DayRules) -> [Day] {
    let words = item.split(separator: " ")
    return words.indices.compactMap { last in
      let amount = words[(last + 1)...].joined(separator: " ")
      guard amount.isEmpty || isAmount(amount),
        let day = try? TypedDay.read(words[...last].joined(separator: " "), today: today, rules: rules)
      else { return nil }
      return Day(day: day, amount: amount.isEmpty ? nil : amount)
    }
  }

  /// A day and perhaps an amount behind it: `4 dec`, `+14 1.2k`, `2026-12-04 500 eur`. A year is none that has passed.
  static func day(_ item: String, today: CalendarDay, rules: DayRules) throws(TypingProblem) -> Day {
    let words = item.split(separator: " ")
    let found = candidates(item, today: today, rules: rules)
    let ahead = found.filter { $0.day >= today }
    if let first = ahead.first, let last = ahead.last, first != last, let amount = first.amount {
      throw TypingProblem(
        "“\(item)” may be \(last.day.long), or \(amount) on \(first.day.long). "
          + "Type the day as \(last.day.iso), or \(amount) with its currency.")
    }
    if let only = ahead.first { return only }
    if let passed = found.first { throw TypingProblem("\(passed.day.long) has passed.") }
    let isPaid = words.count > 1 && isAmount(String(words[words.count - 1]))
    let day = words.dropLast(isPaid ? 1 : 0).joined(separator: " ")
    _ = try TypedDay.read(day, today: today, rules: rules)
    throw TypingProblem("“\(item)” is no instalment. Type a day, and how much behind it: 4 dec 500.")
  }

  /// Whether it can only be an amount: a figure, and perhaps a currency that is no word of a day.
  private static func isAmount(_ text: String) -> Bool {
    let words = AmountWords(text)
    if let code = words.currency?.code.lowercased(),
      Month.number(code.utf8) != nil || Weekday(name: code) != nil || ["eom", "tom"].contains(code)
    {
      return false
    }
    var figure = words.figure.lowercased()
    if let last = figure.last, "km".contains(last) { figure.removeLast() }
    return figure.first?.isNumber == true && figure.allSatisfy { $0.isNumber || " .,'".contains($0) }
  }
}

// MARK: The other way round

extension PlanTerms {
  /// The text that means the instalments, and the first day unless the text says it: `"3 weekly"`, `"500.00 USD weekly"`,
  /// `"2026-12-04 1000.00 USD, 2026-12-18"`. Of days of their own the last takes the rest, as it does while it is typed.
  var typed: (text: String, first: CalendarDay?) {
    let amounts = instalments.map(\.amount)
    let total = (try? total())?.minor ?? 0
    let isEven = amounts == Split.even(total, into: amounts.count)
    let first = instalments.first
    if let rhythm, isEven { return ("\(amounts.count) \(rhythm)", first?.due) }
    if let rhythm, let first, amounts == Split.by(first.amount, total) {
      return ("\(Money(minor: first.amount, currency).entryText) \(rhythm)", first.due)
    }
    let days = instalments.indices.map { place in
      let instalment = instalments[place]
      let takesRest = isEven || place == instalments.count - 1
      return instalment.due.iso
        + (takesRest ? "" : " \(Money(minor: instalment.amount, currency).entryText)")
    }
    return (days.joined(separator: ", "), nil)
  }
}
