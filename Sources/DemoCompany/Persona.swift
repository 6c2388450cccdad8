import Receivables

/// How a customer of the demo company behaves.
enum Persona: CaseIterable {
  /// Pays on time or a little before.
  case prompt
  /// Pays some days late, always.
  case usual
  /// Pays weeks late.
  case slow
  /// Paid on time until some months ago, later every month since.
  case drifter
  /// Pays everything that is due on the next run of its own calendar.
  case payRun
  /// Contests an invoice now and then.
  case disputer
  /// Promises and does not pay.
  case promiseBreaker
  /// Overpaid: holds credits that cover what is past due.
  case overpayer
  /// Does not pay, does not answer.
  case silent
  /// Became a customer two months ago.
  case newcomer

  /// Of a hundred customers so many behave like that.
  var share: Int {
    switch self {
    case .prompt: 26
    case .usual: 28
    case .slow: 12
    case .drifter: 7
    case .payRun: 10
    case .disputer: 4
    case .promiseBreaker: 4
    case .overpayer: 2
    case .silent: 2
    case .newcomer: 5
    }
  }

  static func draw(_ random: inout Randomness) -> Persona {
    var left = Int.random(in: 0..<100, using: &random)
    for persona in allCases {
      left -= persona.share
      if left < 0 { return persona }
    }
    return .usual
  }

  /// The day on which an invoice that was due on `due` is paid; nil when it is not paid at all.
  func payday(
    due: CalendarDay, today: CalendarDay, run: PaymentRun?, _ random: inout Randomness
  ) -> CalendarDay? {
    switch self {
    case .prompt: return due.advanced(by: Int.random(in: -6...1, using: &random))
    case .usual, .overpayer, .disputer: return due.advanced(by: Int.random(in: 1...11, using: &random))
    case .slow: return due.advanced(by: Int.random(in: 18...46, using: &random))
    case .drifter:
      let monthsAgo = max(0, (today.number - due.number) / 30)
      let drift = monthsAgo > 5 ? 0 : (6 - monthsAgo) * 7
      return due.advanced(by: drift + Int.random(in: -2...2, using: &random))
    case .payRun: return run?.next(onOrAfter: due) ?? due
    case .promiseBreaker:
      return due.advanced(by: Int.random(in: 35...80, using: &random))
    case .silent:
      return today.number - due.number > 200
        ? due.advanced(by: Int.random(in: 60...120, using: &random)) : nil
    case .newcomer: return due.advanced(by: Int.random(in: -2...9, using: &random))
    }
  }
}
