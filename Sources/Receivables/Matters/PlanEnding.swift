/// How a plan ended that is not in force any more.
public struct PlanEnding: Hashable, Sendable {
  /// What became of it.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// Newer plans cover all of its invoices that are owed.
    case replaced
    /// The customer took it back.
    case withdrawn
    /// The books have none of its invoices any more.
    case over
  }

  /// What became of it.
  public let kind: Kind
  /// The business date on which it ended; nil where nothing tells.
  public let day: CalendarDay?
  /// Why it was taken back; nil for the others.
  public let because: String?
}

/// The plan that covered an invoice next, while plans are followed from the newest to the oldest.
struct NewerPlan {
  /// The business date on which it was agreed.
  let day: CalendarDay
  /// What the books had on the invoice then.
  let cover: CoveredInvoice
}

extension PlanStatus {
  /// A plan that ended: it is part of the history and asks for nothing. Money counts for it up to its end; what came
  /// later went to the newer plan, or to none. `newer` holds the next plans by the place of their invoices.
  ///
  /// 900.00 in three, agreed anew when 300.00 had come: 300.00 paid, and 0.00 of two that are over. Throws
  /// `MoneyError.overflow`.
  init(
    ended taken: TakenMatter<PlanTerms>, _ coverage: Coverage, _ newer: [Int: NewerPlan], _ items: OpenItems,
    _ asOf: inout AsOf
  ) throws(MoneyError) {
    let next = coverage.places.compactMap { newer[$0] }
    let ending: PlanEnding
    if let withdrawal = taken.withdrawal {
      ending = PlanEnding(kind: .withdrawn, day: withdrawal.day, because: withdrawal.because)
    } else if coverage.places.isEmpty {
      ending = PlanEnding(kind: .over, day: nil, because: nil)
    } else {
      ending = PlanEnding(kind: .replaced, day: next.map(\.day).max(), because: nil)
    }
    var (paid, credited) = (Int64(0), Int64(0))
    let since = coverage.since(taken.day, items)
    for (index, place) in coverage.places.enumerated() {
      if let cover = newer[place]?.cover {
        paid = try paid.addingChecked(max(cover.paid - coverage.paid[index], 0))
        credited = try credited.addingChecked(max(cover.credited - coverage.credited[index], 0))
        continue
      }
      for item in since[index] where ending.day.map({ item.application.dated <= $0 }) ?? true {
        if item.application.isMoney {
          paid = try paid.addingChecked(item.new)
        } else {
          credited = try credited.addingChecked(item.new)
        }
      }
    }
    id = taken.id
    agreedOn = taken.day
    person = taken.person
    terms = taken.terms
    self.ending = ending
    instalments = taken.terms.filled(paid: paid, credited: credited).map {
      InstalmentStatus(of: taken.terms, $0, endedOn: ending.day)
    }
    incentive = terms.incentive.map {
      IncentiveStatus($0, isOver: true, earnedOn: nil, credited: 0, toCredit: 0, &asOf)
    }
  }
}

extension InstalmentStatus {
  /// An instalment of a plan that ended: paid, missed by then, or over with it.
  fileprivate init(of terms: PlanTerms, _ filled: PlanTerms.Filled, endedOn day: CalendarDay?) {
    let deadline = filled.due.advanced(by: terms.graceDays)
    let wasMissed = day.map { deadline < $0 } ?? false
    self.init(
      due: filled.due, deadline: deadline, amount: filled.amount, paid: filled.paid,
      state: terms.isFilled(filled) ? .paid : wasMissed ? .missed : .over)
  }
}

extension PlanStatus {
  /// What all instalments come to as they stand, and what came of them.
  public var sums: (amount: Money, paid: Money) {
    // What was agreed fits an amount, and they come to no more.
    let (amount, paid) = instalments.reduce((Int64(0), Int64(0))) { ($0.0 + $1.amount, $0.1 + $1.paid) }
    return (Money(minor: amount, terms.currency), Money(minor: paid, terms.currency))
  }

  /// How an instalment stands: `"in grace"`. One that is over says what became of its plan: `"broken"`.
  public func title(of instalment: InstalmentStatus) -> String {
    instalment.state == .over ? state : instalment.state.title
  }

  /// What is known of it besides amount and state: `"3 monthly, broken Wed 20 Jan 2027, Jane"`.
  public var course: String {
    let rhythm = terms.rhythm?.rawValue ?? (instalments.count == 1 ? "instalment" : "instalments")
    let ended = ending.map { "\($0.kind.rawValue)\($0.day.map { " \($0.long)" } ?? "")" }
    let parts: [String?] = [
      "\(instalments.count) \(rhythm)", ended ?? brokenOn.map { "broken \($0.long)" },
      // Why it was taken back begins with who did that.
      ending?.because ?? person,
      terms.approvedBy.map { "approved by \($0)" },
    ]
    return parts.compactMap { $0 }.joined(separator: ", ")
  }
}
