import Receivables

/// Compares the balance behind each booking with the one before it.
///
/// Banks list the newest first or last, and some turn the days round but not what was booked in a day: of these orders the
/// one is meant in which most comes out.
struct CSVBalances {
  /// A booking that does not lead from one balance to the next.
  struct Fault: Hashable {
    let line: Int
    let said: Money
    let found: Money
  }

  private(set) var opening: Money?
  private(set) var closing: Money?
  /// The first one; nil when all come out.
  private(set) var fault: Fault?
  /// How many balances were compared with the one before.
  private(set) var compared = 0

  /// Of the bookings of one account and currency, in the order of the file.
  init(_ bookings: [CSVBooking]) {
    guard bookings.count(where: { $0.balance != nil }) > 1 else {
      if bookings.count == 1, let only = bookings.first, let balance = only.balance {
        (opening, closing) = (Self.difference(balance, only.entry.amount), balance)
      }
      return
    }
    let turned = Array(bookings.reversed())
    let tries = [bookings, turned, Self.byDay(bookings), Self.byDay(turned)].map(Self.walk)
    guard let best = tries.min(by: { $0.faults < $1.faults }) else { return }
    (fault, compared) = (best.first, best.compared)
    if fault == nil { (opening, closing) = (best.opening, best.closing) }
  }

  /// Days in their order, and what was booked in one day as it stands.
  private static func byDay(_ bookings: [CSVBooking]) -> [CSVBooking] {
    bookings.enumerated().sorted { ($0.1.entry.booked, $0.0) < ($1.1.entry.booked, $1.0) }.map(\.1)
  }

  private static func difference(_ left: Money, _ right: Money) -> Money? {
    let (minor, overflows) = left.minor.subtractingReportingOverflow(right.minor)
    return overflows ? nil : Money(minor: minor, left.currency)
  }

  private struct Walk {
    var faults = 0
    var compared = 0
    var first: Fault?
    var opening: Money?
    var closing: Money?
  }

  private static func walk(_ bookings: [CSVBooking]) -> Walk {
    var walk = Walk()
    var running: Int64?
    for (place, booking) in bookings.enumerated() {
      let amount = booking.entry.amount
      running = running.flatMap { before in
        let (sum, overflows) = before.addingReportingOverflow(amount.minor)
        return overflows ? nil : sum
      }
      guard let balance = booking.balance else { continue }
      if let running {
        walk.compared += 1
        if running != balance.minor {
          walk.faults += 1
          let found = Money(minor: running, balance.currency)
          walk.first = walk.first ?? Fault(line: booking.entry.line, said: balance, found: found)
        }
      }
      if place == 0 { walk.opening = difference(balance, amount) }
      walk.closing = place == bookings.count - 1 ? balance : nil
      running = balance.minor
    }
    return walk
  }
}
