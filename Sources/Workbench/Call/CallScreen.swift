import Receivables
import TextScreen

/// Logs one call: first what came of it, then what that result asks, then save and on to the next account.
struct CallScreen: Screen {
  private(set) var picture: AccountPicture
  var tagged: [DocumentID]
  /// Made once, so that a retry is recorded once.
  private(set) var action: ActionID
  var started: Instant
  var menu: ResultMenu
  /// Nil while the result is being chosen.
  var form: CallForm?
  /// The form that was left for another result, with what was typed into it.
  var held: CallForm?
  /// Who is called, when that is not the usual contact. The form takes it over.
  var callee: ContactChoice?
  /// What was sent to be saved and is not answered yet.
  var sent: NewEntry?
  /// The fields of the draft that is kept outside.
  var keptDraft: [String: String]?

  /// A form on an account: empty, or as `draft` or the account's last unsaved call left it, with its own tags.
  init(picture: AccountPicture, tagged: [DocumentID], draft: CallDraft?, _ sitting: inout Sitting) {
    self.picture = picture
    self.tagged = tagged
    menu = ResultMenu(sitting.policy)
    started = sitting.moment.now
    guard let draft = draft ?? sitting.draft(.call, on: picture.file.customer.id) else {
      action = sitting.newAction()
      return
    }
    action = draft.action
    keptDraft = draft.fields
    restore(draft.fields, sitting.policy)
    settle(sitting)
  }

  var scope: Scope { form == nil ? .callMenu : .call }

  var isTyping: Bool { true }

  var keyBar: [Command] {
    let discard: [Command] = isTyped ? [.discard] : []
    if form != nil { return [.save, .nextField, .pick, .back] + discard + [.previousField] }
    return (menu.selected == nil ? [] : [.take]) + [.pick, .back] + discard
  }

  func title(_ sitting: Sitting) -> String {
    "Call \(picture.file.customer.title)"
  }

  /// The texts read against the account as it is known now.
  func reading(_ form: CallForm, _ sitting: Sitting) -> CallReading {
    CallReading(
      picture: picture, tagged: tagged, policy: sitting.policy, today: sitting.today, result: form.result,
      texts: form.told)
  }

  /// Goes on from the account as it is now.
  mutating func rebase(on picture: AccountPicture, _ sitting: Sitting) {
    self.picture = picture
    settle(sitting)
  }

  /// Brings the lines of the form in agreement with what its texts mean now.
  mutating func settle(_ sitting: Sitting) {
    guard var settled = form else { return }
    settled.ask(whyLate: reading(settled, sitting).isLate)
    form = settled
  }

  /// Begins the next call on the same account.
  mutating func startAgain(on picture: AccountPicture, _ sitting: inout Sitting) {
    sitting.drafts.removeAll { $0.action == action }
    self = CallScreen(picture: picture, tagged: tagged, draft: nil, &sitting)
  }
}
