import Interchange
import Receivables

/// What the columns of a form that nobody has foreseen probably tell, by their values alone. A person says whether it is so:
/// then one answer takes the place of one a column.
struct ColumnProposal {
  private(set) var columns: [(heading: String, role: ColumnRole)] = []
  private let free: [ImportLook.Column]

  /// Of columns that have no part yet; nil unless one of each of the `needed` is found and nothing else is likely.
  init?(_ look: ImportLook, needed: [[ColumnRole]], further: [ColumnRole]) {
    free = look.columns.filter { $0.role == nil && !$0.isIgnored && !$0.samples.isEmpty }
    let dates = free.filter { ColumnGuess.fits($0.samples, .issued) }
    let money = free.filter { ColumnGuess.isMoney($0.samples) }
    let rest = free.filter { column in
      // A few words without blanks are kinds of something, and asked for after the columns.
      !(dates + money).contains { $0.heading == column.heading }
        && (column.words.isEmpty || column.samples.contains { $0.contains(" ") })
    }
    let wanted = Set(needed.flatMap { $0 } + further)
    guard takeDates(dates, wanted), takeMoney(money, wanted) else { return nil }
    takeNames(rest, wanted)
    takeCurrency(look)
    let found = Set(columns.map(\.role))
    guard columns.count > 1, needed.allSatisfy({ !found.isDisjoint(with: $0) }) else { return nil }
  }

  /// What is dated first is the document, what comes after it its due day.
  private mutating func takeDates(_ dates: [ImportLook.Column], _ wanted: Set<ColumnRole>) -> Bool {
    guard wanted.contains(.issued) || wanted.contains(.due) else { return true }
    guard wanted.contains(.issued), wanted.contains(.due), dates.count == 2 else {
      guard dates.count == 1, wanted.contains(.issued) else { return dates.isEmpty }
      columns.append((dates[0].heading, .issued))
      return true
    }
    for order in [DateOrder.dayMonthYear, .monthDayYear, .yearMonthDay] {
      guard let first = try? DateText.read(dates[0].samples[0], order: order),
        let second = try? DateText.read(dates[1].samples[0], order: order), first != second
      else { continue }
      let (issued, due) = first < second ? (dates[0], dates[1]) : (dates[1], dates[0])
      columns += [(issued.heading, .issued), (due.heading, .due)]
      return true
    }
    return false
  }

  /// Of two amounts the larger is the full one.
  private mutating func takeMoney(_ money: [ImportLook.Column], _ wanted: Set<ColumnRole>) -> Bool {
    guard wanted.contains(.amount), wanted.contains(.balance) else { return true }
    if money.count == 1 {
      columns.append((money[0].heading, .balance))
      return true
    }
    guard money.count == 2 else { return false }
    let sizes = money.map { column in column.samples[0].filter(\.isNumber).drop { $0 == "0" } }
    let isLarger = (sizes[0].count, String(sizes[0])) >= (sizes[1].count, String(sizes[1]))
    let (full, open) = isLarger ? (money[0], money[1]) : (money[1], money[0])
    columns += [(full.heading, .amount), (open.heading, .balance)]
    return true
  }

  /// A document's number is different on nearly every line, a customer's comes again, a name has letters.
  private mutating func takeNames(_ rest: [ImportLook.Column], _ wanted: Set<ColumnRole>) {
    var codes = rest.filter { column in
      ColumnGuess.fits(column.samples, .documentNumber) && column.samples.allSatisfy { !$0.contains(" ") }
    }
    let names = rest.filter { column in
      !codes.contains { $0.heading == column.heading }
        && column.samples.allSatisfy { $0.contains(where: \.isLetter) }
    }
    if wanted.contains(.documentNumber), let most = codes.map(\.distinct).max(),
      codes.count == 1 || codes.filter({ $0.distinct == most }).count == 1,
      let place = codes.firstIndex(where: { $0.distinct == most })
    {
      columns.append((codes.remove(at: place).heading, .documentNumber))
    }
    guard wanted.contains(.customerName) else { return }
    if codes.count == 1 { columns.append((codes[0].heading, .accountNumber)) }
    // Beside a number it comes again as often.
    let fitting = codes.count == 1 ? names.filter { $0.distinct == codes[0].distinct } : names
    if fitting.count == 1 { columns.append((fitting[0].heading, .customerName)) }
  }

  private mutating func takeCurrency(_ look: ImportLook) {
    let codes = free.filter { column in
      !column.words.isEmpty && column.words.allSatisfy { $0.utf8.count == 3 && Currency($0) != nil }
    }
    guard codes.count == 1, !look.columns.contains(where: { $0.role == .currency }) else { return }
    columns.append((codes[0].heading, .currency))
  }

  /// For sentences, in the order of the file: `"Asiakasnro the account number, Asiakas the customer name"`.
  var words: String {
    inOrder.map { "\($0.heading) the \($0.role.title)" }.joined(separator: ", ")
  }

  /// In the order of the file.
  var inOrder: [(heading: String, role: ColumnRole)] {
    free.compactMap { column in columns.first { $0.heading == column.heading } }
  }
}
