import Receivables
import TextScreen

/// What can come of a call, in groups side by side, and the result that somebody moved to.
struct ResultMenu: Hashable, Sendable {
  /// Results that belong together.
  struct Group: Hashable, Sendable {
    var title: String
    var results: [CallResult]
  }

  /// Nobody reached, then money in sight, then neither.
  let groups: [Group]
  /// Nothing at first, so that Enter takes nothing that was not chosen.
  private(set) var selected: CallResult?

  /// The results in use; beside other outcomes of the same call only those of somebody who was reached.
  init(_ policy: Policy, isReached: Bool = false) {
    let offered = policy.results.filter { !$0.isRetired && ($0.isRightParty || !isReached) }
    let paying: Set<NextAction.Kind> = [.checkPromise, .checkPayment, .checkRun, .checkPlan]
    let reached = offered.filter(\.isRightParty)
    groups = [
      Group(title: "Not reached", results: offered.filter { !$0.isRightParty }),
      Group(title: "Will pay", results: reached.filter { paying.contains($0.nextKind) }),
      Group(title: "Will not pay yet", results: reached.filter { !paying.contains($0.nextKind) }),
    ].filter { !$0.results.isEmpty }
  }

  /// The result that a letter picks, in either case.
  func result(for letter: Character) -> CallResult? {
    let lower = Character(letter.lowercased())
    return groups.lazy.flatMap(\.results).first { $0.key == lower }
  }

  /// Moves the cursor; answers whether the key moves one. Left and right go to the group beside, up from the first
  /// result to none.
  mutating func handle(_ key: Key) -> Bool {
    let all = groups.flatMap(\.results)
    guard let selected, let place = all.firstIndex(of: selected),
      let group = groups.firstIndex(where: { $0.results.contains(selected) })
    else { return enter(key, all) }
    switch key {
    case .up: self.selected = place == 0 ? nil : all[place - 1]
    case .down: self.selected = all[min(place + 1, all.count - 1)]
    case .left: self.selected = groups[max(group - 1, 0)].results.first
    case .right: self.selected = groups[min(group + 1, groups.count - 1)].results.first
    default: return false
    }
    return true
  }

  private mutating func enter(_ key: Key, _ all: [CallResult]) -> Bool {
    guard [.up, .down, .left, .right].contains(key) else { return false }
    if key != .up { selected = all.first }
    return true
  }

  /// Puts the cursor on a result.
  mutating func select(_ result: CallResult) { selected = result }
}

extension ResultMenu {
  /// A line of the menu.
  enum Line: Hashable, Sendable {
    case heading(String)
    case sentence(String)
    case result(CallResult)
    case blank
  }

  /// The lines of the left and of the right half: the script above what happens most, the conversations beside.
  func columns(_ script: [String], width: Int) -> [[Line]] {
    let sentences = script.flatMap { Wrapping.lines(of: $0, width: width) }.map { Line.sentence($0) }
    let first = groups.prefix(1).flatMap(Self.lines)
    let others = groups.dropFirst().map(Self.lines).joined(separator: [.blank])
    return [[.heading("Ask")] + sentences + [.blank] + first, Array(others)]
  }

  /// The result drawn at a cell of `area`.
  func result(at position: Position, in area: Rectangle, _ script: [String]) -> CallResult? {
    guard area.contains(position) else { return nil }
    let half = Self.half(area)
    let columns = columns(script, width: half)
    let column = position.column < area.origin.column + half + Self.gap ? 0 : 1
    let row = position.row - area.origin.row
    guard columns[column].indices.contains(row), case .result(let result) = columns[column][row] else {
      return nil
    }
    return result
  }

  /// Draws the menu and puts the frame's cursor on the selected result, if there is one.
  func draw(into frame: inout Frame, in area: Rectangle, _ script: [String]) {
    let half = Self.half(area)
    for (index, lines) in columns(script, width: half).enumerated() {
      let left = area.origin.column + index * (half + Self.gap)
      for (row, line) in zip(area.rows, lines) {
        draw(line, into: &frame, at: Position(column: left, row: row), width: half)
      }
    }
  }

  private func draw(_ line: Line, into frame: inout Frame, at position: Position, width: Int) {
    switch line {
    case .heading(let title): frame.put(title, at: position, width: width, role: .heading)
    case .sentence(let text): frame.put(text, at: position, width: width)
    case .result(let result):
      let isSelected = result == selected
      let role: Role = isSelected ? .selected : .normal
      let after = frame.put(
        " \(result.key.map(String.init) ?? " ") ", at: position, role: isSelected ? .selected : .accent)
      frame.put(
        "\(result.code)  \(result.meaning)", at: Position(column: after, row: position.row),
        width: width - 3, role: role)
      if isSelected { frame.cursor = position }
    case .blank: break
    }
  }

  /// Lines that it takes in `columns` cells.
  func height(_ script: [String], columns: Int) -> Int {
    self.columns(script, width: (columns - Self.gap) / 2).map(\.count).max() ?? 0
  }

  private static let gap = 2

  private static func half(_ area: Rectangle) -> Int { (area.size.columns - gap) / 2 }

  private static func lines(_ group: Group) -> [Line] {
    [.heading(group.title)] + group.results.map { .result($0) }
  }
}

/// Where the parts of the result menu stand in the body of the screen.
struct MenuLayout: Hashable {
  let heading: Rectangle
  let contacts: Rectangle
  let results: Rectangle
  /// The account below, where there is room.
  let account: Rectangle
  /// Nil where there is no room for a pane beside.
  let pane: Rectangle?

  /// `lines` are those of the results.
  init(_ body: Rectangle, contacts count: Int, lines: Int) {
    let width = CallLayout.width(body.size)
    let left = body.origin.column
    pane = CallPane.area(beside: width, in: body)
    heading = Rectangle(column: left, row: body.origin.row, columns: width, rows: 1)
    let mostContacts = body.size.rows > 30 ? 9 : 3
    contacts = Rectangle(
      column: left + 1, row: body.origin.row + 1, columns: width - 2,
      rows: min(max(count, 1), mostContacts))
    let top = contacts.rows.upperBound + 1
    let rows = min(lines, max(body.rows.upperBound - top, 0))
    results = Rectangle(column: left + 1, row: top, columns: width - 2, rows: rows)
    let below = results.rows.upperBound + 1
    account = Rectangle(
      column: left + 1, row: below, columns: width - 2, rows: max(body.rows.upperBound - below, 0))
  }
}
