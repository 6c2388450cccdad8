import Receivables

/// A small form about an account: what it asks, and the journal entry that the answers make. To add one is a file
/// beside this one, a line in `Inquiries.all` and a case of `Command`.
protocol Inquiry: Sendable {
  /// What it is called in drafts; never changed, so that older drafts are found again.
  var name: DraftName { get }

  /// What its entry is, in the offer to take up a draft: `"snooze"`.
  var noun: String { get }

  /// What the form does with the account, above it: `"Put off"`.
  var title: String { get }

  /// The command that opens it, with its keys and when it cannot be done.
  var row: CommandRow { get }

  /// What is asked. Throws what to say when there is nothing to ask.
  func fields(_ subject: Subject) throws(FormProblem) -> [FormField]

  /// What stands in it at first, by what the cursor or a tag stands on.
  func start(_ aim: Aim) -> FormTexts

  /// What its fields hold when an entry says this; nil for an entry that it does not make.
  func texts(_ said: EntryBody, _ policy: Policy) -> FormTexts?

  /// What the entry says, or what is missing.
  func body(_ answers: FormAnswers) throws(FormProblem) -> EntryBody

  /// Rows kept free below the fields for what will come of it; 0 for a form that has nothing to say about that.
  var outlookRows: Int { get }

  /// What will come of it, or what is missing, in sentences below the fields.
  func outlook(_ answers: FormAnswers) -> [String]
}

extension Inquiry {
  var outlookRows: Int { 0 }

  func start(_ aim: Aim) -> FormTexts { [:] }

  func texts(_ said: EntryBody, _ policy: Policy) -> FormTexts? { nil }

  func outlook(_ answers: FormAnswers) -> [String] { [] }
}

/// What a small form is about.
struct Subject: Sendable {
  let picture: AccountPicture
  let sitting: Sitting
  /// What the cursor stands on, to be offered first.
  var selected: MatterID?
}

/// The small forms. Commands, help, offers of drafts and both screens go by this list.
enum Inquiries {
  /// In the order in which help shows them.
  static let all: [any Inquiry] = [
    LineInquiry(), SnoozeInquiry(), NoteInquiry(), DisputeInquiry(), EscalationInquiry(),
    WithdrawalInquiry(), HoldInquiry(),
    PersonInquiry(), PaymentRunInquiry(), RelationInquiry(),
  ]

  /// The one whose drafts have that name.
  static func named(_ name: DraftName) -> (any Inquiry)? { all.first { $0.name == name } }

  /// Lays the one over the screen in which an entry was made, to correct it. Throws what to say when there is none.
  static func opening(_ correcting: Correcting, _ sitting: inout Sitting) throws(PictureProblem) -> Turn {
    for inquiry in all {
      guard let texts = inquiry.texts(correcting.entry.said, sitting.policy) else { continue }
      return try EntryForm.opening(inquiry, correcting: correcting, texts, &sitting)
    }
    throw PictureProblem(
      sentence:
        "Calls, comments, snoozes and holds can be corrected. Take this back, or write what is right after it."
    )
  }

  /// The one that a command opens.
  static func opened(by command: Command) -> (any Inquiry)? { byCommand[command] }

  private static let byCommand = Dictionary(
    all.map { ($0.row.id, $0) }, uniquingKeysWith: { first, _ in first })
}
