import Receivables
import TextScreen

/// One screen as a value. It sees commands, text and answers; it draws itself; it does nothing else.
protocol Screen: Sendable {
  /// Which keys mean something here.
  var scope: Scope { get }

  /// The commands that the key bar shows, most useful first. The desk puts help before them.
  var keyBar: [Command] { get }

  /// What the command table has to know to say which commands cannot be done now.
  func situation(_ sitting: Sitting) -> Situation

  /// What a small form opened here is about; nil when there is no account.
  func aim(_ sitting: Sitting) -> Aim?

  /// What the first row says between the book's name and the collector, in `room` cells: view, filter, counts, account.
  func title(_ sitting: Sitting, room: Int) -> String

  /// A command of its scope that can be done and that the desk does not carry out itself. `back` and `leave`
  /// come here, so that a screen can keep what was typed; it answers them with `.pop`.
  mutating func perform(_ command: Command, _ sitting: inout Sitting) -> Turn

  /// A key that is text or is not bound.
  mutating func type(_ key: Key, _ sitting: inout Sitting) -> Turn

  /// Text that was pasted where the scope holds text.
  mutating func paste(_ text: String, _ sitting: inout Sitting) -> Turn

  /// What was chosen in an overlay for the form that is being filled in.
  mutating func chosen(_ choice: FormChoice, _ sitting: inout Sitting) -> Turn

  /// An answer, a passing of time, another size, or the line dropping: `.input(.hangUp)`. Every screen of the
  /// stack hears it.
  mutating func receive(_ event: Event, _ sitting: inout Sitting) -> Turn

  /// It is on top again after another screen was.
  mutating func resume(_ sitting: inout Sitting) -> Turn

  /// A click or a turn of the wheel in the body, in cells of the whole frame.
  mutating func point(_ event: InputEvent, in body: Rectangle, _ sitting: inout Sitting) -> Turn

  /// Makes ready for the case that this account is the next that shows. Nothing that shows changes.
  mutating func expect(_ picture: AccountPicture, _ sitting: Sitting)

  /// Whether it has drawn what the next key is likely to show.
  func isReady(_ sitting: Sitting) -> Bool

  /// Makes ready for the keys that are likely to come. Nothing that shows changes.
  mutating func makeReady(_ sitting: Sitting)

  /// A part of what it draws that may be painted a moment later while keys come fast; nil for none.
  func mayFollow(_ sitting: Sitting) -> Rectangle?

  /// Draws into `body`, rows 2 to the last but two, and sets the cursor on its focus. The desk draws the title
  /// row above, the key bar and the message line below.
  func draw(into frame: inout Frame, in body: Rectangle, _ sitting: Sitting)

  /// The list that it draws, where there is one; nil where it draws none.
  func shownList(_ sitting: Sitting) -> ShownList?

  /// Draws what a move changes over what it drew before, when it showed that list, and leaves what may follow; answers the
  /// rows that it drew. Only for screens of which something may.
  func drawMoved(into frame: inout Frame, in body: Rectangle, _ sitting: Sitting, from list: ShownList?)
    -> [Int]
}

extension Screen {
  func situation(_ sitting: Sitting) -> Situation { Situation(scope, sitting) }

  func aim(_ sitting: Sitting) -> Aim? { nil }

  mutating func type(_ key: Key, _ sitting: inout Sitting) -> Turn { .none }

  mutating func paste(_ text: String, _ sitting: inout Sitting) -> Turn { .none }

  mutating func chosen(_ choice: FormChoice, _ sitting: inout Sitting) -> Turn { .none }

  mutating func receive(_ event: Event, _ sitting: inout Sitting) -> Turn { .none }

  mutating func resume(_ sitting: inout Sitting) -> Turn { .none }

  mutating func expect(_ picture: AccountPicture, _ sitting: Sitting) {}

  func isReady(_ sitting: Sitting) -> Bool { true }

  mutating func makeReady(_ sitting: Sitting) {}

  func mayFollow(_ sitting: Sitting) -> Rectangle? { nil }

  func shownList(_ sitting: Sitting) -> ShownList? { nil }

  func drawMoved(into frame: inout Frame, in body: Rectangle, _ sitting: Sitting, from list: ShownList?)
    -> [Int]
  { [] }
}

/// What came of a step: effects to run, a move between screens, a message.
struct Turn: Sendable {
  /// How the stack of screens changes.
  enum Move: Sendable {
    /// Put a screen on top.
    case push(any Screen)
    /// Take the top one away; on the last one this does nothing.
    case pop
    /// Take the top one away and let the one below go to the next account, if this one is selected.
    case popToNext(after: AccountID)
    /// Lay something over the screen that takes the keys until it is done.
    case overlay(any Overlay)
    /// Look for accounts, with what was typed of it already.
    case search(String)
    /// Read an account, then do this with it.
    case open(AccountID, Opening)
  }

  var effects: [Effect] = []
  var move: Move?
  var message: Message?
  /// A command to run now, as if its key had been pressed.
  var run: Command?
  /// A command to run again as soon as the worklist that `effects` ask for is there.
  var again: Command?

  /// Whether an account is read for what comes next.
  var opens: Bool { if case .open = move { true } else { false } }

  static let none = Turn()

  static func effects(_ effects: Effect...) -> Turn { Turn(effects: effects) }

  static func message(_ text: String, _ kind: Message.Kind = .notice) -> Turn {
    Turn(message: Message(text: text, kind: kind))
  }

  /// Puts a text on the clipboard of the terminal, and says so.
  static func copying(_ text: String) -> Turn {
    Turn(effects: [.terminal(.copy(text))], message: Message(text: "Copied \(text)", kind: .notice))
  }

  static func move(_ move: Move, _ effects: Effect...) -> Turn { Turn(effects: effects, move: move) }
}

/// What a command of a screen is about: an account, and what the cursor stands on there.
struct Aim: Hashable, Sendable {
  var account: AccountID
  var matter: MatterID?
  /// Numbers of the invoices that are tagged there.
  var invoices: [String] = []
}

/// What is done with an account as soon as its rows are here.
enum Opening: Sendable {
  /// Show it, in the place of another account if one shows.
  case account
  /// Open the call log form, with a draft to take up.
  case call(CallDraft?)
  /// Ask for what makes an entry, in a small form, with what the cursor stands on offered first and what was typed
  /// already.
  case ask(any Inquiry, on: MatterID?, typed: FormTexts = [:])
  /// Show the form in which that entry was made, to correct it, with a draft to take up.
  case correct(EntryNumber, CallDraft?)
  /// Ask whether this entry is to be taken back.
  case undo(JournalEntry)
}

/// The last row of the screen.
struct Message: Hashable, Sendable {
  enum Kind: Hashable, Sendable {
    case notice
    case failure
  }

  var text: String
  var kind: Kind

  /// What was said.
  init(text: String, kind: Kind) {
    self.text = text
    self.kind = kind
  }

  /// That so many characters of what was typed or pasted did not fit into what is called `title`; nil for none.
  init?(_ title: String, leavingOut count: Int, limit: Int) {
    guard count > 0 else { return nil }
    let were = count == 1 ? "1 character was" : "\(count) characters were"
    self.init(text: "\(title) takes \(limit) characters at most: \(were) not taken.", kind: .failure)
  }

  /// Why a file is refused can take as many at 80 columns, and what to do stands at its end.
  private static let mostRows = 5

  /// Draws it into the last row; what is longer than that takes the rows above, at most five in all.
  func draw(into frame: inout Frame, lastRow: Int) {
    let width = frame.size.columns
    let lines = Wrapping.lines(of: text.shortened(to: width * Self.mostRows), width: width).prefix(
      Self.mostRows)
    for (offset, line) in lines.enumerated() {
      let position = Position(column: 0, row: lastRow - lines.count + 1 + offset)
      frame.put(line, at: position, width: width, role: kind == .failure ? .failure : .message)
    }
  }
}

/// The screens that lie on each other. There is always one.
struct ScreenStack: Sendable {
  private var screens: [any Screen]

  init(root: any Screen) { screens = [root] }

  /// The one that shows.
  var top: any Screen { screens[screens.count - 1] }

  /// From the root to the top.
  var indices: Range<Int> { screens.indices }

  mutating func push(_ screen: any Screen) { screens.append(screen) }

  mutating func replaceTop(by screen: any Screen) { screens[screens.count - 1] = screen }

  /// Takes the top one away, unless it is the last.
  mutating func pop() {
    if screens.count > 1 { screens.removeLast() }
  }

  /// Takes all but the root away.
  mutating func popToRoot() { screens.removeLast(screens.count - 1) }

  /// Lets the top screen take a step.
  mutating func onTop(_ sitting: inout Sitting, _ step: (inout any Screen, inout Sitting) -> Turn) -> Turn {
    step(&screens[screens.count - 1], &sitting)
  }

  /// Lets the top screen make ready for an account.
  mutating func expect(_ picture: AccountPicture, _ sitting: Sitting) {
    screens[screens.count - 1].expect(picture, sitting)
  }

  /// Lets the top screen make ready for the next key.
  mutating func makeReady(_ sitting: Sitting) { screens[screens.count - 1].makeReady(sitting) }

  /// Lets one screen take a step.
  mutating func on(
    _ index: Int, _ sitting: inout Sitting, _ step: (inout any Screen, inout Sitting) -> Turn
  ) -> Turn {
    step(&screens[index], &sitting)
  }
}
