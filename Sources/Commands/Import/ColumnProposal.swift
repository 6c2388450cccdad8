import Interchange
import Receivables

/// What the columns of a form that nobody has foreseen probably tell, by the values of the first lines alone. A person says
/// whether it is so: then one answer takes the place of one a column. Where the values leave a doubt there is none.
struct ColumnProposal {
  private(set) var columns: [(heading: String, role: ColumnRole)] = []
  private let free: [ImportLook.Column]
  private let cells: [String: [String]]

  /// Of columns that have no part yet; nil unless one of each of the `needed` is found and nothing else is likely.
  init?(_ look: ImportLook, needed: [[ColumnRole]], further: [ColumnRole]) {
    free = look.columns.filter { $0.role == nil && !$0.isIgnored && !$0.samples.isEmpty }
    cells = look.cells
    guard !cells.isEmpty else { return nil }
    let wanted = Set(needed.flatMap { $0 } + further)
    let dates = free.filter { ColumnGuess.fits($0.samples, .issued) }
    let money = free.filter { ColumnGuess.isMoney($0.samples) }
    let rest = free.filter { column in
      // A few words without blanks are kinds of something, and asked for after the columns.
      !(dates + money).contains { $0.heading == column.heading }
        && (column.words.isEmpty || column.samples.contains { $0.contains(" ") })
    }
    guard takeDates(dates, wanted), takeMoney(money, wanted), takeNames(rest, wanted) else { return nil }
    takeCurrency(look)
    let found = Set(columns.map(\.role))
    guard columns.count > 1, needed.allSatisfy({ !found.isDisjoint(with: $0) }) else { return nil }
    // Whole numbers that are nobody's may be amounts.
    let known = Set(columns.map(\.heading))
    guard !rest.contains(where: { !known.contains($0.heading) && isNumeric($0) }) else { return nil }
  }

  private func isNumeric(_ column: ImportLook.Column) -> Bool {
    column.samples.allSatisfy { $0.contains(where: \.isNumber) && !$0.contains(where: \.isLetter) }
  }

  /// The values of two columns on the lines that have both.
  private func pairs(_ one: ImportLook.Column, _ other: ImportLook.Column) -> [(String, String)] {
    zip(cells[one.heading] ?? [], cells[other.heading] ?? []).filter { !$0.0.isEmpty && !$0.1.isEmpty }
  }

  /// What is dated first on every line is the document, what comes a week or more after it on most its due day.
  private mutating func takeDates(_ dates: [ImportLook.Column], _ wanted: Set<ColumnRole>) -> Bool {
    guard wanted.contains(.issued) || wanted.contains(.due) else { return true }
    guard wanted.contains(.issued), wanted.contains(.due), dates.count == 2 else {
      guard dates.count == 1, wanted.contains(.issued) else { return dates.isEmpty }
      columns.append((dates[0].heading, .issued))
      return true
    }
    var orders: Set<Bool> = []
    for order in DateOrder.allCases {
      let distances = pairs(dates[0], dates[1]).map { pair -> Int? in
        guard let first = try? DateText.read(pair.0, order: order),
          let second = try? DateText.read(pair.1, order: order)
        else { return nil }
        return first.distance(to: second)
      }
      guard !distances.isEmpty, !distances.contains(nil) else { continue }
      let days = distances.compactMap { $0 }
      let isFar = days.count { abs($0) >= 7 } * 2 > days.count
      guard isFar, days.allSatisfy({ $0 >= 0 }) || days.allSatisfy({ $0 <= 0 }) else { return false }
      orders.insert(days.contains { $0 > 0 })
    }
    guard orders.count == 1, let isFirst = orders.first else { return false }
    let (issued, due) = isFirst ? (dates[0], dates[1]) : (dates[1], dates[0])
    columns += [(issued.heading, .issued), (due.heading, .due)]
    return true
  }

  /// Of two amounts the full one is never less than what is open, and somewhere both are the same.
  private mutating func takeMoney(_ money: [ImportLook.Column], _ wanted: Set<ColumnRole>) -> Bool {
    guard wanted.contains(.amount), wanted.contains(.balance) else { return true }
    if money.count == 1 {
      columns.append((money[0].heading, .balance))
      return true
    }
    guard money.count == 2, let currency = Currency("USD") else { return false }
    for mark in DecimalMark.allCases {
      let amounts = pairs(money[0], money[1]).map { pair -> (UInt64, UInt64)? in
        guard let first = try? AmountText.read(pair.0, currency: currency, decimal: mark).amount.minor,
          let second = try? AmountText.read(pair.1, currency: currency, decimal: mark).amount.minor
        else { return nil }
        return (first.magnitude, second.magnitude)
      }
      let known = amounts.compactMap { $0 }
      guard known.count == amounts.count, known.contains(where: { $0.0 == $0.1 }) else { continue }
      let isFirst = known.allSatisfy { $0.0 >= $0.1 }
      guard isFirst != known.allSatisfy({ $0.0 <= $0.1 }) else { return false }
      let (full, open) = isFirst ? (money[0], money[1]) : (money[1], money[0])
      columns += [(full.heading, .amount), (open.heading, .balance)]
      return true
    }
    return false
  }

  /// A document's number is another one on every line; a customer's has one name, and a name one number.
  private mutating func takeNames(_ rest: [ImportLook.Column], _ wanted: Set<ColumnRole>) -> Bool {
    let codes = rest.filter { column in
      ColumnGuess.fits(column.samples, .documentNumber) && column.samples.allSatisfy { !$0.contains(" ") }
    }
    let names = rest.filter { column in
      !codes.contains { $0.heading == column.heading }
        && column.samples.allSatisfy { $0.contains(where: \.isLetter) }
    }
    guard wanted.contains(.customerName) else { return true }
    guard names.count == 1 else { return false }
    let name = names[0]
    columns.append((name.heading, .customerName))
    let accounts = codes.filter { code in
      let pairs = Set(pairs(code, name).map { "\($0.0)\n\($0.1)" })
      return pairs.count == code.distinct && pairs.count == name.distinct
    }
    let documents = codes.filter { code in code.distinct > name.distinct && isDifferent(code) }
    guard accounts.count < 2, documents.count < 2, accounts.count + documents.count == codes.count else {
      return false
    }
    if let account = accounts.first { columns.append((account.heading, .accountNumber)) }
    // Where each customer has one line, a number may be either's.
    guard wanted.contains(.documentNumber), let document = documents.first else {
      return !wanted.contains(.documentNumber) || codes.isEmpty
    }
    columns.append((document.heading, .documentNumber))
    return true
  }

  private func isDifferent(_ column: ImportLook.Column) -> Bool {
    let values = (cells[column.heading] ?? []).filter { !$0.isEmpty }
    return Set(values).count == values.count
  }

  private mutating func takeCurrency(_ look: ImportLook) {
    let codes = free.filter { ColumnGuess.isCurrency($0.words) }
    guard codes.count == 1, !look.columns.contains(where: { $0.role == .currency }) else { return }
    columns.append((codes[0].heading, .currency))
  }

  /// For sentences, in the order of the file: `"Asiakasnro (1001) the account number, Asiakas (Kuusi Oy) the customer name"`.
  var words: String {
    inOrder.map { column in
      let sample = free.first { $0.heading == column.heading }?.samples.first ?? ""
      return "\(column.heading) (\(sample)) the \(column.role.title)"
    }.joined(separator: ", ")
  }

  /// In the order of the file.
  var inOrder: [(heading: String, role: ColumnRole)] {
    free.compactMap { column in columns.first { $0.heading == column.heading } }
  }
}
