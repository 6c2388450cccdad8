/// Why a part of an open invoice is not to be collected now.
public enum Slice: Int, Hashable, Sendable, CaseIterable {
  /// Contested.
  case disputed
  /// Covered by instalments of a plan that are not due yet.
  case planned
  /// Under a promise inside date and grace.
  case promised
  /// Said to be paid already, and being verified.
  case claimed
  /// Not chased until a day: do-not-call, insolvency.
  case held
  /// Given up as a discount that was earned, until its credit note is in the books.
  case discounted

  /// What people read: `"promised"`.
  public var title: String {
    switch self {
    case .disputed: "disputed"
    case .planned: "in a plan"
    case .promised: "promised"
    case .claimed: "said to be paid"
    case .held: "on hold"
    case .discounted: "to be credited"
    }
  }
}

/// An open amount cut into what is held for a reason and what is free: on any day the parts add up to the whole.
///
/// 1 000.00 with 800.00 disputed is 200.00 free.
public struct Slices: Hashable, Sendable {
  /// All of it, minor units.
  public private(set) var open: Int64 = 0
  // Eight lanes for six cases: a value without storage of its own, for millions of invoices.
  private var parts = SIMD8<Int64>()

  /// Nothing.
  public init() {}

  /// All free.
  public init(open: Int64) { self.open = open }

  /// An amount with its parts in the order of `Slice.allCases`; nil when they do not add up to a part of it.
  public init?(open: Int64, parts: [Int64]) {
    guard parts.count == Slice.allCases.count else { return nil }
    self.open = open
    for (slice, part) in zip(Slice.allCases, parts) {
      guard part >= 0, part <= free else { return nil }
      self.parts[slice.rawValue] = part
    }
  }

  /// What is held for a reason, minor units.
  public subscript(slice: Slice) -> Int64 { parts[slice.rawValue] }

  /// What is left: the amount to collect when it is past due.
  public var free: Int64 { open - parts.wrappedSum() }

  /// Holds up to `amount`, no more than is free, and returns what was taken.
  mutating func take(_ amount: Int64, as slice: Slice) -> Int64 {
    let taken = max(min(amount, free), 0)
    parts[slice.rawValue] += taken
    return taken
  }

  /// Adds another amount with its parts. Throws `MoneyError.overflow`.
  mutating func add(_ other: Slices) throws(MoneyError) {
    open = try open.addingChecked(other.open)
    // The parts of each never come to more than the whole, so they fit when it does.
    parts &+= other.parts
  }
}
