public import Receivables
import TextScreen

/// Below a narrow list: whom to dial on the selected account and what is wanted, and why it stands where it stands.
struct SelectedAccount {
  private let row: WorklistRow
  private let picture: AccountPicture?
  private let sitting: Sitting

  /// Without a picture that is of the row's account the row alone is told.
  init(_ row: WorklistRow, _ picture: AccountPicture?, _ sitting: Sitting) {
    self.row = row
    self.picture = picture?.file.customer.id == row.id ? picture : nil
    self.sitting = sitting
  }

  func draw(into frame: inout Frame, _ area: Rectangle) {
    let width = area.size.columns
    let wanted = wanted(width: width / 2)
    let room = width - DisplayWidth.of(wanted) - 2
    frame.put(who(width: room), at: area.origin, width: room + 2, role: .accent)
    frame.put(
      wanted, at: Position(column: width - DisplayWidth.of(wanted), row: area.origin.row), role: .accent)
    let below = Position(column: area.origin.column, row: area.origin.row + 1)
    frame.put(why(width: width), at: below, width: width)
  }

  /// Amount and age; every currency when there is room, and never a part of an amount.
  private func wanted(width: Int) -> String {
    let owed = row.summary.balances.filter(\.isOwed)
    let late = row.summary.late(sitting.today).map { "  \($0)" } ?? ""
    let collected = owed.map { Money(minor: $0.toCollect, $0.currency) }.filter { $0.minor != 0 }
    let pastDue = owed.map { Money(minor: $0.pastDue.open, $0.currency) }.filter { $0.minor != 0 }
    let byRun = row.summary.wantedOfRun
    let label = !byRun.isEmpty ? "due by run " : collected.isEmpty && !pastDue.isEmpty ? "past due " : ""
    let wanted = !byRun.isEmpty ? byRun : collected.isEmpty ? pastDue : collected
    let words = wanted.largestFirst(sitting.policy).words(width: width - label.count - late.count)
    guard let words else { return late }
    return label + words + late
  }

  /// The number to dial is worth most, then whose it is and what time it is there, then the name, which the list has too.
  private func who(width: Int) -> String {
    let name = row.title.shortened(to: 60)
    guard let picture, let callee = picture.firstCallee else {
      let none = picture.map {
        $0.contacts.isEmpty ? "  no contact in the books" : "  no number that works"
      }
      return fitted([name + (none ?? ""), name], width)
    }
    let clock = picture.clock(of: callee.contact, sitting.moment).map { ", \($0)" } ?? ""
    let dial = "☎ \(callee.phone.number.shortened(to: 30))"
    let person = "\(dial) \(callee.contact.title.shortened(to: 40))\(clock)"
    let short = row.name.shortened(to: max(width - DisplayWidth.of(person) - 2, 1))
    return fitted(
      [
        "\(name)  \(person)", short.count >= 12 ? "\(short)  \(person)" : person, person, "\(dial)\(clock)",
        dial,
      ], width)
  }

  private func fitted(_ forms: [String], _ width: Int) -> String {
    forms.first { DisplayWidth.of($0) <= width } ?? forms.last ?? ""
  }

  /// The reasons that have room, each whole. What stands in the row already is left out.
  private func why(width: Int) -> String {
    let reasons = row.summary.reasons.told(under: sitting.policy, on: sitting.today)
    let items =
      reasons.prefix(1).map(\.description) + reasons.dropFirst().filter { !isAmount($0) }.map(\.description)
      + ["priority \(row.summary.priority) % \(row.summary.band.rawValue)"]
    return items.reduce(Self.whyHere) { line, item in
      let longer = line + (line == Self.whyHere ? "" : " · ") + item
      return DisplayWidth.of(longer) <= width ? longer : line
    }
  }

  private static let whyHere = "Why here  "

  private func isAmount(_ reason: ToldReason) -> Bool { reason.text.hasSuffix("to collect") }
}

extension AccountPicture {
  /// The first contact who may be called at a number that is not known to be dead, and that number.
  public var firstCallee: (contact: Contact, phone: Phone)? {
    for contact in contacts where contact.standing == .reachable {
      if let phone = contact.phones.first(where: { !deadNumbers.contains($0.digits) }) {
        return (contact, phone)
      }
    }
    return nil
  }
}
