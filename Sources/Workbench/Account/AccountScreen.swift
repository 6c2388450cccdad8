import Receivables
import TextScreen

/// One account: what it owes and why, what was said and paid, what it promised, how it pays, whom to call.
struct AccountScreen: Screen {
  var picture: AccountPicture
  var section = AccountSection.invoices
  /// The invoices that the next call is about.
  var tagged: Set<DocumentID> = []
  var invoices = ListWindow()
  var story = ListWindow()
  var promises = ListWindow()
  var people = ListWindow()
  private(set) var widths: InvoiceWidths
  /// The story's lines, made anew when the account or the width changes.
  private var layout: TimelineLayout?

  let scope = Scope.account

  let keyBar: [Command] = [
    .back, .logCall, .nextAccount, .previousAccount, .nextSection, .tagInvoice, .note, .snooze, .undo,
    .palette,
  ]

  init(_ picture: AccountPicture, _ sitting: Sitting) {
    self.picture = picture
    widths = InvoiceWidths(picture.invoices)
    fit(sitting)
  }

  var account: AccountID { picture.file.customer.id }

  func title(_ sitting: Sitting) -> String {
    let list = sitting.list
    let place = list.selected == account ? "\(list.rank + 1) of \(list.total) · " : ""
    return place + picture.file.customer.title
  }

  mutating func perform(_ command: Command, _ sitting: inout Sitting) -> Turn {
    fit(sitting)
    return carryOut(command, &sitting)
  }

  mutating func receive(_ event: Event, _ sitting: inout Sitting) -> Turn {
    switch event {
    case .account(let file), .recorded(_, let file), .stale(_, let file):
      if file.customer.id == account { take(file, sitting) }
    case .changedElsewhere: return .effects(.loadAccount(account))
    case .input(.resize): fit(sitting)
    default: break
    }
    return .none
  }

  mutating func point(_ event: InputEvent, in body: Rectangle, _ sitting: inout Sitting) -> Turn {
    fit(sitting)
    let areas = AccountAreas(body, top: AccountTop(picture, sitting))
    switch event {
    case .wheel(let rows, _): move { $0.move(by: rows) }
    case .click(let position) where areas.tabs.contains(position):
      if let section = AccountTabs(picture, section).section(at: position.column) { self.section = section }
    case .click(let position) where areas.list.contains(position):
      move { window in
        if let row = window.row(at: position.row - areas.list.origin.row) { window.select(row) }
      }
    default: break
    }
    return .none
  }

  /// Lets the window of the section that shows change.
  mutating func move(_ change: (inout ListWindow) -> Void) {
    switch section {
    case .invoices: change(&invoices)
    case .timeline: change(&story)
    case .promises: change(&promises)
    case .people: change(&people)
    }
  }

  /// Takes the lengths and heights of the moment, so that a move stays inside.
  mutating func fit(_ sitting: Sitting) {
    let areas = AccountAreas(sitting.body, top: AccountTop(picture, sitting))
    let height = areas.list.size.rows
    invoices.fit(count: picture.invoices.count, height: height)
    promises.fit(count: PromiseRow.rows(picture).count, height: height)
    let width = areas.list.size.columns
    let layout = storyLayout(width: width, sitting)
    self.layout = layout
    story.fit(count: layout.lines, height: height + 1)
    people.fit(count: PeopleText(picture, sitting).lines.count, height: height + 1)
  }

  /// The lines of the story in that width.
  func storyLayout(width: Int, _ sitting: Sitting) -> TimelineLayout {
    if let layout, layout.width == width { return layout }
    return TimelineLayout(picture, width: width, sitting.policy)
  }

  private mutating func take(_ file: AccountFile, _ sitting: Sitting) {
    guard let fresh = try? AccountPicture(of: file, policy: sitting.policy, asOf: sitting.today) else {
      return
    }
    picture = fresh
    widths = InvoiceWidths(fresh.invoices)
    layout = nil
    tagged.formIntersection(fresh.invoices.map(\.invoice.id))
    fit(sitting)
  }
}
