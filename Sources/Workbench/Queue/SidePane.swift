import Receivables
import TextScreen

/// Beside the queue from 120 columns: whom to call, with their time of day; what is to be collected, by age; why the
/// account stands where it stands, with points; what was last.
struct SidePane {
  /// Contacts that show.
  private static let mostContacts = 3
  let row: WorklistRow
  let picture: AccountPicture?

  /// Without a picture that is of the row's account the row alone is told.
  init(row: WorklistRow, _ picture: AccountPicture?) {
    self.row = row
    self.picture = picture?.file.customer.id == row.id ? picture : nil
  }

  /// Time zones whose clocks it shows.
  var zones: [String] {
    guard let picture else { return [] }
    return picture.contacts.prefix(Self.mostContacts).compactMap {
      $0.timeZone ?? picture.file.customer.timeZone
    }
  }

  func draw(into frame: inout Frame, _ area: Rectangle, _ sitting: Sitting) {
    var column = TextColumn(beside: area, into: &frame)
    column.add(row.title, .accent, into: &frame)
    if let picture { addPeople(picture, &column, into: &frame, sitting) }
    column.skip()
    addMoney(&column, into: &frame, sitting)
    column.skip()
    column.add("WHY HERE", .dim, into: &frame)
    let why = WhyWords(row.summary, sitting)
    for reason in why.points { column.add(reason.points, width: 3, reason.text, into: &frame) }
    column.add("", width: 3, why.total, .dim, into: &frame)
    let flags = row.summary.flags
    if !flags.isEmpty { column.add("", width: 3, "\(flags.letters): \(flags.words)", .dim, into: &frame) }
    guard let picture else { return }
    column.skip()
    addLast(picture, &column, into: &frame, sitting)
  }

  private func addPeople(
    _ picture: AccountPicture, _ column: inout TextColumn, into frame: inout Frame, _ sitting: Sitting
  ) {
    if picture.contacts.isEmpty { column.add("no contact in the books", .dim, into: &frame) }
    for contact in picture.contacts.prefix(Self.mostContacts) {
      for line in ContactLines(contact, picture, sitting).lines { column.add(line, into: &frame) }
    }
  }

  /// In each currency what is to be collected, and all that is owed by age: a bar, and below it the counts behind it.
  private func addMoney(_ column: inout TextColumn, into frame: inout Frame, _ sitting: Sitting) {
    let late = row.summary.oldestDue.map { max($0.distance(to: sitting.today), 0) }
    for balance in row.summary.balances {
      let currency = balance.currency
      let byRun = row.summary.dueByRun.first { $0.currency == currency }
      if let byRun { column.add("DUE BY RUN", width: 10, byRun.description, into: &frame) }
      if balance.toCollect != 0 || byRun == nil {
        let amount = Money(minor: balance.toCollect, currency)
        let days = balance.pastDue.open != 0 ? late.map { " · \($0) d late" } ?? "" : ""
        column.add("TO COLLECT", width: 10, "\(amount)\(days)", into: &frame)
      }
      if balance.pastDue.open != balance.toCollect {
        column.add("PAST DUE", width: 10, "\(Money(minor: balance.pastDue.open, currency))", into: &frame)
      }
      let bar = AgingBar(balance, invoices: picture?.invoices ?? [], sitting.policy)
      column.add(bar.meter, into: &frame)
      for line in bar.lines { column.add(line, into: &frame) }
    }
  }

  /// What people said last, with the first line of what they noted.
  private func addLast(
    _ picture: AccountPicture, _ column: inout TextColumn, into frame: inout Frame, _ sitting: Sitting
  ) {
    column.add("LAST", .dim, into: &frame)
    let currencies = InvoiceCurrencies(picture.file.invoices)
    for item in picture.timeline {
      guard column.left > 0 else { return }
      let words = TimelineWords(item, currencies, sitting.policy)
      column.add(item.day.dated, width: 9, words.headline, words.role, into: &frame)
      guard let note = words.note.split(whereSeparator: \.isNewline).first else { continue }
      column.add("", width: 9, "“\(note)”", .dim, into: &frame)
    }
  }
}

/// What is open of an account by age, as a bar of few cells and a line for each part with the number of its invoices.
struct AgingBar {
  let meter: Meter
  let lines: [TextCell]

  private static let signs: [Character] = ["·", "░", "▒", "▓", "█", "■", "◆", "●"]

  init(_ balance: CurrencyBalance, invoices: [OpenItem], _ policy: Policy) {
    let titles = policy.aging.titles
    var counts: [Int: Int] = [:]
    for item in invoices where item.open > 0 && item.invoice.original.currency == balance.currency {
      counts[item.bucket, default: 0] += 1
    }
    var parts: [Meter.Part] = []
    var lines: [TextCell] = []
    for (index, amount) in balance.buckets.enumerated() where amount != 0 {
      let sign = Self.signs[index % Self.signs.count]
      parts.append(Meter.Part(amount, sign, index == 0 ? .dim : .normal))
      let title = titles.indices.contains(index) ? titles[index] : ""
      let count = counts[index].map { $0 == 1 ? ", 1 invoice" : ", \($0) invoices" } ?? ""
      lines.append(
        TextCell("\(sign) \(title) \(Money(minor: amount, balance.currency).grouped)\(count)", .dim))
    }
    if balance.credits != 0 {
      lines.append(TextCell("credits \(Money(minor: balance.credits, balance.currency))", .dim))
    }
    meter = Meter(parts)
    self.lines = lines
  }
}
