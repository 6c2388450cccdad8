/// How a numeric date such as 3/4/2026 is read.
public enum DateOrder: String, Hashable, Sendable, CaseIterable {
  /// 3 April.
  case dayMonthYear = "dmy"
  /// 4 March.
  case monthDayYear = "mdy"
  /// 2026/4/3.
  case yearMonthDay = "ymd"
}

/// Finds the order of a file's dates by looking at a column.
///
/// `27/11/2026` can only be day first, `11/27/2026` only month first; `3/4/2026` could be either. Where nothing decides,
/// `3.4.2026` is day first: nobody writes points behind a month that stands before its day.
public struct DateOrderEvidence: Hashable, Sendable {
  /// What the cells say together.
  public enum Verdict: Hashable, Sendable {
    /// Every cell that decides agrees.
    case order(DateOrder)
    /// No cell needs an order.
    case any
    /// Nothing decides, and a cell such as this one has two readings.
    case ambiguous(example: String)
    /// One cell can only be day first, another only month first.
    case contradictory(dayFirst: String, monthFirst: String)
    /// A spreadsheet has kept the time and lost the day, as in this cell.
    case destroyed(example: String)
  }

  private var examples: [DateOrder: String] = [:]
  private var undecided: String?
  /// A date with points that does not decide.
  private var dotted: String?
  private var destroyed: String?

  /// Nothing seen yet.
  public init() {}

  /// Takes a cell into account. What is not a date says nothing about the order.
  public mutating func see(_ cell: Span<UInt8>) {
    if DateText.iso(cell) != nil { return }
    do throws(DateProblem) {
      let parts = try DateText.parts(of: cell)
      guard case .numeric(let hasShortYear) = parts.form else { return }
      see(parts, hasShortYear: hasShortYear, cell)
    } catch {
      if error == .destroyed, destroyed == nil { destroyed = Self.text(cell) }
    }
  }

  private mutating func see(_ parts: DateParts, hasShortYear: Bool, _ cell: Span<UInt8>) {
    let (first, second) = (parts.first, parts.second)
    if hasShortYear, first == 0 || first > 31 {
      note(.yearMonthDay, cell)
    } else if first > 12, second <= 12, !hasShortYear || parts.third > 31 || parts.third == 0 {
      note(.dayMonthYear, cell)
    } else if second > 12, first <= 12 {
      note(.monthDayYear, cell)
    } else if first != second || hasShortYear, first <= 31, second <= 12 {
      if cell.indices.contains(where: { cell[$0] == 0x2E }) {
        if dotted == nil { dotted = Self.text(cell) }
      } else if undecided == nil {
        undecided = Self.text(cell)
      }
    }
  }

  /// What the cells seen so far say.
  public var verdict: Verdict {
    if let destroyed { return .destroyed(example: destroyed) }
    if let day = examples[.dayMonthYear], let month = examples[.monthDayYear] {
      return .contradictory(dayFirst: day, monthFirst: month)
    }
    if let order = DateOrder.allCases.first(where: { examples[$0] != nil }) { return .order(order) }
    if let undecided { return .ambiguous(example: undecided) }
    return dotted == nil ? .any : .order(.dayMonthYear)
  }

  private mutating func note(_ order: DateOrder, _ cell: Span<UInt8>) {
    if examples[order] == nil { examples[order] = Self.text(cell) }
  }

  private static func text(_ cell: Span<UInt8>) -> String {
    String(decoding: cell.indices.map { cell[$0] }, as: UTF8.self)
  }
}
