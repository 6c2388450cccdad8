import Receivables
import TextScreen

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
      lines.append(zone + (sitting.moment.clock(in: zone).map { ", \($0)" } ?? ""))
    }
    lines.append("collector \(customer.collector ?? "nobody")")
    let flags = picture.summary.flags
    if !flags.isEmpty { lines.append("\(flags.letters): \(flags.words)") }
    return lines
  }
}

extension PickOverlay {
  /// How the people of an account are reached, to be copied; nil where nothing is known.
  static func reach(of picture: AccountPicture) -> PickOverlay? {
    let choices = picture.contacts.flatMap { contact in
      (contact.phones.map(\.number) + [contact.email].compactMap { $0 }).map {
        Choice(Chosen.desk(.copy($0)), $0, detail: contact.headline)
      }
    }
    return choices.isEmpty ? nil : PickOverlay("Copy", choices)
  }
}
