import Receivables
import TextScreen

extension InstalmentStatus.State {
  var role: Role? {
    switch self {
    case .paid: .good
    case .due: nil
    case .inGrace: .warning
    case .missed: .bad
    case .over: .dim
    }
  }
}

extension PlanStatus {
  var role: Role? {
    if ending != nil { return .dim }
    if next == nil { return .good }
    if brokenOn != nil { return .bad }
    return missed == nil ? nil : .warning
  }
}

extension MatterTable {
  /// A plan as a whole, above its instalments.
  func cell(_ index: Int, _ plan: PlanStatus) -> TextCell {
    switch index {
    case 0: return "plan"
    case 1: return TextCell(plan.sums.amount.grouped)
    case 2: return TextCell(plan.terms.currency.code)
    case 3: return TextCell(plan.state, plan.role)
    case 4: return TextCell(plan.sums.paid.minor == 0 ? "" : plan.sums.paid.grouped)
    case 5: return TextCell(plan.agreedOn.dated)
    case 6: return ""
    default: return TextCell([plan.incentive?.brief, plan.course].compactMap { $0 }.joined(separator: ", "))
    }
  }

  func cell(_ index: Int, _ plan: PlanStatus, _ place: Int) -> TextCell {
    let instalment = plan.instalments[place]
    let currency = plan.terms.currency
    switch index {
    case 0: return TextCell(instalment.due.dated)
    case 1: return TextCell(Money(minor: instalment.amount, currency).grouped)
    case 2: return TextCell(currency.code)
    case 3: return TextCell(plan.title(of: instalment), instalment.state.role)
    case 4: return TextCell(instalment.paid == 0 ? "" : Money(minor: instalment.paid, currency).grouped)
    case 5, 6: return ""
    default: return TextCell("instalment \(place + 1) of \(plan.instalments.count)")
    }
  }
}
