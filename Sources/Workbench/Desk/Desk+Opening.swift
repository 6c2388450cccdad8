import Receivables

/// What was to be done with an account as soon as it was read.
extension Desk {
  mutating func carryOut(_ file: AccountFile) {
    guard let opening, opening.account == file.customer.id else { return }
    self.opening = nil
    do {
      try carryOut(opening.purpose, file)
    } catch {
      message = Message(
        text: "\(file.customer.title) cannot be shown: \(error)", kind: .failure)
    }
  }

  private mutating func carryOut(_ purpose: Opening, _ file: AccountFile) throws(MoneyError) {
    switch purpose {
    case .account:
      var screen = AccountScreen(try picture(file), sitting)
      guard let shown = screens.top as? AccountScreen else { return screens.push(screen) }
      screen.section = shown.section
      screens.replaceTop(by: screen)
    case .call(let draft):
      screens.push(CallScreen(picture: try picture(file), tagged: [], draft: draft, &sitting))
    case .ask(let inquiry): apply(EntryForm.opening(inquiry, file, &sitting))
    case .undo(let entry): overlay = Question.undo(entry, in: file, &sitting)
    }
  }

  private func picture(_ file: AccountFile) throws(MoneyError) -> AccountPicture {
    try AccountPicture(of: file, policy: sitting.policy, asOf: sitting.today)
  }
}
