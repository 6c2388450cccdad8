import Receivables
import TextScreen

/// Logs one call: first what came of it, then what that result asks, then save and on to the next account.
struct CallScreen: Screen {
  private(set) var picture: AccountPicture
  private(set) var tagged: [DocumentID]
  /// Made once, so that a retry is recorded once.
  private(set) var action: ActionID
  private(set) var started: Instant
  var menu: ResultMenu
  /// Nil while the result is being chosen.
  var form: CallForm?
  /// Who is called, when that is not the usual contact. The form takes it over.
  var callee: ContactChoice?
  /// What was sent to be saved and is not answered yet.
  var sent: NewEntry?
  /// The fields of the draft that is kept outside.
  var keptDraft: [String: String]?

  /// A form on an account, empty or as a draft left it. A draft's own tags replace `tagged`.
  init(picture: AccountPicture, tagged: [DocumentID], draft: CallDraft?, _ sitting: inout Sitting) {
    self.picture = picture
    self.tagged = tagged
    menu = ResultMenu(sitting.policy)
    started = sitting.moment.now
    guard let draft else {
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
    form == nil ? [.open, .pick, .back] : [.save, .nextField, .previousField, .pick, .back]
  }

  func title(_ sitting: Sitting) -> String {
    "Call  \(picture.file.customer.number)  \(picture.file.customer.name)"
  }

  /// The texts read against the account as it is known now.
  func reading(_ form: CallForm, _ sitting: Sitting) -> CallReading {
    CallReading(
      picture: picture, tagged: tagged, policy: sitting.policy, today: sitting.today, result: form.result,
      texts: form.typed)
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
    self = CallScreen(picture: picture, tagged: tagged, draft: nil, &sitting)
  }
}

extension CallScreen {
  private mutating func restore(_ fields: [String: String], _ policy: Policy) {
    if let milliseconds = fields[DraftName.started].flatMap({ Int64($0) }) {
      started = Instant(milliseconds: milliseconds)
    }
    if let ids = fields[DraftName.tagged] {
      tagged = ids.split(separator: " ").compactMap { Int64($0) }.map { DocumentID(rawValue: $0) }
    }
    guard let result = fields[DraftName.result].flatMap({ policy.result($0) }) else { return }
    var form = CallForm(result)
    for (name, text) in fields {
      if let field = FormField(rawValue: name) { form.set(field, to: text) }
    }
    self.form = form
  }

  /// The form as it is kept outside; nil when nothing was typed.
  func draft(_ sitting: Sitting) -> CallDraft? {
    guard let form, !form.typed.isEmpty else { return nil }
    var fields: [String: String] = [:]
    for (field, text) in form.typed { fields[field.rawValue] = text }
    fields[DraftName.result] = form.result.code
    fields[DraftName.started] = String(started.milliseconds)
    if !tagged.isEmpty {
      fields[DraftName.tagged] = tagged.map { String($0.rawValue) }.joined(separator: " ")
    }
    return CallDraft(
      action: action, account: picture.file.customer.id, basedOn: picture.file.version,
      collector: sitting.collector, fields: fields)
  }

  /// What to run so that nothing typed is lost: nothing when the draft outside is up to date.
  mutating func keepDraft(_ sitting: Sitting) -> [Effect] {
    guard let draft = draft(sitting), draft.fields != keptDraft else { return [] }
    keptDraft = draft.fields
    return [.saveDraft(draft)]
  }

  /// What to run so that no draft is offered again.
  mutating func forgetDraft() -> [Effect] {
    guard keptDraft != nil else { return [] }
    keptDraft = nil
    return [.discardDraft(action)]
  }

  /// What a draft holds besides the fields of the form.
  private enum DraftName {
    static let result = "result"
    static let started = "started"
    static let tagged = "tagged"
  }
}
