import Receivables

extension QueueScreen {
  mutating func carryOut(_ command: Command, _ sitting: inout Sitting) -> Turn {
    let page = max(QueueAreas(sitting.body, hidesPane: hidesPane).rows.size.rows - 2, 1)
    switch command {
    case .up, .searchPrevious, .previousAccount: return Turn(effects: sitting.list.move(by: -1))
    case .down, .searchNext: return Turn(effects: sitting.list.move(by: 1))
    case .pageUp: return Turn(effects: sitting.list.move(by: -page))
    case .pageDown: return Turn(effects: sitting.list.move(by: page))
    case .top: return Turn(effects: sitting.list.select(0))
    case .bottom: return Turn(effects: sitting.list.select(sitting.list.total - 1))
    case .nextAccount: return nextToWork(&sitting)
    case .open: return opening(.account, sitting)
    case .logCall: return opening(.call(nil), sitting)
    case .note: return opening(.ask(NoteInquiry()), sitting)
    case .snooze: return opening(.ask(SnoozeInquiry()), sitting)
    case .withdraw: return opening(.ask(WithdrawalInquiry()), sitting)
    case .refresh:
      beside = nil
      return Turn(effects: sitting.list.reload() + [sitting.list.readTotals])
    case .sidePane: return togglePane(sitting)
    case .copyValue: return copy(sitting) { $0.number }
    case .copyLine: return copy(sitting) { QueueTable.plain($0, today: sitting.today) }
    case .back: return Turn(effects: sitting.list.endSearch())
    case .leave: return .effects(.quit)
    default: return .none
    }
  }

  private func nextToWork(_ sitting: inout Sitting) -> Turn {
    switch sitting.list.selectNextToWork(sitting.today) {
    case .selected: return .none
    case .further(let effects): return Turn(effects: effects, again: .nextAccount)
    case .none:
      var turn = Turn.message("No account below is left to work.")
      if sitting.list.selectedRow == nil { turn.effects = sitting.list.reload() }
      return turn
    }
  }

  private func opening(_ purpose: Opening, _ sitting: Sitting) -> Turn {
    guard let row = sitting.list.selectedRow else { return .message("There is no account here.") }
    return .move(.open(row.id, purpose))
  }

  private mutating func togglePane(_ sitting: Sitting) -> Turn {
    guard sitting.isWide else {
      return .message("The pane needs a terminal of at least 120 columns.")
    }
    hidesPane.toggle()
    return .none
  }

  private func copy(_ sitting: Sitting, _ text: (WorklistRow) -> String) -> Turn {
    guard let row = sitting.list.selectedRow else { return .none }
    let copied = text(row)
    return Turn(effects: [.copy(copied)], message: Message(text: "Copied \(copied)", kind: .notice))
  }
}
