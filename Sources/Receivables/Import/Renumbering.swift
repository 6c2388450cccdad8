/// Invoices that come under another number: they leave a list while the same customer gets one of the same amount, currency
/// and date. What was promised, disputed or agreed on them follows.
extension BooksMerge {
  /// The place of the invoice that has the number of that key in this list and another one in the book; nil when it is a
  /// new one.
  mutating func renumbered(_ key: String, _ account: AccountAtWork) -> Int? {
    guard let day = terms.snapshot, account.firstNewInvoice > 0 else { return nil }
    if pairs == nil { pairs = pair(account, day) }
    return pairs?[key]
  }

  /// By the keys of new numbers the invoices that leave. Of several that are alike the first number takes the place of the
  /// first, whatever the order of the lines.
  private func pair(_ account: AccountAtWork, _ day: CalendarDay) -> [String: Int] {
    var (listed, arriving) = (Set<String>(), [Likeness: [String]]())
    for document in rows.compactMap(\.document) where document.kind == .invoice {
      let key = DocumentKey(document.number).text
      listed.insert(key)
      guard account.place(ofInvoice: key) == nil, !document.assumed.contains(.issued) else { continue }
      let likeness = Likeness(
        document.issued, document.amount, isOpen: document.assumed.contains(.amount))
      arriving[likeness, default: []].append(key)
    }
    var leaving: [Likeness: [Int]] = [:]
    for place in 0..<account.firstNewInvoice {
      let invoice = account.invoices[place]
      let key = DocumentKey(DatedNumber.base(of: invoice.number) ?? invoice.number).text
      guard invoice.issued <= day, !listed.contains(key),
        let paid = try? account.applied.sum(of: account.applied.places(ofInvoice: place)),
        paid < invoice.original.minor
      else { continue }
      let open = Money(minor: invoice.original.minor - paid, invoice.original.currency)
      leaving[Likeness(invoice.issued, invoice.original, isOpen: false), default: []].append(place)
      leaving[Likeness(invoice.issued, open, isOpen: true), default: []].append(place)
    }
    var (pairs, taken) = ([String: Int](), Set<Int>())
    for (likeness, keys) in arriving.sorted(by: { $0.key < $1.key }) {
      let candidates = (leaving[likeness] ?? []).filter { !taken.contains($0) }
        .sorted { account.invoices[$0].number < account.invoices[$1].number }
      for (key, place) in zip(Set(keys).sorted(), candidates) {
        pairs[key] = place
        taken.insert(place)
      }
    }
    return pairs
  }
}

/// By what an invoice is known again that has another number.
private struct Likeness: Hashable, Comparable {
  let issued: CalendarDay
  let amount: Money
  /// Whether that is what is open, where the list tells no more.
  let isOpen: Bool

  init(_ issued: CalendarDay, _ amount: Money, isOpen: Bool) {
    (self.issued, self.amount, self.isOpen) = (issued, amount, isOpen)
  }

  static func < (left: Likeness, right: Likeness) -> Bool {
    (left.issued, left.amount.currency.code, left.amount.minor, left.isOpen ? 1 : 0)
      < (right.issued, right.amount.currency.code, right.amount.minor, right.isOpen ? 1 : 0)
  }
}
