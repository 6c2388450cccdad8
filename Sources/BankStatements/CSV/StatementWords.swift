public import Interchange

/// The words of banks' CSV files, as data: headings by role, and the words in cells that decide something.
public struct StatementWords: Hashable, Sendable {
  /// Headings by role, the preferred one first.
  public var headings: [StatementRole: [HeadingName]]
  /// Words for the side of an amount.
  public var sides: [HeadingName: MoneySide]
  /// Words of status columns.
  public var states: [HeadingName: BookingState]
  /// Words before what lines above the headings tell.
  public var titles: [StatementTitle: [HeadingName]]
  /// Beginnings of what the bank calls a payment that came back.
  public var returns: [HeadingName]
  /// Words with which rows of sums and balances begin.
  public var totals: [HeadingName]
  /// Headings of lists of invoices, customers and payments: a file with one of them is no statement.
  public var foreign: Set<HeadingName>

  /// The words of a `bank-columns.toml`; `foreign` as far as no bank has such a heading too.
  public init(
    headings: [StatementRole: [HeadingName]], sides: [HeadingName: MoneySide],
    states: [HeadingName: BookingState], titles: [StatementTitle: [HeadingName]], returns: [HeadingName],
    totals: [HeadingName], foreign: Set<HeadingName>
  ) {
    self.headings = headings
    self.sides = sides
    self.states = states
    self.titles = titles
    self.returns = returns
    self.totals = totals
    self.foreign = foreign.subtracting(headings.values.joined())
  }

  /// Whether a cell begins with a word for sums and balances.
  func isTotal(_ cell: String) -> Bool {
    let name = HeadingName(cell.replacing("#", with: "")).folded
    return !name.isEmpty && totals.contains { name.hasPrefix($0.folded) }
  }

  /// Whether the bank calls something by that name that came back.
  func isReturn(_ title: String) -> Bool {
    let name = HeadingName(title).folded
    return !name.isEmpty && returns.contains { name.hasPrefix($0.folded) }
  }

  /// The side that a cell says; nil for a word that is not known.
  func side(_ cell: String) -> MoneySide? {
    switch cell.oneLine {
    case "+": .incoming
    case "-", "\u{2212}", "\u{2013}": .outgoing
    default: sides[HeadingName(cell)]
    }
  }
}
