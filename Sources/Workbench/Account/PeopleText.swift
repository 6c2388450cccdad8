import Receivables
import TextScreen

/// The people of an account and how it pays, line by line.
struct PeopleText {
  private(set) var lines: [TextCell] = []

  init(_ picture: AccountPicture, _ sitting: Sitting) {
    lines.append(TextCell("Contacts", .heading))
    if picture.file.contacts.isEmpty { lines.append(TextCell("none in the books", .dim)) }
    for contact in picture.file.contacts { lines += ContactLines(contact, picture, sitting).lines }
    lines.append("")
    lines.append(TextCell("Payment habits", .heading))
    lines += HabitsWords(picture.habits).lines.map { TextCell($0) }
  }
}
