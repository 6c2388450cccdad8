import Receivables
import TextScreen

/// A list to pick one value from; typing narrows it.
struct PickOverlay: Overlay {
  private let title: String
  private let values: [Chosen]
  /// Why a line cannot be chosen to any effect, line by line.
  private let reasons: [String?]
  /// More about each line, whole.
  private let details: [String]
  private let width: Int
  private var list: PickList
  /// What a text stands for that no line has; nil where only lines can be chosen.
  private var typed: (@Sendable (String) -> Chosen)?
  /// What is said of a text that no line has: what becomes of it.
  private var typedSaid = "logs it as a call"
  /// What becomes of a text that is left, where it is worth keeping.
  private var left: (@Sendable (String) -> Chosen?)?

  /// A list of at most `height` rows whose cursor stands on the choice `selected`, if there is one of that value.
  init(_ title: String, _ choices: [Choice<Chosen>], selected: Chosen? = nil, height: Int = 14) {
    self.title = title
    values = choices.map(\.value)
    reasons = choices.map(\.reason)
    details = choices.map(\.detail)
    let titleWidth = min(choices.map { DisplayWidth.of($0.title) }.max() ?? 0, 40)
    let items = choices.map { $0.line(titleWidth: titleWidth) }
    width = max(items.map { DisplayWidth.of($0) }.max() ?? 0, DisplayWidth.of(title) + 4, 30)
    list = PickList(
      items, aliases: choices.map(\.alias), selected: values.firstIndex { $0 == selected } ?? 0,
      height: max(min(choices.count, height), 1))
  }

  mutating func type(_ key: Key, _ sitting: inout Sitting) -> OverlayTurn {
    switch sitting.commands.command(for: key, in: .list) {
    case .back, .leave: return close()
    case .choose: return pick()
    default:
      _ = list.handle(key)
      return .stay
    }
  }

  mutating func paste(_ text: String, _ sitting: inout Sitting) -> OverlayTurn {
    for character in text where !character.isNewline { _ = list.handle(.character(character)) }
    return .stay
  }

  mutating func point(_ event: InputEvent, _ sitting: inout Sitting) -> OverlayTurn {
    switch event {
    case .wheel(let rows, _):
      for _ in 0..<abs(rows) { _ = list.handle(rows > 0 ? .down : .up) }
      return .stay
    case .click(let position):
      let inside = box(sitting.size).inside
      guard inside.contains(position) else { return close() }
      return list.click(at: position.row - inside.origin.row - 1) ? pick() : .stay
    default: return .stay
    }
  }

  func draw(into frame: inout Frame, _ sitting: Sitting) {
    let box = box(frame.size)
    frame.put(list, in: box, title: title)
    drawReasons(into: &frame, box)
    guard list.matches.isEmpty else { return }
    let below = Position(column: box.inside.origin.column, row: box.inside.origin.row + 1)
    let said =
      typed == nil ? "nothing matches" : "\(sitting.commands.name(of: .choose, in: .list)) \(typedSaid)"
    frame.put(said, at: below, width: box.inside.size.columns, role: .overlay)
  }

  /// Dims what cannot be done now, and says in the lower border why the line under the cursor cannot, else what of it has
  /// no room.
  private func drawReasons(into frame: inout Frame, _ box: Rectangle) {
    let inside = box.inside
    for (offset, row) in list.window.visible.prefix(max(inside.size.rows - 1, 0)).enumerated() {
      let index = list.matches[row]
      let isSelected = row == list.window.selected
      let isCut = isSelected && DisplayWidth.of(list.items[index]) + 2 > inside.size.columns
      guard let said = reasons[index] ?? (isCut ? details[index] : nil) else { continue }
      guard isSelected else {
        let place = Position(column: inside.origin.column, row: inside.origin.row + 1 + offset)
        frame.put("  " + list.items[index], at: place, width: inside.size.columns, role: .dim)
        continue
      }
      let border = Position(column: inside.origin.column, row: box.rows.upperBound - 1)
      let width = min(DisplayWidth.of(said) + 2, inside.size.columns)
      frame.put(" \(said) ", at: border, width: width, role: .overlay)
    }
  }

  private func box(_ size: Size) -> Rectangle {
    .centred(Size(columns: width + 6, rows: list.window.height + 3), in: size)
  }

  mutating func receive(_ event: Event, _ sitting: inout Sitting) -> OverlayTurn {
    switch event {
    case .input(.hangUp): close()
    case .rested: left?(list.filter.text).map { .keep($0) } ?? .stay
    default: .stay
    }
  }

  private func close() -> OverlayTurn { left?(list.filter.text).map { .chosen($0) } ?? .close }

  private func pick() -> OverlayTurn {
    guard let selected = list.selected else {
      return typed.map { .chosen($0(list.filter.text)) } ?? .stay
    }
    return .chosen(values[selected])
  }
}

/// One line of what can be chosen from.
struct Choice<Value: Hashable & Sendable>: Hashable, Sendable {
  /// What it stands for.
  var value: Value
  /// What a person reads.
  var title: String
  /// More about it, in a second column.
  var detail: String
  /// By what it is found besides.
  var alias: String
  /// Why it cannot be done now; nil when it can.
  var reason: String?

  init(_ value: Value, _ title: String, detail: String = "", alias: String = "", reason: String? = nil) {
    self.value = value
    self.title = title
    self.detail = detail
    self.alias = alias
    self.reason = reason
  }

  /// Title and detail with the details of all lines below each other.
  func line(titleWidth: Int) -> String {
    guard !detail.isEmpty else { return title }
    return title.padded(to: titleWidth) + "  " + detail
  }
}

/// The pick lists that the desk itself opens.
extension PickOverlay {
  /// What every key does here; choosing it does it. What cannot be done now says why below the list. A legend of the
  /// screen follows.
  static func help(in situation: Situation, legend: [Choice<Chosen>] = []) -> PickOverlay {
    let commands = situation.commands
    let choices = commands.rows(in: situation.scope).map { row in
      Choice(
        Chosen.desk(.command(row.id)), row.keys(in: situation.scope).map(\.name).joined(separator: " "),
        detail: row.sentence, alias: row.title, reason: row.unavailable?(situation))
    }
    let (choose, back) = (commands.name(of: .choose, in: .list), commands.name(of: .back, in: .list))
    return PickOverlay(
      "Help: type to search, \(choose) runs, \(back) closes", choices + legend, height: 16)
  }

  /// Every command that means something here by its name, with its key, or with why it cannot be done now.
  static func palette(in situation: Situation, _ policy: Policy) -> PickOverlay {
    let choices = situation.commands.rows(in: situation.scope).map { row in
      let key = row.keys(in: situation.scope).first?.name ?? ""
      let reason = row.unavailable?(situation)
      return Choice(
        Chosen.desk(.command(row.id)), row.title, detail: reason.map { "\(key)  \($0)" } ?? key,
        alias: row.sentence,
        reason: reason)
    }
    var palette = PickOverlay("Commands, or a call such as pp 1200 fri", choices)
    guard situation.account != nil else { return palette }
    palette.typed = { .desk(.line($0)) }
    palette.left = { text in
      CallSentence.isBegun(text, policy) ? .desk(.leftLine(text)) : nil
    }
    return palette
  }

  /// Lets a text be chosen that no line has; `said` is what becomes of it.
  mutating func takeTyped(_ said: String, _ chosen: @escaping @Sendable (String) -> Chosen) {
    (typedSaid, typed) = (said, chosen)
  }

  /// Files that can be imported, or the path of another one.
  static func exports(_ offers: [ExportOffer], typed: String) -> PickOverlay {
    var offers = offers
    if !typed.isEmpty, !offers.contains(where: { $0.path == typed }) {
      offers.insert(ExportOffer(path: typed, detail: "looked at last"), at: 0)
    }
    var overlay = PickOverlay(
      "Import: choose a file, or type its path",
      offers.map { Choice(.desk(.importFile($0.path)), $0.path, detail: $0.detail) },
      selected: .desk(.importFile(typed)))
    overlay.takeTyped("looks at that file") { .desk(.importFile($0)) }
    overlay.left = { $0.trimmed.isEmpty ? nil : .desk(.leftPath($0)) }
    return overlay
  }

  static var themes: PickOverlay {
    PickOverlay("Colours", Theme.all.map { Choice(.desk(.theme($0.name)), $0.name) })
  }

  /// The views with how many accounts each lists and what is to be collected of them, or what the matters come to for which
  /// it lists them.
  static func views(_ sitting: Sitting) -> PickOverlay {
    let query = sitting.list.query
    let sums = WorklistView.allCases.map { view in
      sitting.tallies.flatMap { tallies -> (accounts: Int, amounts: [Money])? in
        guard tallies.holds(view, for: query.collector) else { return nil }
        let tally = tallies.tally(of: view, for: query.collector)
        let standing = tally.standing(in: view)
        return (standing.accounts, (tally.matters(in: view) ?? standing).largest(sitting.policy))
      }
    }
    func words(_ view: WorklistView, _ amounts: String) -> String {
      amounts.isEmpty ? "" : amounts + (view.matterWord.map { " \($0)" } ?? "")
    }
    // Exact or rounded in all lines, so that they can be compared.
    let isExact = zip(WorklistView.allCases, sums).allSatisfy { view, sum in
      words(view, sum?.amounts.exact ?? "").count <= 44
    }
    let widest = sums.map { String($0?.accounts ?? 0).count }.max() ?? 0
    let choices = zip(WorklistView.allCases, sums).map { view, sum in
      guard let sum else { return Choice(Chosen.desk(.view(view)), view.title) }
      let count = String(sum.accounts)
      let detail = String(repeating: " ", count: widest - count.count) + count
      return Choice(
        Chosen.desk(.view(view)), view.title,
        detail: "\(detail)  \(words(view, isExact ? sum.amounts.exact : sum.amounts.rough))")
    }
    return PickOverlay("View", choices, selected: .desk(.view(query.view)), height: 16)
  }

  static func orders(selected: WorklistOrder) -> PickOverlay {
    PickOverlay(
      "Sort by", WorklistOrder.allCases.map { Choice(.desk(.order($0)), $0.title) },
      selected: .desk(.order(selected)))
  }
}
