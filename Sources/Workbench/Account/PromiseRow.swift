import Receivables

/// A line of what an account promised: an instalment of a plan, or a promise.
enum PromiseRow {
  /// The instalment at a place of its plan, counted from 0.
  case instalment(PlanStatus, Int)
  case promise(PromiseStatus)

  /// The plans first, then the promises.
  static func rows(_ picture: AccountPicture) -> [PromiseRow] {
    picture.plans.flatMap { plan in plan.instalments.indices.map { .instalment(plan, $0) } }
      + picture.promises.map { .promise($0) }
  }
}
