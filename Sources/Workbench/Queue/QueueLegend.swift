import Receivables

/// What signs, columns, lanes, flags and codes of the queue mean, as lines of the help: typing a word finds them there.
struct QueueLegend {
  let lines: [Choice<Chosen>]

  init(_ policy: Policy) {
    let lanes = policy.lanes.map { ($0.heading, Self.meaning($0, policy)) }
    lines = Legends.lines(
      Self.signs + Self.columns + lanes + Legends.flags + Legends.results(policy))
  }

  private static let signs = [
    ("✓", "worked today"), ("!", "late, and most of its lane is not"),
    ("+ after an amount", "more in other currencies"),
  ]

  private static let columns = [
    ("To collect", "past due, less disputed, promised, planned, said paid, held"),
    ("Past due", "where it is not what is to be collected"),
    ("Late", "days past due of the oldest invoice"),
    ("Next step", "the one next step, when, and on whose clock"),
    ("first call", "nobody was ever spoken to"),
    ("is it in?", "look whether the money came"),
    ("Spoke", "when the right person was last spoken to"),
    ("Found by", "by what a search found it, where the row does not show that"),
    ("broke, part", "a promise was broken, partly kept"),
  ]

  private static func meaning(_ lane: Lane, _ policy: Policy) -> String {
    switch lane {
    case .callback: "asked to be called back by now, earliest first"
    case .brokenPromise: "not kept, and nobody was spoken to since, by amount"
    case .promiseDue: "promised for today and not paid"
    case .followUp: "the day of an agreed step has come"
    case .newPastDue: "nobody was spoken to about it yet, by amount"
    case .preRun: "the payment run is at most \(policy.preRunDays) business days away"
    case .rest: "all else with something to collect"
    case .cashApplication: "credits cover what is past due"
    }
  }
}
