import Receivables

/// What the signs, states and codes of a screen mean, as lines of its help: typing a word finds them there.
enum Legends {
  /// That of a screen; nothing of a screen that says everything in words.
  static func of(_ scope: Scope, _ policy: Policy) -> [Choice<Chosen>] {
    switch scope {
    case .queue: QueueLegend(policy).lines
    case .account: lines(accountSigns + flags + slices + promises + plans)
    case .callMenu, .call: lines(callSigns + results(policy))
    default: []
    }
  }

  static func lines(_ meanings: [(String, String)]) -> [Choice<Chosen>] {
    meanings.map { title, detail in Choice(.desk(.nothing), title, detail: detail) }
  }

  static var flags: [(String, String)] {
    AccountFlags.all.map { ("flag \($0.letter)", $0.words) }
  }

  static func results(_ policy: Policy) -> [(String, String)] {
    policy.results.map { ("result \($0.code)", $0.meaning) }
  }

  private static let accountSigns = [
    ("*", "an invoice that is tagged for the next call"),
    ("To collect", "past due, less disputed, promised, planned, said paid, held"),
    ("level 2", "the second promise on an invoice, after one that did not hold"),
    ("TAKEN BACK", "an entry that a later one reversed; it stays readable"),
    ("books", "what the accounting system says; all else people wrote"),
  ]

  private static let callSigns = [
    ("[x]", "an invoice that the form is about"),
    ("Say", "read it to the customer before it is saved"),
    ("Rest", "what is past due and covered by nothing that was said"),
    ("Then", "the next step that is set by saving"),
    ("Check", "what speaks against it; it can be saved all the same"),
    ("Ask", "the questions of the policy"),
  ]

  /// What a part of an invoice is held for.
  private static var slices: [(String, String)] {
    Slice.allCases.map { slice in
      let meaning =
        switch slice {
        case .disputed: "contested, not collected until that is settled"
        case .planned: "in instalments of a plan that are not due"
        case .promised: "promised, by date and grace"
        case .claimed: "said to be paid, to be looked for in the books"
        case .held: "on hold, not to be collected until it ends"
        case .discounted: "given up as a discount that was earned"
        }
      return ("state \(slice.title)", meaning)
    }
  }

  private static var promises: [(String, String)] {
    PromiseState.allCases.map { state in
      let meaning =
        switch state {
        case .open: "its day has not passed"
        case .inGrace: "its day has passed, the days of grace have not"
        case .kept: "enough came by date and grace"
        case .partlyKept: "something came, not enough"
        case .broken: "nothing came"
        case .received: "enough came and is not applied yet"
        case .superseded: "a newer promise or a plan took over all of it"
        case .withdrawn: "taken back by the customer"
        case .voided: "an entry error, or nothing was left to be paid"
        case .verifying: "said to be paid, not in the books yet"
        }
      return ("promise \(state == .received ? "received" : state.title)", meaning)
    }
  }

  private static var plans: [(String, String)] {
    InstalmentStatus.State.allCases.map { state in
      let meaning =
        switch state {
        case .paid: "all of it came"
        case .due: "its day has not passed"
        case .inGrace: "its day has passed, the days of grace have not"
        case .missed: "day and grace are over, and not all of it came"
        case .over: "its plan was broken, replaced or withdrawn before"
        }
      return ("instalment \(state.title)", meaning)
    }
  }
}
