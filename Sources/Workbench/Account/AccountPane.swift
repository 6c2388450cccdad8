import Receivables
import TextScreen

/// Beside the sections from 120 columns: whom to call, how the customer pays, what it promised.
struct AccountPane {
  private let picture: AccountPicture

  init(_ picture: AccountPicture) { self.picture = picture }

  func draw(into frame: inout Frame, _ area: Rectangle, _ sitting: Sitting) {
    var column = TextColumn(beside: area, into: &frame)
    for line in PeopleText(picture, sitting).lines { column.add(line, into: &frame) }
    column.skip()
    column.add("Promises", .heading, into: &frame)
    for plan in picture.allPlans {
      column.add(
        "plan", width: 9, "\(plan.sums.amount) \(plan.state)", plan.role ?? .normal, into: &frame)
      // What a plan that ended would have brought is told by the section alone.
      guard plan.ending == nil else { continue }
      for instalment in plan.instalments.prefix(max(column.left, 0)) {
        let amount = Money(minor: instalment.amount, plan.terms.currency)
        column.add(
          instalment.due.dated, width: 9, "\(amount) \(plan.title(of: instalment))",
          instalment.state.role ?? .normal, into: &frame)
      }
    }
    for plan in picture.plans where plan.incentive != nil {
      add(plan.incentive, on: (try? plan.terms.total()) ?? .zero(plan.terms.currency), &column, &frame)
    }
    if picture.promises.isEmpty, picture.allPlans.isEmpty { column.add("none yet", .dim, into: &frame) }
    for promise in picture.promises.prefix(max(column.left, 0)) {
      column.add(
        promise.terms.day.dated, width: 9, "\(promise.terms.amount) \(promise.state.title)",
        promise.state.role ?? .normal, into: &frame)
      add(promise.incentive, on: promise.standing, &column, &frame)
    }
    for dispute in picture.openDisputes.prefix(max(column.left, 0)) {
      column.add(
        dispute.dueOn.dated, width: 9,
        "\(dispute.amountWords) disputed: \(dispute.standing(sitting.policy, sitting.today))",
        dispute.state.role ?? .normal, into: &frame)
    }
  }

  private func add(
    _ incentive: IncentiveStatus?, on whole: Money, _ column: inout TextColumn, _ frame: inout Frame
  ) {
    guard let incentive, column.left > 0 else { return }
    column.add("", width: 9, incentive.line(on: whole, seen: picture.asOf), incentive.role, into: &frame)
  }
}
