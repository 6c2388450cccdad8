/// Money of a customer that is not applied to invoices yet, while it is found out which promises it covers. Credit notes
/// are no money.
struct UnappliedMoney {
  private struct Piece {
    let currency: Currency
    let dated: CalendarDay
    var left: Int64
  }

  /// Oldest first.
  private var pieces: [Piece] = []

  init(_ unapplied: [UnappliedCredit]) {
    let money = unapplied.filter { $0.credit.kind == .payment }
    for place in money.indices.sorted(by: { (money[$0].credit.dated, $0) < (money[$1].credit.dated, $1) }) {
      let piece = Piece(
        currency: money[place].credit.amount.currency, dated: money[place].credit.dated,
        left: money[place].left)
      if piece.left > 0 { pieces.append(piece) } else { takeBack(piece) }
    }
  }

  /// A payment that takes an earlier one back takes back the latest, as a reversal does that names none.
  private mutating func takeBack(_ reversal: Piece) {
    var left = Int64(clamping: reversal.left.magnitude)
    for index in pieces.indices.reversed() where pieces[index].currency == reversal.currency {
      let taken = min(left, pieces[index].left)
      pieces[index].left -= taken
      left -= taken
    }
  }

  /// Takes `amount` from what is dated in a window, oldest first, when all of it is there; takes nothing otherwise.
  mutating func cover(_ amount: Money, dated window: ClosedRange<CalendarDay>) -> Bool {
    var rest = pieces
    var left = amount.minor
    for index in rest.indices
    where rest[index].currency == amount.currency && window.contains(rest[index].dated) {
      let taken = min(left, rest[index].left)
      rest[index].left -= taken
      left -= taken
    }
    guard left <= 0 else { return false }
    pieces = rest
    return true
  }
}

extension PromiseTerms {
  /// Marks the promises whose time is over as received where money is there that only has to be applied: that which was
  /// due first before the others. Money on the day on which a promise was taken came after it: who pays at once is no
  /// liar.
  static func receive(
    _ matchings: [PromiseMatching], _ account: inout MattersInProgress
  ) {
    guard !account.items.unapplied.isEmpty else { return }
    var money = UnappliedMoney(account.items.unapplied)
    // What would earn an incentive was there in time, whenever it is applied: that has not lapsed.
    let judged = matchings.indices.filter {
      account.promises[$0].state.isFailed
        || (account.promises[$0].state.isActive && account.promises[$0].incentive?.state == .lapsed)
    }
    for index in judged.sorted(by: { (matchings[$0].terms.day, $0) < (matchings[$1].terms.day, $1) }) {
      let matching = matchings[index]
      // What was paid late, or is cleared, has nothing left to be applied to.
      guard matching.paidLateOn == nil, matching.takenOn <= matching.terms.deadline,
        matching.coverage.places.contains(where: { account.items[$0].open > 0 })
      else { continue }
      let currency = matching.terms.amount.currency
      let isFailed = account.promises[index].state.isFailed
      if let until = matching.terms.incentive?.until, matching.takenOn <= until,
        let missing = matching.missingToEarn,
        money.cover(Money(minor: missing, currency), dated: matching.takenOn...until)
      {
        account.promises[index].incentive?.state = .open
        if isFailed { account.promises[index].state = .received }
      } else if isFailed {
        let missing = Money(minor: matching.missing, currency)
        if money.cover(missing, dated: matching.takenOn...matching.terms.deadline) {
          account.promises[index].state = .received
        }
      }
    }
  }
}
