import Receivables

/// How findings about the ladder and about terms stand in the text of a summary; a dash is nothing.
enum GateText {
  /// `"60 1000 0 20784 2 5400 540000 USD"`: what is asked, then oldest due day, broken promises, and what is to be
  /// collected in the common currency and as an amount.
  static func words(of finding: GateFinding) -> String {
    let (gate, measures) = (finding.gate, finding.measures)
    let numbers = [
      "\(gate.afterDays)", "\(gate.atLeastMajor)", "\(gate.brokenPromises)",
      measures.oldestDue.map { "\($0.number)" } ?? "-", "\(measures.brokenPromises)", "\(measures.major)",
      measures.amount.map { "\($0.minor) \($0.currency.code)" } ?? "- -",
    ]
    return numbers.joined(separator: " ")
  }

  /// What `words` wrote, with the title behind it.
  static func gate(_ words: [Word]) -> GateFinding? {
    guard words.count == 9, let days = words[0].count, let least: Int = words[1].number(),
      let broken = words[2].count, let found = words[4].count,
      let major: Int64 = words[5].number(), let title = SummaryText.owner(words[8]) ?? nil
    else { return nil }
    var measures = LadderMeasures()
    (measures.brokenPromises, measures.major) = (found, major)
    if let day = words[3].day {
      measures.oldestDue = day
    } else if !isNothing(words[3]) {
      return nil
    }
    if let amount = SummaryText.money(words[6], words[7]) {
      measures.amount = amount
    } else if !isNothing(words[6]) {
      return nil
    }
    return GateFinding(
      title: title, gate: .init(afterDays: days, atLeastMajor: least, brokenPromises: broken),
      measures: measures)
  }

  /// `"120 - 183 6"`: percent of the limit, drift and lateness in tenths of a day, over so many invoices.
  static func words(of review: TermsReview) -> String {
    [
      review.limitPercent.map { "\($0)" } ?? "-", review.driftTenths.map { "\($0)" } ?? "-",
      review.lateTenths.map { "\($0)" } ?? "-", "\(review.paid)",
    ].joined(separator: " ")
  }

  /// What `words` wrote.
  static func review(_ words: [Word]) -> TermsReview? {
    guard words.count == 4, let paid = words[3].count,
      words.prefix(3).allSatisfy({ isNothing($0) || $0.number(Int64.self) != nil })
    else { return nil }
    return TermsReview(
      limitPercent: words[0].number(), driftTenths: words[1].number(), lateTenths: words[2].number(),
      paid: paid)
  }

  private static func isNothing(_ word: Word) -> Bool { "-" ~= word }

  /// `"proposed 20784 =final%20demand =manager"`.
  static func escalated(_ words: [Word]) -> Reason.Finding? {
    guard let state = EscalationState(rawValue: words[0].text), let day = words[1].day,
      let title = SummaryText.owner(words[2]) ?? nil, let owner = SummaryText.owner(words.dropFirst(3).first)
    else { return nil }
    return .escalated(title, state, since: day, owner: owner)
  }
}
