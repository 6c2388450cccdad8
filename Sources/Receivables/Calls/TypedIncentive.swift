/// Reads what is given up as collectors type it: `2%`, `98.00`, `fee 40.00`, each with a last day where that is not the last
/// day of what it is given on: `2% until fri`.
enum TypedIncentive {
  /// The discount or waived fee meant by `text`, an amount in `currency` unless it names another one. Throws
  /// `TypingProblem`.
  static func read(
    _ text: String, in currency: Currency, today: CalendarDay, rules: DayRules
  ) throws(TypingProblem) -> ProposedIncentive {
    var words = text.lowercased().split(separator: " ").map(String.init)
    var until: CalendarDay?
    if let place = words.firstIndex(where: { ["until", "by"].contains($0) }) {
      let day = words[(place + 1)...].joined(separator: " ")
      until = try TypedDay.read(day, today: today, rules: rules)
      words.removeSubrange(place...)
    }
    let kind: Incentive.Kind = words.first == "fee" ? .waivedFee : .discount
    if kind == .waivedFee { words.removeFirst() }
    let figure = words.joined(separator: " ")
    if figure.hasSuffix("%") {
      guard let share = basisPoints(figure.dropLast()) else { throw problem(text) }
      return ProposedIncentive(kind, .share(share), until: until)
    }
    guard figure.utf8.contains(where: \.isDigit) else { throw problem(text) }
    let amount = AmountWords(figure)
    let read = try TypedAmount.read(amount.figure, full: .zero(amount.currency ?? currency))
    return ProposedIncentive(kind, .amount(read), until: until)
  }

  private static func problem(_ text: String) -> TypingProblem {
    TypingProblem(
      "“\(text)” is no discount. Type 2%, 98.00 or fee 40.00, and a last day behind it: 2% until fri.")
  }

  /// `2`, `2.5` and `1.25` per cent in hundredths, from 0.01 to 99.99.
  private static func basisPoints(_ text: Substring) -> Int? {
    let figure = String(text.filter { $0 != " " })
    let parts = figure.split(maxSplits: 1, omittingEmptySubsequences: false) { $0 == "." || $0 == "," }
      .map(String.init)
    guard let whole = parts.first, (1...2).contains(whole.utf8.count), whole.utf8.allSatisfy(\.isDigit) else {
      return nil
    }
    let rest = parts.count == 2 ? parts[1] : "0"
    guard (1...2).contains(rest.utf8.count), rest.utf8.allSatisfy(\.isDigit),
      let share = Int(whole + rest + (rest.utf8.count == 1 ? "0" : "")), share > 0
    else { return nil }
    return share
  }
}

extension Incentive {
  /// The text that means it: `"2.5% until 2026-12-04"`, `"fee 40.00 GBP"`. The last day of what it is given on goes without
  /// saying, so that it moves with it.
  func typed(last: CalendarDay?) -> String {
    let share = basisPoints.map { points in
      let rest = points % 100
      return "\(points / 100)" + (rest == 0 ? "" : rest < 10 ? ".0\(rest)" : ".\(rest)") + "%"
    }
    let figure = (kind == .waivedFee ? "fee " : "") + (share ?? amount.entryText)
    return until == last ? figure : "\(figure) until \(until.iso)"
  }
}

extension CallReading {
  /// What is given up, as it was typed; nil for nothing.
  func incentive() throws(TypingProblem) -> ProposedIncentive? {
    guard let typed = text(.discount) else { return nil }
    var incentive = try TypedIncentive.read(
      typed, in: try currency(), today: today, rules: policy.dayRules)
    incentive.approvedBy = text(.approval)
    return incentive
  }

  /// What that comes to, on what and on which day, as far as the other lines tell; nil while they do not.
  func offered() throws(TypingProblem) -> (terms: Incentive, whole: Money)? {
    guard let incentive = try incentive() else { return nil }
    var whole = try amount()
    var last = try day()
    if result.holdsPlan {
      guard let plan = try? planned(), let total = try? plan.total() else { return nil }
      (whole, last) = (total, plan.instalments.last?.due)
    }
    guard let last else { return nil }
    do {
      return (try incentive.terms(on: whole, last: last, today: today), whole)
    } catch {
      throw TypingProblem(error.sentence)
    }
  }
}
