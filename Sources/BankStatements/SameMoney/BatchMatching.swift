import Receivables

extension MoneyMatching {
  /// Pairs bookings that one list tells as a whole and the other in parts: a camt.053 with one entry for many payments, and
  /// the camt.054 that tells them.
  mutating func pairBatches() {
    let knownParts = MoneyParts.groups(known, isTaken: isKnownTaken)
    let newParts = MoneyParts.groups(new, isTaken: isNewTaken)
    let newWholes = wholes(new, isNewTaken)
    for group in knownParts {
      guard let (place, certainty) = match(group, of: known, newWholes[group.total] ?? [], new, isNewTaken)
      else {
        continue
      }
      note(known: group.places, new: [place], certainty)
    }
    let knownWholes = wholes(known, isKnownTaken)
    for group in newParts {
      guard
        let (place, certainty) = match(group, of: new, knownWholes[group.total] ?? [], known, isKnownTaken)
      else {
        continue
      }
      note(known: [place], new: group.places, certainty)
    }
  }

  /// What may be a whole booking, by its amount.
  private func wholes(_ entries: [BankEntry], _ isTaken: [Bool]) -> [Money: [Int]] {
    let places = entries.indices.filter { !isTaken[$0] && (entries[$0].batch?.isWhole ?? true) }
    return Dictionary(grouping: places) { entries[$0].amount }
  }

  /// The entry that stands for all of `group`: by its reference first, else the first one that may.
  private func match(
    _ group: MoneyParts, of parts: [BankEntry], _ wholes: [Int], _ entries: [BankEntry], _ isTaken: [Bool]
  ) -> (Int, SameMoney.Certainty)? {
    guard let first = group.places.first else { return nil }
    let reference = parts[first].batch?.reference
    let possible = wholes.prefix(64).filter { place in
      !isTaken[place] && Self.isOneAccountAndDay(entries[place], parts[first])
        && (entries[place].format != parts[first].format || entries[place].batch?.isWhole == true)
    }
    let named = possible.first { place in
      let whole = entries[place]
      guard let reference = Self.compared(reference) else { return false }
      return [whole.references.bank, whole.batch?.reference].contains { Self.compared($0) == reference }
    }
    if let named { return (named, .certain) }
    // Without a common name only the number of payments can tell that both are the same.
    let counted = possible.first { entries[$0].batch?.count == group.places.count }
    return (counted ?? possible.first).map { ($0, .likely) }
  }

  /// A reference as far as SWIFT hands it on; nil for none.
  private static func compared(_ reference: String?) -> String? {
    reference.map { String(DocumentKey($0).text.prefix(16)) }.flatMap { $0.isEmpty ? nil : $0 }
  }
}

/// The parts of one booking in a list.
struct MoneyParts {
  private(set) var places: [Int] = []
  let total: Money
  private var sum: Int64 = 0

  private init(_ total: Money) { self.total = total }

  private struct Name: Hashable {
    let account: String
    let day: CalendarDay
    let batch: PaymentBatch
    let format: BankFormat
  }

  /// The bookings of which all parts are in the list and none is taken. Two equal ones without a name are told apart by
  /// what they come to.
  static func groups(_ entries: [BankEntry], isTaken: [Bool]) -> [MoneyParts] {
    var open: [Name: MoneyParts] = [:]
    var groups: [MoneyParts] = []
    for (place, entry) in entries.enumerated() {
      guard let batch = entry.batch, !batch.isWhole, !isTaken[place] else { continue }
      let name = Name(account: entry.account.number, day: entry.booked, batch: batch, format: entry.format)
      var group = open[name] ?? MoneyParts(batch.total)
      let (sum, overflows) = group.sum.addingReportingOverflow(entry.amount.minor)
      guard !overflows else { continue }
      group.places.append(place)
      group.sum = sum
      if group.places.count == batch.count {
        if sum == batch.total.minor { groups.append(group) }
        open[name] = nil
      } else {
        open[name] = group
      }
    }
    return groups
  }
}
