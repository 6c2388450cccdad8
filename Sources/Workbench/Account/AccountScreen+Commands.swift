import Receivables

extension AccountScreen {
  mutating func carryOut(_ command: Command, _ sitting: inout Sitting) -> Turn {
    switch command {
    case .up: move { $0.move(by: -1) }
    case .down: move { $0.move(by: 1) }
    case .pageUp: move { _ = $0.handle(.pageUp) }
    case .pageDown: move { _ = $0.handle(.pageDown) }
    case .top: move { $0.select(0) }
    case .bottom: move { $0.select($0.count - 1) }
    case .nextSection: section = section.advanced(by: 1)
    case .previousSection: section = section.advanced(by: -1)
    case .tagInvoice: return tag()
    case .logCall:
      let talkedAbout = picture.invoices.map(\.invoice.id).filter(tagged.contains)
      return .move(.push(CallScreen(picture: picture, tagged: talkedAbout, draft: nil, &sitting)))
    case .note: return EntryForm.opening(NoteInquiry(), picture.file, &sitting)
    case .snooze: return EntryForm.opening(SnoozeInquiry(), picture.file, &sitting)
    case .withdraw:
      return EntryForm.opening(WithdrawalInquiry(selected: selectedPromise), picture.file, &sitting)
    case .nextAccount: return next(&sitting)
    case .previousAccount, .searchPrevious: return step(-1, &sitting)
    case .searchNext: return step(1, &sitting)
    case .refresh: return .effects(.loadAccount(account))
    case .copyValue: return copy(copyValue)
    case .copyLine: return copy(copyLine(sitting))
    case .back, .leave: return .move(.pop)
    default: break
    }
    return .none
  }

  private mutating func tag() -> Turn {
    guard section == .invoices, picture.invoices.indices.contains(invoices.selected) else {
      return .message("Only an open invoice can be tagged.")
    }
    let id = picture.invoices[invoices.selected].invoice.id
    if tagged.remove(id) == nil { tagged.insert(id) }
    invoices.move(by: 1)
    return .none
  }

  private func next(_ sitting: inout Sitting) -> Turn {
    switch sitting.list.selectNextToWork(sitting.today) {
    case .selected(let account): return .move(.open(account, .account))
    case .further(let effects): return Turn(effects: effects, again: .nextAccount)
    case .none:
      return Turn(
        effects: sitting.list.reload(), move: .pop,
        message: Message(text: "No account below is left to work.", kind: .notice))
    }
  }

  private func step(_ rows: Int, _ sitting: inout Sitting) -> Turn {
    let before = sitting.list.rank
    let effects = sitting.list.move(by: rows)
    guard sitting.list.rank != before else {
      return .message(
        rows < 0 ? "This is the first account of the list." : "This is the last account of the list.")
    }
    guard let row = sitting.list.selectedRow else { return Turn(effects: effects) }
    return Turn(effects: effects, move: .open(row.id, .account))
  }

  private var selectedPromise: EntryNumber? {
    let rows = PromiseRow.rows(picture)
    guard section == .promises, rows.indices.contains(promises.selected),
      case .promise(let promise) = rows[promises.selected]
    else { return nil }
    return promise.entry
  }

  private func copy(_ text: String) -> Turn {
    Turn(effects: [.copy(text)], message: Message(text: "Copied \(text)", kind: .notice))
  }

  private var copyValue: String {
    guard section == .invoices, picture.invoices.indices.contains(invoices.selected) else {
      return picture.file.customer.number
    }
    return picture.invoices[invoices.selected].invoice.number
  }

  private func copyLine(_ sitting: Sitting) -> String {
    guard section == .invoices, picture.invoices.indices.contains(invoices.selected) else {
      return picture.file.customer.title
    }
    let status = picture.invoices[invoices.selected]
    let open = Money(minor: status.open, status.invoice.original.currency)
    return "\(status.invoice.number), due \(status.invoice.due.iso), \(open) open"
  }
}
