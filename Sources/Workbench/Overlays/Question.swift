import Receivables
import TextScreen

/// Something to decide before anything happens.
struct Question: Overlay {
  /// One way to decide.
  struct Answer: Sendable {
    /// The letter that gives it.
    var key: Character
    /// What it means: `"take it back"`.
    var title: String
    /// What then happens.
    var turn: OverlayTurn

    init(_ key: Character, _ title: String, _ turn: Turn = .none) {
      self.init(key, title, .turn(turn))
    }

    init(_ key: Character, _ title: String, _ turn: OverlayTurn) {
      self.key = key
      self.title = title
      self.turn = turn
    }
  }

  private let title: String
  private let text: String
  private let answers: [Answer]
  private var focus = 0

  /// Choosing gives the answer that has the focus, at first the first, or the last when the first throws something away;
  /// going back gives the last.
  init(_ title: String, _ text: String, answers: [Answer], throwsAway: Bool = false) {
    self.title = title
    self.text = text
    self.answers = answers
    focus = throwsAway ? answers.count - 1 : 0
  }

  mutating func type(_ key: Key, _ sitting: inout Sitting) -> OverlayTurn {
    switch sitting.commands.command(for: key, in: .question) {
    case .back, .leave: return give(answers.count - 1)
    case .choose: return give(focus)
    case .nextValue, .down: focus = (focus + 1) % answers.count
    case .previousValue, .up: focus = (focus + answers.count - 1) % answers.count
    default:
      if let chosen = answers.firstIndex(where: { key == .character($0.key) }) { return give(chosen) }
    }
    return .stay
  }

  mutating func point(_ event: InputEvent, _ sitting: inout Sitting) -> OverlayTurn {
    guard case .click(let position) = event else { return .stay }
    let inside = box(sitting.size).inside
    let row = position.row - inside.origin.row - lines(inside).count - 1
    return inside.contains(position) && answers.indices.contains(row) ? give(row) : .stay
  }

  func draw(into frame: inout Frame, _ sitting: Sitting) {
    let box = box(frame.size)
    frame.putBox(box, title: title)
    let inside = box.inside
    var row = inside.origin.row
    for line in lines(inside) {
      frame.put(
        line, at: Position(column: inside.origin.column, row: row), width: inside.size.columns, role: .overlay
      )
      row += 1
    }
    for (index, answer) in answers.enumerated() {
      row += 1
      let position = Position(column: inside.origin.column, row: row)
      let isFocus = index == focus
      frame.put(
        "\(isFocus ? ">" : " ") \(answer.key)  \(answer.title)", at: position, width: inside.size.columns,
        role: isFocus ? .selected : .overlay)
      if isFocus { frame.cursor = position }
    }
  }

  private func give(_ index: Int) -> OverlayTurn { answers[index].turn }

  private func lines(_ inside: Rectangle) -> [String] {
    Array(Wrapping.lines(of: text, width: inside.size.columns).prefix(8))
  }

  private func box(_ size: Size) -> Rectangle {
    let columns = min(70, size.columns)
    let text = min(Wrapping.lines(of: text, width: columns - 4).count, 8)
    return .centred(Size(columns: columns, rows: text + answers.count + 3), in: size)
  }
}

/// The questions that the desk asks.
extension Question {
  /// Whether an entry is to be taken back; it names the entry.
  static func undo(_ entry: JournalEntry, in file: AccountFile, _ sitting: inout Sitting) -> Question {
    let line = entry.body.line(policy: sitting.policy, seen: sitting.today)
    let account = file.customer.title
    let note = entry.body.freeText
    let reversal = NewEntry(
      action: sitting.newAction(), account: file.customer.id, day: sitting.today,
      collector: sitting.collector,
      body: EntryBody(Reversal(of: entry.number, reason: "taken back by \(sitting.collector)")))
    return Question(
      "Take back your last entry?",
      "\(account), \(entry.day.long) \(sitting.moment.clock(entry.recorded)): \(line)."
        + (note.isEmpty ? "" : " “\(note.shortened(to: 200))”")
        + " It stays readable, marked as taken back."
        + (entry.body.isCorrection ? " What it corrects counts again." : ""),
      answers: [
        Answer("y", "take it back", Turn.effects(.write(.record(reversal, basedOn: file.version)))),
        Answer("n", "leave it as it is"),
      ])
  }

  /// Whether to take up what was typed and not saved, one after the other; nil when there is none.
  static func offer(_ drafts: ArraySlice<OfferedDraft>) -> Question? {
    guard let first = drafts.first else { return nil }
    let next = Turn(move: offer(drafts.dropFirst()).map { .overlay($0) })
    var discard = next
    discard.effects = [.write(.discardDraft(first.draft.action))]
    let more = drafts.count > 1 ? " \(drafts.count - 1) more will be offered after it." : ""
    let inquiry = Inquiries.named(first.draft.form)
    let isCall = first.draft.form == .call
    let corrected = isCall || inquiry != nil ? first.draft.corrects : nil
    let opening: Opening? =
      corrected.map { .correct($0, isCall ? first.draft : nil) }
      ?? (isCall ? .call(first.draft) : inquiry.map { .ask($0, on: nil) })
    let form = isCall ? "call" : inquiry?.noun ?? "form of a later version"
    let what = corrected == nil ? form : "correction of a \(form)"
    // What this version cannot show is not thrown away from here either.
    let answers = opening.map { opening in
      [
        Answer("t", "take it up", Turn.move(.open(first.draft.account, opening))),
        Answer("d", "discard it", discard),
      ]
    }
    return Question(
      "Unsaved \(what)",
      "A \(what) for \(first.account.shortened(to: 80)) was typed by \(first.draft.collector) and not saved.\(more)",
      answers: (answers ?? []) + [Answer("k", "keep it for later", next)])
  }
}
