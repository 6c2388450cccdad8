import Receivables
import TextScreen

/// Beside the queue from 120 columns: why, with points; whom to call, with their time of day; what was last.
struct SidePane {
  private let row: WorklistRow?
  private let picture: AccountPicture?

  init(row: WorklistRow?, _ picture: AccountPicture?) {
    self.row = row
    self.picture = picture
  }

  func draw(into frame: inout Frame, _ area: Rectangle, _ sitting: Sitting) {
    guard let row else { return }
    var column = TextColumn(beside: area, into: &frame)
    column.add(row.name, .heading, into: &frame)
    let flags = row.summary.flags
    if !flags.isEmpty { column.add(flags.letters, width: 4, flags.words, into: &frame) }
    let why = WhyWords(row.summary, sitting)
    for reason in why.points { column.add(reason.points, width: 4, reason.text, into: &frame) }
    column.add("", width: 4, why.total, into: &frame)
    guard let picture, picture.file.customer.id == row.id else { return }
    column.skip()
    column.add("Contacts", .heading, into: &frame)
    if picture.file.contacts.isEmpty { column.add("none in the books", .dim, into: &frame) }
    for contact in picture.file.contacts.prefix(4) {
      for line in ContactLines(contact, picture, sitting).lines { column.add(line, into: &frame) }
    }
    column.skip()
    column.add("Last entries", .heading, into: &frame)
    let currencies = InvoiceCurrencies(picture.file.invoices)
    for item in picture.timeline.prefix(max(column.left, 0)) {
      let words = TimelineWords(item, currencies, sitting.policy)
      column.add(
        item.day.dated, width: 9, words.headline, words.role, into: &frame)
    }
  }
}
