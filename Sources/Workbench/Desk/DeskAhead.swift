public import Receivables
public import TextScreen

/// What the desk can be given while nobody presses a key, so that the next one is answered at once.
extension Desk {
  /// The accounts that the next key is likely to ask for, the likeliest first: where accounts show, the selected
  /// one, the one below and the one above it. Who hurries through a list opens none on the way.
  public func accountsAhead(isHurried: Bool = false) -> [AccountID] {
    guard overlay == nil, progress == nil, opening == nil, let selected = sitting.list.selectedRow else {
      return []
    }
    switch screens.top {
    case is QueueScreen where isHurried: return []
    case is QueueScreen, is AccountScreen:
      let rank = sitting.list.rank
      return [selected.id] + [rank + 1, rank - 1].compactMap { sitting.list.row($0)?.id }
    default: return []
    }
  }

  /// The account that stands beside a wide list and is not here yet: read before a frame that shows it.
  public var readingBeside: Effect? {
    guard progress == nil, opening == nil, let queue = screens.top as? QueueScreen, queue.showsPane(sitting)
    else { return nil }
    return queue.missingBeside(sitting).map { .read(.account($0)) }
  }

  /// What is read after the frame that shows, because nobody should wait for it: what was typed of a search, the
  /// account below a narrow list, then what lists come to, the collector's own first and one other after the other. Nil
  /// when all of it is here.
  public var readingAhead: Effect? {
    guard sitting.hasAccounts, sitting.list.isHere, progress == nil, opening == nil else { return nil }
    if let awaited = sitting.list.awaited { return awaited }
    if let queue = screens.top as? QueueScreen, let account = queue.missingBeside(sitting) {
      return .read(.account(account))
    }
    if let typing { return typing.preparation(sitting) }
    guard let tallies = sitting.tallies else { return .read(.tallies(of: ["", sitting.collector])) }
    return tallies.missing.first.map { .read(.tallies(of: [$0])) } ?? listAhead
  }

  /// The stretch of the list that the keys after the next are likely to show.
  public var listAhead: Effect? {
    guard sitting.hasAccounts, progress == nil, opening == nil, typing == nil, screens.top is QueueScreen
    else { return nil }
    return sitting.list.readingAhead
  }

  /// What may be painted a moment after title and list while keys come fast: what stands beside a list, and the keys. A
  /// held key then moves through the list with a third of the bytes, and the row is there sooner. Nil while more shows
  /// than the screen.
  public var mayFollow: Rectangle? {
    overlay == nil && progress == nil && message == nil && !sitting.isTooSmall
      ? screens.top.mayFollow(sitting) : nil
  }

  /// The list that a frame shows now, to be told when the next is drawn over it.
  public var shownList: ShownList? { screens.top.shownList(sitting) }

  /// Whether what the next key is likely to show is drawn.
  public var isReady: Bool { screens.top.isReady(sitting) }

  /// Draws what the next key is likely to show. Nothing that shows changes.
  public mutating func makeReady() { screens.makeReady(sitting) }

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
