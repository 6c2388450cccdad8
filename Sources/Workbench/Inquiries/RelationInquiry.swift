import Receivables
import TextScreen

/// Asks how another customer of the books belongs to the account: the same one, a branch, or nobody that it belongs to.
struct RelationInquiry: Inquiry {
  let name: DraftName = "relation"
  let noun = "relation"
  let title = "Merge, split or group"
  let outlookRows = 2

  var row: CommandRow {
    CommandRow(
      .relate, "merge", "Merge with another customer, split, or join a group.",
      Binding([.queue, .account], .character("M")), unavailable: \.noAccount)
  }

  private static let kind: DraftName = "kind"

  private let other = Asked<String>(
    "other", "Customer", missing: "Which customer? Type its number.",
    list: { answers in
      answers.picture.file.related.map {
        Choice(["other": $0.name.number], $0.name.number, detail: $0.words)
      }
    },
    hint: { _ in "its number, as the books have it" },
    read: { (text, answers) throws(TypingProblem) in
      guard text != answers.picture.file.customer.number else {
        throw TypingProblem("That is the account itself.")
      }
      return text
    },
    explain: { text, answers in
      answers.picture.file.related.first { $0.name.number == text }?.words
    })
  private let how = Asked.oneOf(
    Self.kind, "Is",
    CustomerRelation.Kind.allCases.map { Choice($0.rawValue, $0.choice, detail: $0.meaning) },
    at: CustomerRelation.Kind.same.rawValue)

  func fields(_ subject: Subject) -> [FormField] { [other.field, how.field] }

  func body(_ answers: FormAnswers) throws(FormProblem) -> EntryBody {
    let number = try answers[other]
    guard let kind = CustomerRelation.Kind(rawValue: try answers[how]) else {
      throw FormProblem(sentence: "Say how it belongs to the account.", field: Self.kind)
    }
    let customer = answers.picture.file.customer
    return EntryBody(
      CustomerRelation(
        kind, of: AccountName(number: customer.number, title: customer.name),
        to: AccountName(number: number, title: "")))
  }

  func outlook(_ answers: FormAnswers) -> [String] {
    guard let number = try? answers[other], !number.isEmpty,
      let kind = (try? answers[how]).flatMap(CustomerRelation.Kind.init(rawValue:))
    else { return [] }
    let account = answers.picture.file.customer.number
    switch kind {
    case .same, .branch:
      return [
        "\(number) leaves the lists: its invoices, people and story are shown on \(account).",
        "The books keep both, and \(answers.sitting.commands.name(of: .undo, in: .account)) takes it back.",
      ]
    case .group: return ["Both stay on the lists. A search for \(account) finds \(number) too."]
    case .different:
      return [
        "\(number) is worked for itself. What was recorded while both were one stays on both."
      ]
    }
  }
}

extension CustomerRelation.Kind {
  /// In a list to choose from.
  var choice: String {
    switch self {
    case .same: "the same customer"
    case .branch: "a branch, worked together"
    case .group: "a branch, worked apart"
    case .different: "another customer"
    }
  }

  fileprivate var meaning: String {
    switch self {
    case .same: "one account from now on"
    case .branch: "one account, with the branch named"
    case .group: "a group of two accounts"
    case .different: "splits what was merged"
    }
  }
}
