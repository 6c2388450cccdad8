import Receivables
import TextScreen

/// The columns of what an account promised, contests or is held back by, and what came of it.
struct MatterTable {
  let layout: TableLayout
  private let sitting: Sitting
  private let paying: PaymentCalendar?
  private let calendar: BusinessCalendar

  init(_ picture: AccountPicture, width: Int, _ sitting: Sitting) {
    self.sitting = sitting
    paying = picture.paying
    calendar = sitting.policy.applied(to: picture.file).calendar
    let contested = picture.disputes.compactMap { try? $0.contested().first }
    let held = MatterRow.others(picture).flatMap(\.held)
    let plans = picture.allPlans.map(\.sums)
    let promised = picture.promises.map(\.terms.amount) + plans.map(\.amount) + contested + held
    let kept =
      picture.promises.map { Money(minor: $0.paid, $0.terms.amount.currency) }
      + plans.map(\.paid) + picture.disputes.compactMap { try? $0.sum(\.paid).first }
    let rungs = picture.escalations.map(\.terms.title) + [picture.ladder.title ?? ""]
    let states = picture.disputes.map(\.state.title) + rungs
    let state = states.map(\.count).max() ?? 0
    let amount = promised.map(\.width).max() ?? 0
    let paid = kept.map(\.width).max() ?? 0
    layout = TableLayout(
      [
        .fixed("For", 9), .amount("Amount", max(amount, 6)), .fixed("Cur", 3),
        .fixed("Outcome", max(state, 11)),
        .amount("Paid", max(paid, 4)), .fixed("Taken", 9, priority: 1),
        .fixed("Lvl", 3, priority: 2, align: .trailing), .rest("What more is known", from: 12),
      ], width: width)
  }

  func cell(_ index: Int, _ row: MatterRow) -> TextCell {
    switch row {
    case .promise(let promise): cell(index, promise)
    case .plan(let plan): cell(index, plan)
    case .instalment(let plan, let place): cell(index, plan, place)
    case .dispute(let dispute): cell(index, dispute)
    case .escalation(let escalation): cell(index, escalation, sitting)
    case .ladder(let ladder): cell(index, ladder, sitting)
    case .matter(let matter): cell(index, matter)
    }
  }

  /// The whole of what more is known of a row, where its column cuts it; nil where that shows it.
  func more(_ row: MatterRow) -> String? {
    let text = cell(7, row).text
    guard let slot = layout.slot(of: 7) else { return text.isEmpty ? nil : text }
    return DisplayWidth.of(text) > slot.width ? text : nil
  }

  private func cell(_ index: Int, _ matter: Matter) -> TextCell {
    switch index {
    case 0: return TextCell(matter.step?.day.dated ?? "")
    case 1: return TextCell(matter.held.first?.grouped ?? "")
    case 2: return TextCell(matter.held.first?.currency.code ?? "")
    case 3:
      let isOnHold = matter.isOpen && matter.kind == HoldTerms.name
      return TextCell(isOnHold ? "on hold" : matter.state, matter.isOpen ? .warning : .dim)
    case 5: return TextCell(matter.openedOn.dated)
    case 4, 6: return ""
    default: return TextCell([matter.title, matter.person].compactMap { $0 }.joined(separator: ", "))
    }
  }

  private func cell(_ index: Int, _ dispute: DisputeStatus) -> TextCell {
    let contested = try? dispute.contested().first
    switch index {
    case 0: return TextCell(dispute.dueOn.dated)
    case 1: return TextCell(contested?.grouped ?? "")
    case 2: return TextCell(contested?.currency.code ?? "")
    case 3: return TextCell(dispute.state.title, dispute.state.role)
    case 4: return TextCell((try? dispute.sum(\.paid).first)?.grouped ?? "")
    case 5: return TextCell(dispute.openedOn.dated)
    case 6: return ""
    default: return TextCell(dispute.details(sitting.policy, sitting.today))
    }
  }

  private func cell(_ index: Int, _ promise: PromiseStatus) -> TextCell {
    let terms = promise.terms
    switch index {
    case 0: return TextCell(terms.day.dated)
    case 1: return TextCell(promise.standing.grouped)
    case 2: return TextCell(terms.amount.currency.code)
    case 3: return TextCell(promise.state.title, promise.state.role)
    case 4:
      return TextCell(promise.paid == 0 ? "" : Money(minor: promise.paid, terms.amount.currency).grouped)
    case 5: return TextCell(promise.takenOn.dated)
    case 6: return TextCell(promise.level == 0 ? "" : String(promise.level))
    default: return TextCell(more(promise))
    }
  }

  private func more(_ promise: PromiseStatus) -> String {
    var parts: [String] = []
    if let incentive = promise.incentive { parts.append(incentive.brief) }
    if let reason = promise.endedBecause { parts.append(reason) }
    if promise.terms.kind == .saysPaid { parts.append("says it is paid") }
    if promise.terms.kind == .promise, promise.state.isActive, let run = likelyRun(promise) {
      parts.append("likely \(run.brief)")
    }
    if let late = promise.daysLate { parts.append("paid \(late) days late") }
    if promise.replaced != 0, promise.state != .superseded {
      parts.append("was \(promise.terms.amount.grouped), the rest is promised anew")
    }
    if promise.credited != 0 {
      parts.append("\(Money(minor: promise.credited, promise.terms.amount.currency).grouped) credited")
    }
    if let contact = promise.contact { parts.append(contact) }
    if let method = promise.terms.method { parts.append(sitting.policy.methods.title(method)) }
    if let reference = promise.terms.reference { parts.append(reference) }
    return parts.joined(separator: ", ")
  }
}

extension MatterTable {
  /// The run that can pay a promise, when that is on another day than it was said for.
  private func likelyRun(_ promise: PromiseStatus) -> CalendarDay? {
    let day = promise.terms.day
    let run = paying?.feasibleRun(on: day, said: promise.takenOn, calendar)
    return run == day ? nil : run
  }
}

/// A line of an account's matters: a plan, an instalment of one, a promise, a dispute, an escalation, or a matter of a kind
/// that needs no row of its own, such as a hold.
enum MatterRow {
  case plan(PlanStatus)
  /// The instalment at a place of its plan, counted from 0.
  case instalment(PlanStatus, Int)
  case promise(PromiseStatus)
  case dispute(DisputeStatus)
  case matter(Matter)
  case escalation(EscalationStatus)
  /// Where the account stands on the ladder.
  case ladder(LadderStanding)

  /// What can be taken back or changed of it.
  var matter: MatterID? {
    switch self {
    case .plan(let plan): plan.id
    case .instalment: nil
    case .promise(let promise): promise.id
    case .dispute(let dispute): dispute.id
    case .matter(let matter): matter.id
    case .escalation(let escalation): escalation.id
    case .ladder: nil
    }
  }

  /// Holds, and whatever else has neither instalments nor a course of its own to tell.
  static func others(_ picture: AccountPicture) -> [Matter] {
    let told = Set(
      picture.allPlans.map(\.id) + picture.promises.map(\.id) + picture.disputes.map(\.id)
        + picture.escalations.map(\.id))
    return picture.matters.filter { !told.contains($0.id) }
  }

  /// The plans first, each above its instalments, then the promises, then the disputes, then the others, and the ladder last.
  static func rows(_ picture: AccountPicture) -> [MatterRow] {
    picture.allPlans.flatMap { plan in
      [.plan(plan)] + plan.instalments.indices.map { .instalment(plan, $0) }
    }
      + picture.promises.map { .promise($0) } + picture.disputes.map { .dispute($0) }
      + others(picture).map { .matter($0) }
      + picture.escalations.map { .escalation($0) }
      + (picture.ladder.isWorthTelling ? [.ladder(picture.ladder)] : [])
  }
}
