import Receivables

/// What a small form asks about an account, and the journal entry that the answers make.
protocol Inquiry: Sendable {
  /// What its drafts are.
  var kind: CallDraft.Form { get }

  /// What the form does with the account: `"Put off"`.
  var title: String { get }

  /// What is asked. Throws what to say when there is nothing to ask.
  func lines(_ file: AccountFile, _ sitting: Sitting) throws(FormProblem) -> [FormLine]

  /// How a value is understood, to stand below its line; nil leaves the line's hint there.
  func reading(_ line: Int, _ value: String, _ sitting: Sitting) -> String?

  /// What the entry says, or what is missing.
  func body(_ values: [String], _ file: AccountFile, _ sitting: Sitting) throws(FormProblem) -> EntryBody
}

extension Inquiry {
  func reading(_ line: Int, _ value: String, _ sitting: Sitting) -> String? { nil }
}

/// Why a form cannot be opened or saved.
struct FormProblem: Error, Hashable, CustomStringConvertible {
  var sentence: String
  /// The line to mend, when it is one.
  var line: Int?

  /// The sentence, so that no text shows how the problem is made.
  var description: String { sentence }
}
