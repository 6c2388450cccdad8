import Receivables

/// A plan in force with what came of its instalments as of a day.
struct PlainPlan {
  struct Instalment {
    let due: CalendarDay
    let deadline: CalendarDay
    var amount: Int64
    var paid: Int64 = 0
    var state = InstalmentStatus.State.due
  }

  let id: MatterID
  /// The invoices that no newer plan took over, in the order in which they were covered: oldest due first.
  let covers: [PlainBooks.Cover]
  private(set) var instalments: [Instalment]

  /// What instalments in a state are still to bring.
  func missing(_ state: InstalmentStatus.State) -> Int64 {
    instalments.filter { $0.state == state }.reduce(0) { $0 + $1.amount - $1.paid }
  }
}

extension PlainPlan {
  /// The plans in force, newest first. The latest on an invoice counts, also where it was taken back since.
  static func all(_ journal: PlainJournal, _ books: PlainBooks) -> [PlainPlan] {
    var plans: [PlainPlan] = []
    var taken: Set<Int> = []
    for opened in journal.opened(PlanTerms.self).reversed() where !opened.isVoided {
      let covers = books.covers(opened.terms.covers).filter { !taken.contains($0.place) }
      taken.formUnion(covers.map(\.place))
      guard !covers.isEmpty, opened.withdrawal == nil else { continue }
      plans.append(PlainPlan(opened, covers, books))
    }
    return plans
  }

  /// Money fills the instalments oldest first and rolls forward. What is credited nobody pays, so it comes off the last
  /// ones; the domain leaves that open (`PlanStatus`).
  private init(
    _ opened: PlainJournal.Opened<PlanTerms>, _ covers: [PlainBooks.Cover], _ books: PlainBooks
  ) {
    id = opened.id
    self.covers = covers
    instalments = opened.terms.instalments.map {
      Instalment(due: $0.due, deadline: $0.due.advanced(by: opened.terms.graceDays), amount: $0.amount)
    }
    let new = books.new(to: covers, since: opened.entry.day).map { books.coins[$0] }
    var paid = Int64(new.count(where: \.isMoney)) * books.worth
    var credited = Int64(new.count { !$0.isMoney }) * books.worth
    for index in instalments.indices.reversed() {
      let less = min(credited, instalments[index].amount)
      instalments[index].amount -= less
      credited -= less
    }
    for index in instalments.indices {
      let filled = min(paid, instalments[index].amount)
      instalments[index].paid = filled
      paid -= filled
      let instalment = instalments[index]
      instalments[index].state =
        filled == instalment.amount
        ? .paid
        : books.day <= instalment.due ? .due : books.day <= instalment.deadline ? .inGrace : .missed
    }
  }
}
