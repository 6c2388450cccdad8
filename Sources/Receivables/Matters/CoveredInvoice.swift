/// An invoice under a matter: which one, by the number that was said, how much of it, and what the books had on it then.
public struct CoveredInvoice: Hashable, Sendable {
  /// The invoice's number as the books had it.
  public var number: String
  /// The part of it that the matter is about; not negative.
  public var amount: Money
  /// Money that the books had applied to it, minor units: what comes on top came since.
  public var paid: Int64
  /// Credit notes and write-offs that the books had applied to it, minor units.
  public var credited: Int64

  /// A part of an invoice.
  public init(number: String, amount: Money, paid: Int64 = 0, credited: Int64 = 0) {
    self.number = number
    self.amount = amount
    self.paid = paid
    self.credited = credited
  }

  /// `covers INV-4711 1200.00 USD`, and `found INV-4711 300.00 0.00 USD` where the books had money or credit on it.
  static func write(_ covers: [CoveredInvoice], to lines: inout SectionWriter) {
    for cover in covers {
      lines.line("covers", "\(cover.number) \(cover.amount.entryText)" as String)
      guard cover.paid != 0 || cover.credited != 0 else { continue }
      let currency = cover.amount.currency
      let (paid, credited) = (Money(minor: cover.paid, currency), Money(minor: cover.credited, currency))
      lines.line("found", "\(cover.number) \(paid.text) \(credited.entryText)" as String)
    }
  }

  /// What `write` wrote. Throws `EntryTextError`.
  static func read(_ lines: SectionLines) throws(EntryTextError) -> [CoveredInvoice] {
    var covers: [CoveredInvoice] = []
    for line in lines.lines {
      switch line.key {
      case "covers":
        let (number, words) = try EntryValue.tail(line.value, 2)
        let amount = try EntryValue.amount(words[0], words[1])
        guard amount.minor >= 0 else { throw EntryTextError("less than nothing of an invoice") }
        covers.append(CoveredInvoice(number: number, amount: amount))
      case "found":
        let (number, words) = try EntryValue.tail(line.value, 3)
        guard let last = covers.last, last.number == number else {
          throw EntryTextError("what was found on an invoice that it does not cover")
        }
        covers[covers.count - 1].paid = try EntryValue.amount(words[0], words[2]).minor
        covers[covers.count - 1].credited = try EntryValue.amount(words[1], words[2]).minor
      default: break
      }
    }
    return covers
  }
}

/// What the books have of covered invoices as of a day: where they stand, and what came since they were covered.
struct Coverage {
  /// Places of the covered invoices in `OpenItems.items`, those that the books still have in the said currency.
  private(set) var places: [Int] = []
  /// What is covered of each, minor units.
  private(set) var parts: [Int64] = []
  /// Money that the books had on each then.
  private(set) var paid: [Int64] = []
  /// Credit notes and write-offs that the books had on each then.
  private(set) var credited: [Int64] = []
  /// How much of what comes to each still counts: all of it, unless a newer promise took a part over.
  private(set) var room: [Int64] = []
  /// What was counted of what came to each.
  private var counted: [Int64] = []
  /// Where each place stands in `places`: a promise may cover thousands of invoices.
  private var indices: [Int: Int] = [:]

  init(_ covers: [CoveredInvoice], _ items: OpenItems) {
    for cover in covers {
      guard let place = items.place(number: cover.number), indices[place] == nil,
        items[place].invoice.original.currency == cover.amount.currency
      else { continue }
      indices[place] = places.count
      places.append(place)
      parts.append(cover.amount.minor)
      paid.append(cover.paid)
      credited.append(cover.credited)
      room.append(.max)
      counted.append(0)
    }
  }

  /// Takes up to `amount` off the part on `invoice`; what comes to it counts for no more than what is left.
  mutating func reduce(_ invoice: String, by amount: Int64, _ items: OpenItems) {
    guard let place = items.place(number: invoice), let index = indices[place] else { return }
    parts[index] = max(parts[index] - amount, 0)
    room[index] = parts[index]
  }

  /// So much of what came to a covered invoice was counted.
  mutating func count(_ amount: Int64, at index: Int) {
    room[index] -= amount
    counted[index] += amount
  }

  /// What is still to come of the covered part of an invoice.
  func left(at index: Int) -> Int64 { max(parts[index] - counted[index], 0) }

  /// What came to each covered invoice that was not in the books on `day`, when it was covered: one item an
  /// application, with what is new of it.
  ///
  /// Amounts, not rows, tell what was there: what the books had then is taken off the oldest that is dated up to then.
  func since(_ day: CalendarDay, _ items: OpenItems) -> [[NetApplication]] {
    places.indices.map { index in
      var applied = items.netApplications(at: places[index])
      for isMoney in [true, false] {
        var left = isMoney ? paid[index] : credited[index]
        for item in applied.indices where applied[item].application.isMoney == isMoney {
          guard left > 0, applied[item].application.dated <= day else { break }
          applied[item].known = min(left, applied[item].net)
          left -= applied[item].known
        }
      }
      return applied.filter { $0.new > 0 }
    }
  }
}
