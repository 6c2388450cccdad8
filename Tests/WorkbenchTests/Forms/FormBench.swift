import Receivables
import SampleEntries
import Testing
import TextScreen

@testable import Workbench

/// A small form opened on an account that has something for each of them: two promises, a dispute, and somebody to talk
/// to.
struct FormBench {
  var desk: DeskBench
  let inquiry: any Inquiry

  /// What is typed into or chosen in the fields of the small forms. A new field that is typed needs a sample here.
  static let samples: FormTexts = [
    "until": "fri", "reason": "their customer has not paid", "who": "Jane Doe", "comment": "ask Bob",
    "line": "ps 1000 ref:TR-1 jane",
    "dispute": "3.1", "state": "partly", "accepted": "100", "owner": "Bob Roe", "due": "fri",
    "cause": "wrong price", "note": "the old list", "invoices": "all", "by": "Ann Lee",
    "name": "Jane Roe", "role": "controller", "numbers": "+1 555 0142 mobile, not +1 555 0100",
    "email": "jane@acme.example", "language": "de", "zone": "Europe/Berlin", "hours": "9-17",
    "best": "mornings", "other": "1004", "kind": "same", "person": "Jane Doe", "run": "2nd thu",
    "cut_off": "2", "approval": "3",
  ]

  static let account = AccountID(rawValue: 3)

  static func file() throws -> AccountFile {
    var file = Book.account(3, "Acme Tools", [(-33, 500_000), (-20, 90_000), (-10, 30_000)])
    file.contacts = [
      Contact(name: "Jane Doe", role: "accounts payable", phones: [Phone(number: "+1 555 0100")]),
      Contact(name: "Bob Roe", role: "treasurer"),
    ]
    file.entries = [
      Book.entry(1, on: 3, -3, try Book.promise(500_000, on: 4, for: [300], of: file)),
      Book.entry(2, on: 3, -2, try Book.promise(90_000, on: 2, for: [301], of: file)),
      Book.entry(3, on: 3, -2, Book.dispute(20_000, on: 302, of: file)),
    ]
    return file
  }

  /// The form opened by its key, in the list of accounts or on the account.
  init(_ name: DraftName, onAccount: Bool = false) throws {
    inquiry = try #require(Inquiries.named(name))
    desk = try DeskBench([Self.file()])
    try desk.type("vall acc")
    try desk.press(.enter)
    if onAccount { try desk.press(.enter) }
    let key = try #require(inquiry.row.keys(in: onAccount ? .account : .queue).first)
    try desk.press(key)
  }

  func fields() throws -> [FormField] {
    let sitting = desk.desk.sitting
    let picture = try sitting.picture(of: try Self.file())
    return try inquiry.fields(Subject(picture: picture, sitting: sitting))
  }

  /// Whether the form shows.
  var isOpen: Bool { desk.lines.contains { $0.contains("─ \(inquiry.title) 1003 Acme Tools ─") } }

  /// Fills every field in: types its sample, or chooses it, or the second of a few values.
  mutating func fill() throws {
    for field in try fields() where field.isOpen {
      if field.isTyped {
        try desk.type(try #require(Self.samples[field.name], "no sample for \(field.name.text)"))
      } else {
        let place = field.values.firstIndex { $0.value == Self.samples[field.name] } ?? 1
        for _ in 0..<place { try desk.press(.right) }
      }
      try desk.press(.tab)
    }
  }

  /// The draft that was kept last.
  var draft: CallDraft? {
    desk.passedOn.compactMap { if case .write(.saveDraft(let draft)) = $0 { draft } else { nil } }.last
  }

  /// What was recorded last.
  var saved: JournalEntry? { desk.office.files[0].entries.last { $0.day == Book.today } }
}
