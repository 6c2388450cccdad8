import Receivables
import TextScreen

/// What can come of a call, in groups side by side, and the result that somebody moved to.
struct ResultMenu: Hashable, Sendable {
  /// Results that belong together.
  struct Group: Hashable, Sendable {
    var title: String
    var results: [CallResult]
  }

  /// Nobody reached, then money in sight, then neither.
  let groups: [Group]
  /// Nothing at first, so that Enter takes nothing that was not chosen.
  private(set) var selected: CallResult?

  init(_ policy: Policy) {
    let offered = policy.results.filter { !$0.isRetired }
    let paying: Set<NextAction.Kind> = [.checkPromise, .checkPayment, .checkRun, .checkPlan]
    let reached = offered.filter(\.isRightParty)
    groups = [
      Group(title: "Not reached", results: offered.filter { !$0.isRightParty }),
      Group(title: "Will pay", results: reached.filter { paying.contains($0.nextKind) }),
      Group(title: "Will not pay yet", results: reached.filter { !paying.contains($0.nextKind) }),
    ].filter { !$0.results.isEmpty }
  }

  /// The result that a letter picks, in either case.
  func result(for letter: Character) -> CallResult? {
    let lower = Character(letter.lowercased())
    return groups.lazy.flatMap(\.results).first { $0.key == lower }
  }

  /// Moves the cursor; answers whether the key moves one. Left and right go to the group beside, up from the first
  /// result to none.
  mutating func handle(_ key: Key) -> Bool {
    let all = groups.flatMap(\.results)
    guard let selected, let place = all.firstIndex(of: selected),
      let group = groups.firstIndex(where: { $0.results.contains(selected) })
    else { return enter(key, all) }
    switch key {
    case .up: self.selected = place == 0 ? nil : all[place - 1]
    case .down: self.selected = all[min(place + 1, all.count - 1)]
    case .left: self.selected = groups[max(group - 1, 0)].results.first
    case .right: self.selected = groups[min(group + 1, groups.count - 1)].results.first
    default: return false
    }
    return true
  }

  private mutating func enter(_ key: Key, _ all: [CallResult]) -> Bool {
    guard [.up, .down, .left, .right].contains(key) else { return false }
    if key != .up { selected = all.first }
    return true
  }

  /// Puts the cursor on a result.
  mutating func select(_ result: CallResult) { selected = result }
}
