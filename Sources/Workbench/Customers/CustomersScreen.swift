import Receivables
import TextScreen

/// Pairs of customers that may be one, beside what is known of each: one key says what they are.
struct CustomersScreen: Screen {
  /// A pair, and what was said of it here.
  struct Line {
    var pair: SimilarPair
    var said: CustomerRelation.Kind?
    var entry: EntryNumber?
  }

  private(set) var lines: [Line]
  private(set) var window: ListWindow
  /// The accounts that were read, by the row that the books have for each.
  private(set) var files: [AccountID: AccountFile] = [:]
  /// What was asked to be said, and of which line: recorded as soon as its account is here.
  private var wish: (line: Int, kind: CustomerRelation.Kind)?
  private var recording: (line: Int, kind: CustomerRelation.Kind, action: ActionID)?
  private var asked: [AccountID] = []

  let scope = Scope.customers
  let keyBar: [Command] = [.merge, .joinBranch, .joinGroup, .different, .swap, .undo, .back]

  init(_ pairs: [SimilarPair], _ sitting: Sitting) {
    lines = pairs.map { Line(pair: $0) }
    window = ListWindow(count: pairs.count, height: CustomersAreas(sitting.body).list.size.rows)
  }

  var selected: Line? { lines.indices.contains(window.selected) ? lines[window.selected] : nil }

  func situation(_ sitting: Sitting) -> Situation {
    var situation = Situation(scope, sitting)
    situation.notRelatable =
      selected.map { $0.said == nil ? nil : "This pair was answered already." } ?? "There is no pair left."
    return situation
  }

  func title(_ sitting: Sitting, room: Int) -> String {
    "Perhaps the same customer · \(lines.count { $0.said != nil })/\(lines.count) answered"
  }
}

// MARK: Keys

extension CustomersScreen {
  mutating func perform(_ command: Command, _ sitting: inout Sitting) -> Turn {
    if window.follow(command) { return look() }
    switch command {
    case .merge: return say(.same, &sitting)
    case .joinBranch: return say(.branch, &sitting)
    case .joinGroup: return say(.group, &sitting)
    case .different: return say(.different, &sitting)
    case .swap: lines[window.selected].pair = lines[window.selected].pair.swapped
    case .back, .leave: return .move(.pop)
    default: break
    }
    return .none
  }

  /// Reads the accounts of what is selected, unless they are here.
  private mutating func look() -> Turn {
    guard let pair = selected?.pair else { return .none }
    asked = [pair.headID, pair.otherID].filter { files[$0] == nil }
    return asked.first.map { .effects(.read(.account($0))) } ?? .none
  }

  private mutating func say(_ kind: CustomerRelation.Kind, _ sitting: inout Sitting) -> Turn {
    guard recording == nil, let line = selected else { return .none }
    guard let head = files[line.pair.headID] else {
      wish = (window.selected, kind)
      return look()
    }
    let entry = NewEntry(
      action: sitting.newAction(), account: head.customer.id, day: sitting.today,
      collector: sitting.collector,
      body: EntryBody(CustomerRelation(kind, of: line.pair.head, to: line.pair.other)))
    recording = (window.selected, kind, entry.action)
    return .effects(.write(.record(entry, basedOn: head.version)))
  }
}

// MARK: What comes

extension CustomersScreen {
  /// What is said of a part is said of the whole, once.
  private mutating func join(_ joined: SimilarPair) {
    var known = Set(lines.filter { $0.said != nil }.map { $0.pair.ids })
    lines = lines.compactMap { line in
      guard line.said == nil else { return line }
      var line = line
      line.pair.replace(joined.otherID, by: joined.headID, joined.head)
      let isNew = line.pair.headID != line.pair.otherID && known.insert(line.pair.ids).inserted
      return isNew ? line : nil
    }
    window.fit(count: lines.count, height: window.height)
  }

  mutating func resume(_ sitting: inout Sitting) -> Turn { look() }

  mutating func receive(_ event: Event, _ sitting: inout Sitting) -> Turn {
    switch event {
    case .input(.resize):
      window.fit(count: lines.count, height: CustomersAreas(sitting.body).list.size.rows)
    case .account(let file):
      // Of one that is worked with another, the other one comes.
      guard let account = asked.first else { return .none }
      asked.removeFirst()
      if files.count > 50 { files = [:] }
      files[account] = file
      if let next = asked.first { return .effects(.read(.account(next))) }
      if let wish {
        self.wish = nil
        guard wish.line == window.selected else { return .none }
        return say(wish.kind, &sitting)
      }
    case .recorded(let entry, _):
      files = [:]
      if let undone = entry.body.first(Reversal.self)?.entry {
        for place in lines.indices where lines[place].entry == undone {
          (lines[place].said, lines[place].entry) = (nil, nil)
        }
      }
      if let done = recording, done.action == entry.action {
        recording = nil
        (lines[done.line].said, lines[done.line].entry) = (done.kind, entry.number)
        if done.kind.isTogether { join(lines[done.line].pair) }
        let left = lines.indices.filter { lines[$0].said == nil }
        if let next = left.first(where: { $0 > window.selected }) ?? left.first { window.select(next) }
      }
      return look()
    case .stale, .notRecorded:
      (recording, wish, files) = (nil, nil, [:])
      return look()
    case .changedElsewhere, .began, .adopted:
      files = [:]
      return look()
    default: break
    }
    return .none
  }

  mutating func point(_ event: InputEvent, in body: Rectangle, _ sitting: inout Sitting) -> Turn {
    let list = CustomersAreas(body).list
    switch event {
    case .wheel(let rows, _): window.scroll(by: rows)
    case .click(let position):
      guard list.contains(position), let row = window.row(at: position.row - list.origin.row) else {
        return .none
      }
      window.select(row)
    default: return .none
    }
    return look()
  }
}

extension SimilarPair {
  /// Both, whichever goes on.
  fileprivate var ids: Set<AccountID> { [headID, otherID] }

  fileprivate mutating func replace(_ id: AccountID, by other: AccountID, _ name: AccountName) {
    if headID == id { (headID, head) = (other, name) }
    if otherID == id { (otherID, self.other) = (other, name) }
  }
}
