import Receivables
import TextScreen

/// The list of accounts to work, with the reason why the selected one stands where it stands.
struct QueueScreen: Screen {
  /// Rank of the first row that shows, from 0.
  var first = 0
  /// The figures of the day.
  var totals = DayTotals()
  /// The selected account, for the side pane.
  var beside: AccountPicture?
  /// How much room the list needs.
  private(set) var needs = QueueNeeds()
  /// What the list comes to; nil before it was added up.
  private(set) var figures: QueueFigures?
  var drawn: DrawnRows?
  var panes = DrawnPanes()
  var day: WrittenDay?

  let scope = Scope.queue

  let keyBar: [Command] = [
    .logCall, .open, .search, .searchEverywhere, .chooseView, .chooseOrder, .snooze, .nextAccount, .undo,
    .sidePane, .palette, .leave,
  ]

  func title(_ sitting: Sitting, room: Int) -> String {
    QueueTitle(sitting.list, figures).text(width: room)
  }

  func situation(_ sitting: Sitting) -> Situation {
    var situation = Situation(scope, sitting)
    sitting.list.onSelectedRow { row in
      situation.account = row.title
      situation.hasOpenMatter = row.summary.openMatters > 0
      situation.hasOpenDispute = row.summary.flags.contains(.disputed)
    }
    return situation
  }

  func aim(_ sitting: Sitting) -> Aim? { sitting.list.selectedRow.map { Aim(account: $0.id) } }

  mutating func perform(_ command: Command, _ sitting: inout Sitting) -> Turn {
    let turn = carryOut(command, &sitting)
    return shown(turn, sitting)
  }

  mutating func type(_ key: Key, _ sitting: inout Sitting) -> Turn {
    guard case .character(let character) = key, character.isASCII, character.isNumber else { return .none }
    return .move(.search(String(character)))
  }

  mutating func receive(_ event: Event, _ sitting: inout Sitting) -> Turn {
    switch event {
    case .totals(let totals):
      self.totals = totals
      writeDay(sitting)
      return .none
    case .tallies:
      figures = QueueFigures(sitting)
      writeDay(sitting)
      return .none
    case .account(let file), .recorded(_, let file), .stale(_, let file):
      if file.customer.id == sitting.list.selected { return show(file, sitting) }
      return .none
    case .changedElsewhere, .began, .adopted:
      beside = nil
      return .none
    case .worklist:
      needs = QueueNeeds(sitting.list.rows, sitting.policy, sitting.clock)
      if figures?.are(of: sitting.list.query) != true { figures = QueueFigures(sitting) }
      writeDay(sitting)
      return shown(.none, sitting)
    case .input(.resize):
      writeDay(sitting)
      return shown(.none, sitting)
    default: return .none
    }
  }

  mutating func expect(_ picture: AccountPicture, _ sitting: Sitting) {
    let list = sitting.list
    guard let area = QueueAreas(sitting.body, hidesPane: sitting.preferences.hidesPane).pane,
      let row = [list.rank, list.rank + 1, list.rank - 1].compactMap(list.row).first(where: {
        $0.id == picture.file.customer.id
      })
    else { return }
    panes.add(SidePane(row: row, picture), area.size, sitting)
  }

  func isReady(_ sitting: Sitting) -> Bool {
    let areas = QueueAreas(sitting.body, hidesPane: sitting.preferences.hidesPane)
    let page = areas.rows.size.rows
    guard drawn?.holds(ground(areas, sitting)) == true else { return false }
    // What lies between was drawn with them, but for a jump in a hurry; that is drawn when it shows.
    let wanted = (max(first - page, 0)..<first + 2 * page).clamped(to: sitting.list.ranks)
    return drawn?.have([wanted.first, wanted.last].compactMap(\.self)) == true
  }

  mutating func makeReady(_ sitting: Sitting) {
    guard !isReady(sitting) else { return }
    let areas = QueueAreas(sitting.body, hidesPane: sitting.preferences.hidesPane)
    let page = areas.rows.size.rows
    // A page more than asked for: a list that scrolls row by row is ready for as many keys.
    let ranks = max(first - 2 * page, 0)..<first + 3 * page
    draw(Array(ranks), areas, sitting)
    drawn?.keep(ranks)
  }

  func mayFollow(_ sitting: Sitting) -> Rectangle? {
    let areas = QueueAreas(sitting.body, hidesPane: sitting.preferences.hidesPane)
    return areas.pane ?? areas.account
  }

  mutating func resume(_ sitting: inout Sitting) -> Turn { shown(.none, sitting) }

  mutating func point(_ event: InputEvent, in body: Rectangle, _ sitting: inout Sitting) -> Turn {
    switch event {
    case .wheel(let rows, _): return shown(Turn(effects: sitting.list.move(by: rows)), sitting)
    case .click(let position):
      let areas = QueueAreas(body, hidesPane: sitting.preferences.hidesPane)
      let lines = QueueLines(sitting.list, near: first, height: areas.rows.size.rows)
      guard areas.rows.contains(position),
        case .row(let rank)? = lines.line(at: position.row - areas.rows.origin.row)
      else { return .none }
      if rank == sitting.list.rank { return perform(.open, &sitting) }
      return shown(Turn(effects: sitting.list.select(rank)), sitting)
    default: return .none
    }
  }

  /// The account that shows besides its row and is not here yet.
  func missingBeside(_ sitting: Sitting) -> AccountID? {
    guard let selected = sitting.list.selectedRow?.id, beside?.file.customer.id != selected else {
      return nil
    }
    return selected
  }

  /// Whether the selected account shows beside the list, so that every move wants another one.
  func showsPane(_ sitting: Sitting) -> Bool {
    QueueAreas(sitting.body, hidesPane: sitting.preferences.hidesPane).pane != nil
  }

  /// Scrolls so that the selection shows. The account beside or below it is read later: what stands there may follow.
  private mutating func shown(_ turn: Turn, _ sitting: Sitting) -> Turn {
    let areas = QueueAreas(sitting.body, hidesPane: sitting.preferences.hidesPane)
    let lines = QueueLines(sitting.list, near: first, height: areas.rows.size.rows)
    first = lines.first
    draw(lines.ranks, areas, sitting)
    if missingBeside(sitting) != nil { beside = nil }
    return turn
  }

  /// The line of the day, as it was written last when that still holds.
  func writtenDay(_ areas: QueueAreas, _ sitting: Sitting) -> WrittenDay {
    let line = DayLine(totals, figures, sitting)
    let width = areas.day.size.columns - 2
    if let day, day.line == line, day.width == width { return day }
    return WrittenDay(line, width: width)
  }

  private mutating func writeDay(_ sitting: Sitting) {
    day = writtenDay(QueueAreas(sitting.body, hidesPane: sitting.preferences.hidesPane), sitting)
  }

  private mutating func draw(_ ranks: [Int], _ areas: QueueAreas, _ sitting: Sitting) {
    if drawn?.holds(ground(areas, sitting)) == true, drawn?.have(ranks) == true { return }
    var rows = drawnRows(areas, sitting)
    drawn = nil
    rows.show(ranks, of: sitting.list)
    drawn = rows
  }

  /// What is drawn of the list, or a fresh table when that is of another list, day or width.
  func drawnRows(_ areas: QueueAreas, _ sitting: Sitting) -> DrawnRows {
    let ground = ground(areas, sitting)
    if drawn?.holds(ground) == true, let drawn { return drawn }
    if let taken = drawn?.taken(to: ground, sitting.list) { return taken }
    return DrawnRows(needs, columns: areas.rows.size.columns, sitting)
  }

  func ground(_ areas: QueueAreas, _ sitting: Sitting) -> DrawnRows.Ground {
    DrawnRows.Ground(needs, columns: areas.rows.size.columns, sitting)
  }

  private mutating func show(_ file: AccountFile, _ sitting: Sitting) -> Turn {
    do {
      beside = try sitting.picture(of: file)
      return .none
    } catch {
      beside = nil
      return .message(error.sentence, .failure)
    }
  }
}

extension QueueScreen {
  mutating func carryOut(_ command: Command, _ sitting: inout Sitting) -> Turn {
    let page = max(QueueAreas(sitting.body, hidesPane: sitting.preferences.hidesPane).rows.size.rows - 2, 1)
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
    case .refresh:
      beside = nil
      return Turn(effects: sitting.list.reload() + [sitting.list.readTotals])
    case .sidePane: return .effects(sitting.prefer { $0.hidesPane.toggle() })
    case .bell:
      let remembered = sitting.prefer { $0.ringsForCallbacks.toggle() }
      let rings = sitting.preferences.ringsForCallbacks
      return Turn(
        effects: [remembered],
        message: Message(
          text: rings
            ? "The bell rings when a callback of yours comes due." : "The bell does not ring for callbacks.",
          kind: .notice))
    case .copyValue: return copy(sitting) { $0.number }
    case .copyLine: return copy(sitting) { QueueTable.plain($0) }
    case .searchEverywhere: return Turn(effects: sitting.list.searchEverywhere() ?? [])
    case .back: return Turn(effects: sitting.list.endSearch())
    case .leave: return .effects(.terminal(.quit))
    default: break
    }
    return .none
  }

  private func nextToWork(_ sitting: inout Sitting) -> Turn {
    switch sitting.list.selectNextToWork(sitting.today) {
    case .selected: return .none
    case .further(let effects): return Turn(effects: effects, again: .nextAccount)
    case .none:
      var turn = Turn.message(sitting.nothingBelow)
      if sitting.list.selectedRow == nil { turn.effects = sitting.list.reload() }
      return turn
    }
  }

  private func opening(_ purpose: Opening, _ sitting: Sitting) -> Turn {
    sitting.list.selectedRow.map { .move(.open($0.id, purpose)) } ?? .none
  }

  private func copy(_ sitting: Sitting, _ text: (WorklistRow) -> String) -> Turn {
    guard let row = sitting.list.selectedRow else { return .none }
    return .copying(text(row))
  }
}
