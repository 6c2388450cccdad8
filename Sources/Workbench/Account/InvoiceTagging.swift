import Receivables
import TextScreen

extension AccountScreen {
  /// Tags the invoice under the cursor for the next call, or takes its tag off.
  mutating func tag() {
    guard let id = selectedInvoice?.invoice.id else { return }
    if tagged.remove(id) == nil { tagged.insert(id) }
    lastTagged = id
    relist(keeping: order.filter == .tagged ? nil : id)
    invoices.move(by: 1)
  }

  /// Tags all that are past due among those that show; with all of them tagged it takes the tags off.
  mutating func tagDue() {
    let due = Set(shown.map { picture.invoices[$0] }.filter(\.isPastDue).map(\.invoice.id))
    if due.isSubset(of: tagged) { tagged.subtract(due) } else { tagged.formUnion(due) }
    relist(keeping: selectedInvoice?.invoice.id)
  }

  /// Tags all from the one tagged last to the one under the cursor.
  mutating func tagRange() {
    guard let selected = selectedInvoice?.invoice.id else { return }
    let start = shown.firstIndex { picture.invoices[$0].invoice.id == lastTagged } ?? invoices.selected
    let range = min(start, invoices.selected)...max(start, invoices.selected)
    tagged.formUnion(shown[range].map { picture.invoices[$0].invoice.id })
    lastTagged = selected
    relist(keeping: selected)
  }

  /// The next way of sorting; the cursor stays on its invoice.
  mutating func sort() -> Turn {
    var order = order
    order.sort = order.sort.next
    list(as: order)
    return .message("Invoices \(order.sort.title).")
  }

  /// The next selection of invoices, or of the story.
  mutating func filter(_ sitting: Sitting) -> Turn {
    guard section != .timeline else {
      storyPart = storyPart.next
      storySearch = storySearch.flatMap { StorySearch($0.text, in: picture, storyPart, sitting.policy) }
      story.select(0)
      fit(sitting)
      return .message("The story shows \(storyPart.title).")
    }
    section = .invoices
    var order = order
    order.filter = order.filter.next
    list(as: order)
    fit(sitting)
    return .message("Invoices: \(order.filter.title).")
  }

  private mutating func relist(keeping id: DocumentID?) {
    list(as: order)
    if let id, let place = shown.firstIndex(where: { picture.invoices[$0].invoice.id == id }) {
      invoices.select(place)
    }
  }
}

extension CaseIterable where Self: Equatable {
  /// The case after this one, round and round.
  fileprivate var next: Self {
    let all = Array(Self.allCases)
    let place = all.firstIndex(of: self) ?? 0
    return all[(place + 1) % all.count]
  }
}
