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
  static func gate(_ words: [String]) -> GateFinding? {
    guard words.count == 9, let days = Int(words[0]), let least = Int(words[1]), let broken = Int(words[2]),
      let found = Int(words[4]), let major = Int64(words[5]), let title = SummaryText.owner(words[8]) ?? nil
    else { return nil }
    var measures = LadderMeasures()
    (measures.brokenPromises, measures.major) = (found, major)
    if words[3] != "-" {
      guard let number = Int(words[3]) else { return nil }
      measures.oldestDue = CalendarDay(number: number)
    }
    if words[6] != "-" {
      guard let minor = Int64(words[6]), let currency = Currency(words[7]) else { return nil }
      measures.amount = Money(minor: minor, currency)
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
  static func review(_ words: [String]) -> TermsReview? {
    guard words.count == 4, let paid = Int(words[3]),
      words[0] == "-" || Int64(words[0]) != nil, words[1] == "-" || Int(words[1]) != nil,
      words[2] == "-" || Int(words[2]) != nil
    else { return nil }
    return TermsReview(
      limitPercent: Int64(words[0]), driftTenths: Int(words[1]), lateTenths: Int(words[2]), paid: paid)
  }

  /// `"proposed 20784 =final%20demand =manager"`.
  static func escalated(_ words: [String]) -> Reason.Finding? {
    guard let state = EscalationState(rawValue: words[0]), let number = Int(words[1]),
      let title = SummaryText.owner(words[2]) ?? nil, let owner = SummaryText.owner(words.dropFirst(3).first)
    else { return nil }
    return .escalated(title, state, since: CalendarDay(number: number), owner: owner)
  }
}
