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
/// is one line and is not formatted before it shows. The payments of a day are one line, with one below it for each where
/// that day is unfolded.
struct TimelineLayout: Sendable {
  /// Cells for day and source before the text.
  static let margin = 20

  /// The width that it was made for, and what it shows.
  let width: Int
  let part: StoryPart
  /// The days whose payments are shown one by one.
  let unfolded: Set<CalendarDay>
  /// The payments of a day that are one line, by the place of the first.
  private let groups: [Int: DayPayments]
  /// The items that show, by their place among all.
  private let items: [Int]
  /// How many lines there are.
  let lines: Int
  private let starts: [Int]
  private let currencies: InvoiceCurrencies
  private let policy: Policy
  /// The lines of the items that people wrote, and of the payments of a day, by the item's place.
  private let texts: [Int: [String]]

  init(
    _ picture: AccountPicture, width: Int, _ part: StoryPart = .all, unfolded: Set<CalendarDay> = [],
    _ policy: Policy
  ) {
    let told = picture.timeline.indices.filter { part.shows(picture.timeline[$0]) }
    let groups = DayPayments.groups(picture.timeline, among: told, policy)
    let folded = Set(groups.values.flatMap { $0.places.dropFirst() })
    let shown = told.filter { !folded.contains($0) }
    self.unfolded = unfolded
    self.groups = groups
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
      } else if let group = groups[shown[index]] {
        var told = [group.headline]
        for place in unfolded.contains(item.day) ? group.places : [] {
          told.append(TimelineWords(picture.timeline[place], currencies, policy).headline)
        }
        texts[shown[index]] = told
      }
      next += texts[shown[index]]?.count ?? 1
    }
    self.width = width
    self.starts = starts
    self.texts = texts
    lines = next
  }

  /// The item that a line belongs to, which of its lines it is, and the item that it tells: of the payments of a day the
  /// one on that line.
  func place(of line: Int) -> (item: Int, line: Int, told: Int)? {
    guard (0..<lines).contains(line) else { return nil }
    let place = starts.firstPlace { $0 > line } - 1
    let (item, offset) = (items[place], line - starts[place])
    return (item, offset, offset > 0 ? groups[item]?.places[offset - 1] ?? item : item)
  }

  /// The first of the payments of a day that are one line, when the item at `place` is one of them.
  func first(ofGroupAt place: Int) -> Int? {
    groups[place] != nil ? place : groups.first { $0.value.places.contains(place) }?.key
  }

  /// The line that tells the payments of a day as one, of which the item at `place` is one.
  func headline(ofGroupAt place: Int) -> Int? {
    first(ofGroupAt: place).flatMap { items.firstIndex(of: $0) }.map { starts[$0] }
  }

  /// The line that tells an item: of the payments of an unfolded day its own, else that of the day.
  func line(of place: Int) -> Int? {
    let first = first(ofGroupAt: place) ?? place
    guard let index = items.firstIndex(of: first) else { return nil }
    guard let group = groups[first], let member = group.places.firstIndex(of: place),
      texts[first]?.count == group.places.count + 1
    else { return starts[index] }
    return starts[index] + 1 + member
  }

  /// The words for an item.
  func words(_ item: TimelineItem) -> TimelineWords { TimelineWords(item, currencies, policy) }

  /// The text at a place of the story; nil for a line of the books that stands alone.
  func text(at place: (item: Int, line: Int, told: Int)) -> String? { texts[place.item]?[place.line] }

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
    case .lapsed: "terms"
    }
  }

  var headline: String {
    switch item.event {
    case .entry(let entry, let standing):
      return standing.mark + entry.body.line(policy: policy, seen: entry.day)
    case .credit(let credit):
      let kind = credit.kind == .payment ? "payment" : "credit note"
      return "\(kind) \(credit.number): \(credit.amount)\(policy.byMethod(credit.method))"
    case .lapsed(let incentive): return "\(incentive.title) lapsed"
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
    case .lapsed: .warning
    case .application(let application, _): application.amount < 0 ? .bad : .good
    }
  }

  private func source(_ application: Application) -> String {
    switch application.source {
    case .payment: "paid"
    case .creditNote: "credited"
    case .writeOff: "written off"
    case .cleared: "cleared in the books"
    case .cancelled: "cancelled in the books"
    }
  }
}
