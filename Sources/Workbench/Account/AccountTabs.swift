import Receivables
import TextScreen

/// The names of the sections with how much is in them; the one that shows stands in brackets.
struct AccountTabs {
  private let labels: [(section: AccountSection, text: String)]

  init(_ picture: AccountPicture, _ current: AccountSection) {
    labels = AccountSection.allCases.map { section in
      let text =
        switch section {
        case .invoices: "Invoices \(picture.invoices.count)"
        case .timeline: "Timeline \(picture.timeline.count)"
        case .promises: "Promises \(PromiseRow.rows(picture).count)"
        case .people: "People \(picture.file.contacts.count) and habits"
        }
      return (section, section == current ? "[\(text)]" : " \(text) ")
    }
  }

  /// The section whose name stands at a column.
  func section(at column: Int) -> AccountSection? {
    var start = 0
    for label in labels {
      let end = start + label.text.count
      if (start..<end).contains(column) { return label.section }
      start = end + 2
    }
    return nil
  }

  func draw(into frame: inout Frame, _ area: Rectangle) {
    frame.put("", at: area.origin, width: area.size.columns, role: .heading)
    var column = area.origin.column
    for label in labels {
      column = frame.put(label.text, at: Position(column: column, row: area.origin.row), role: .heading) + 2
    }
  }
}
