public import Receivables

/// What the desk can be given while nobody presses a key, so that the next one is answered at once.
extension Desk {
  /// The accounts that the next key is likely to ask for, the likeliest first: where accounts show, the selected
  /// one, the one below and the one above it. A list without a pane needs none, and reading would slow its keys.
  public var accountsAhead: [AccountID] {
    guard overlay == nil, progress == nil, opening == nil, let selected = sitting.list.selectedRow else {
      return []
    }
    switch screens.top {
    case let queue as QueueScreen where queue.hidesPane || !sitting.isWide: return []
    case is QueueScreen, is AccountScreen:
      let rank = sitting.list.rank
      return [selected.id] + [rank + 1, rank - 1].compactMap { sitting.list.row($0)?.id }
    default: return []
    }
  }

  /// Takes an account that was read ahead, and the time with its zones. Nothing that shows changes: whether
  /// the account is still like that is found out by whoever reads it when it is asked for.
  public mutating func expect(_ file: AccountFile, at moment: Moment) {
    sitting.derive(file)
    guard let picture = sitting.pictures.picture(of: file, asOf: sitting.today) else { return }
    var then = sitting
    then.moment = moment
    screens.expect(picture, then)
  }
}
