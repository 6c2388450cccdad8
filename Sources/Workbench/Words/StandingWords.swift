import Receivables
import TextScreen

extension [Money] {
  /// The largest first, compared at the policy's indicative rates.
  func largestFirst(_ policy: Policy) -> [Money] {
    count < 2 ? self : sorted { policy.weight($0.minor, $0.currency) > policy.weight($1.minor, $1.currency) }
  }

  /// All of them, or all of them rounded, or none: `"85 922.81 USD 580.89 GBP"`, `"86k USD 581 GBP"`. One that is cut
  /// off would say something else, and one that is left out too.
  func words(width: Int) -> String? {
    let exact = exact
    if DisplayWidth.of(exact) <= width { return exact }
    let rough = rough
    return DisplayWidth.of(rough) <= width ? rough : nil
  }

  /// `"85 922.81 USD  580.89 GBP"`.
  var exact: String { map(\.description).joined(separator: "  ") }

  /// `"86k USD 581 GBP"`.
  var rough: String { map(\.rough).joined(separator: " ") }
}

extension Standing {
  /// What is to be collected, the largest first; nothing where it fits no amount.
  func largest(_ policy: Policy) -> [Money] { (amounts ?? []).largestFirst(policy) }
}

extension Lane {
  /// What stands above its accounts, in capitals, so that it is no row without colour either.
  var heading: String {
    switch self {
    case .callback: "CALLBACKS"
    case .brokenPromise: "BROKEN PROMISES"
    case .promiseDue: "PROMISES DUE TODAY"
    case .followUp: "FOLLOW-UP"
    case .newPastDue: "FIRST CONTACT"
    case .preRun: "BEFORE A PAYMENT RUN"
    case .rest: "BY PRIORITY"
    case .cashApplication: "CREDITS TO APPLY"
    }
  }
}
