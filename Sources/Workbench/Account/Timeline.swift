import Receivables
import TextScreen

/// What of an account's story shows.
enum StoryPart: Hashable, Sendable, CaseIterable {
  case all, calls, money

  var title: String {
    switch self {
    case .all: "everything"
    case .calls: "what people wrote only"
    case .money: "payments and credits only"
    }
  }

  func shows(_ item: TimelineItem) -> Bool {
    switch (self, item.event) {
    case (.all, _), (.calls, .entry), (.money, .credit), (.money, .application): true
    default: false
    }
  }
}

/// Which lines an account's story takes in a given width. Only what people wrote is wrapped; a line of the books
/// is one line and is not formatted before it shows.
struct TimelineLayout: Sendable {
  /// Cells for day and source before the text.
  static let margin = 20

  /// The width that it was made for, and what it shows.
  let width: Int
  let part: StoryPart
  /// The items that show, by their place among all.
  private let items: [Int]
  /// How many lines there are.
  let lines: Int
  private let starts: [Int]
  private let currencies: InvoiceCurrencies
  private let policy: Policy
  /// The lines of the items that people wrote, by the item's place.
  private let texts: [Int: [String]]

  init(_ picture: AccountPicture, width: Int, _ part: StoryPart = .all, _ policy: Policy) {
    let shown = picture.timeline.indices.filter { part.shows(picture.timeline[$0]) }
    let items = shown.map { picture.timeline[$0] }
    self.part = part
    self.items = shown
    currencies = InvoiceCurrencies(picture.file.invoices)
    self.policy = policy
    let room = max(width - Self.margin, 10)
    var next = 0
    var starts: [Int] = []
    var texts: [Int: [String]] = [:]
    starts.reserveCapacity(items.count)
    for (index, item) in items.enumerated() {
      starts.append(next)
      if case .entry = item.event {
        texts[shown[index]] = Self.lines(TimelineWords(item, currencies, policy), room: room)
      }
      next += texts[shown[index]]?.count ?? 1
    }
    self.width = width
    self.starts = starts
    self.texts = texts
    lines = next
  }

  /// The item that a line belongs to, and which of its lines it is.
  func place(of line: Int) -> (item: Int, line: Int)? {
    guard (0..<lines).contains(line) else { return nil }
    var low = 0
    var high = starts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle] <= line { low = middle } else { high = middle }
    }
    return (items[low], line - starts[low])
  }

  /// The words for an item.
  func words(_ item: TimelineItem) -> TimelineWords { TimelineWords(item, currencies, policy) }

  /// The text at a place of the story; nil for a line of the books, which nobody wrote.
  func text(at place: (item: Int, line: Int)) -> String? { texts[place.item]?[place.line] }

  private static func lines(_ words: TimelineWords, room: Int) -> [String] {
    let headline = Wrapping.lines(of: words.headline, width: room)
    return words.note.isEmpty ? headline : headline + Wrapping.lines(of: words.note, width: room)
  }
}

/// Tells one line of an account's story.
struct TimelineWords {
  private let item: TimelineItem
  private let currencies: InvoiceCurrencies
  private let policy: Policy

  init(_ item: TimelineItem, _ currencies: InvoiceCurrencies, _ policy: Policy) {
    self.item = item
    self.currencies = currencies
    self.policy = policy
  }

  /// Who did it, or that the books say so.
  var source: String {
    switch item.event {
    case .entry(let entry, _): entry.collector
    case .credit, .application: "books"
    }
  }

  var headline: String {
    switch item.event {
    case .entry(let entry, let standing):
      return standing.mark + entry.body.line(policy: policy)
    case .credit(let credit):
      let kind = credit.kind == .payment ? "payment" : "credit note"
      return "\(kind) \(credit.number): \(credit.amount)\(policy.byMethod(credit.method))"
    case .application(let application, let invoice):
      let amount = currencies[application.invoice].map { " \(Money(minor: application.amount, $0))" } ?? ""
      return "\(application.amount < 0 ? "taken back" : source(application))\(amount), invoice \(invoice)"
    }
  }

  /// Free text; may hold line breaks.
  var note: String {
    guard case .entry(let entry, _) = item.event else { return "" }
    return entry.body.freeText
  }

  var role: Role {
    switch item.event {
    case .entry(_, let standing): standing == .inForce ? .normal : .dim
    case .credit: .good
    case .application(let application, _): application.amount < 0 ? .bad : .good
    }
  }

  private func source(_ application: Application) -> String {
    switch application.source {
    case .payment: "paid"
    case .creditNote: "credited"
    case .writeOff: "written off"
    case .cleared: "cleared in the books"
    }
  }
}

/// The people of an account and how it pays, line by line.
struct PeopleText {
  private(set) var lines: [TextCell] = []

  init(_ picture: AccountPicture, _ sitting: Sitting) {
    lines += Self.standing(picture, sitting).map { TextCell($0) }
    lines.append("")
    lines.append(TextCell("Contacts", .heading))
    if picture.contacts.isEmpty { lines.append(TextCell("none in the books", .dim)) }
    for contact in picture.contacts { lines += ContactLines(contact, picture, sitting).lines }
    lines.append("")
    lines.append(TextCell("Payment habits", .heading))
    lines += HabitsWords(picture.habits).lines.map { TextCell($0) }
  }

  /// Terms, limit, payment run, clock and collector of the customer.
  private static func standing(_ picture: AccountPicture, _ sitting: Sitting) -> [String] {
    let customer = picture.file.customer
    var lines = [customer.terms.map { "terms \($0.text)" } ?? "terms unknown"]
    if let limit = customer.creditLimit {
      let share = customer.limitShare(of: picture.summary.balances)
      lines.append("limit \(limit)" + (share.map { ", \($0) % used" } ?? ""))
    }
    if let paying = picture.paying {
      lines.append("pays \(paying.text), next \(paying.run.next(onOrAfter: sitting.today).long)")
    }
    if let zone = customer.timeZone {
      lines.append(zone + (sitting.moment.local(zone).map { ", \($0.time.text) there" } ?? ""))
    }
    lines.append("collector \(customer.collector ?? "nobody")")
    let flags = picture.summary.flags
    if !flags.isEmpty { lines.append("\(flags.letters): \(flags.words)") }
    return lines
  }
}
