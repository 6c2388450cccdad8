/// The columns of `account_summary` in the order of their cells. The names are those of the table, `next_kind` for
/// `nextKind`.
enum SummaryColumn: Int, CaseIterable {
  case accountId, number, nameOrder, collector, owes
  case lane, laneOrder, insideOrder, amountOrder, oldestOrder, contactOrder, nextOrder, promiseOrder
  case flags, priority, band, oldestDue
  case nextKind, nextDay, nextTime, nextZone
  case promiseAmount, promiseCurrency, promiseDay, promiseState, promiseLevel
  case lastContact, workedDay, workedResult, reasons, changesOn

  /// The name in SQL.
  var name: String {
    var name = ""
    for letter in String(describing: self) {
      name += letter.isUppercase ? "_" + letter.lowercased() : String(letter)
    }
    return name
  }
}
