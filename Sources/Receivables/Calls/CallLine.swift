/// A line of the call form. Raw values name the texts of a draft.
public enum CallLine: String, Hashable, Sendable, CaseIterable {
  /// How it came about, with whom, at which number.
  case action, contact, phone
  /// What was agreed.
  case date, amount, time, method, reference
  /// What it is about.
  case invoices, instalments
  /// Why it is contested.
  case disputeReason = "dispute_reason"
  /// What is given up for money that comes by a day.
  case discount
  /// Where to send, why it is unpaid, why a promise lies so far ahead, and what else was said.
  case address, reason, exception, note
  /// Who approved what is beyond a limit of the policy.
  case approval
  /// Why an earlier entry is corrected.
  case because

  /// What it is called in a draft.
  public var name: DraftName { DraftName(stringLiteral: rawValue) }

  /// The line of that name; nil when the call form has none of it.
  public init?(_ name: DraftName) { self.init(rawValue: name.text) }

  /// The line that answers what a result asks. Who is always the contact.
  public init(_ asked: CallField) {
    switch asked {
    case .amount: self = .amount
    case .date: self = .date
    case .time: self = .time
    case .method: self = .method
    case .reference: self = .reference
    case .who: self = .contact
    case .reason: self = .reason
    case .disputeReason: self = .disputeReason
    case .invoices: self = .invoices
    case .address: self = .address
    case .instalments: self = .instalments
    case .discount: self = .discount
    case .approval: self = .approval
    }
  }

  /// What is typed once for all outcomes of a call.
  public static let shared: Set<CallLine> = ofContact.union([.note, .because])

  /// How it came about and with whom.
  public static let ofContact: Set<CallLine> = [.action, .contact, .phone]

  /// What stands before the field.
  public var title: String {
    switch self {
    case .action: "How"
    case .contact: "Contact"
    case .phone: "Number"
    case .date: "Date"
    case .amount: "Amount"
    case .time: "Time"
    case .method: "Method"
    case .reference: "Reference"
    case .invoices: "Invoices"
    case .instalments: "Instalments"
    case .disputeReason: "Dispute"
    case .discount: "Discount"
    case .address: "Send to"
    case .reason: "Why unpaid"
    case .exception: "Why so late"
    case .note: "Note"
    case .approval: "Approved by"
    case .because: "Corrected"
    }
  }

  /// How and with whom, what the result asks in its order, what it holds besides, why, and the note. What is given up stands
  /// above all of it: few need it, and on the way down it would cost everybody a key.
  public static func lines(of result: CallResult) -> [CallLine] {
    var lines: [CallLine] = canGiveUp(result) ? [.discount] : []
    lines += [.action, .contact, .phone]
    for line in result.asks.map({ CallLine($0) }) + implied(by: result) + [.reason, .note]
    where !lines.contains(line) {
      lines.append(line)
    }
    return lines
  }

  /// What a promise or a plan holds without being asked, because it has a default.
  public static func implied(by result: CallResult) -> [CallLine] {
    result.promiseKind != nil || result.holdsPlan ? [.amount, .invoices] : []
  }

  /// Whether something can be given up for it: for a promise or a plan, not for what is said to be paid already.
  private static func canGiveUp(_ result: CallResult) -> Bool {
    result.promiseKind == .promise || result.holdsPlan
  }
}

/// Why a form cannot be saved, and the field to mend if it is one of them.
public struct LineProblem: Error, Hashable, Sendable, CustomStringConvertible {
  /// The line to mend; nil when it is none of them.
  public var field: CallLine?
  /// What is wrong and what to do.
  public var sentence: String

  /// Whether a list of what the field takes would help.
  public var asksForList = false

  /// Which outcome of the call it is in, from 0.
  public private(set) var outcome = 0

  /// The sentence, so that no text shows how the problem is made.
  public var description: String { sentence }

  /// A problem with its sentence.
  public init(_ field: CallLine?, _ sentence: String, asksForList: Bool = false) {
    self.field = field
    self.sentence = sentence
    self.asksForList = asksForList
  }

  /// What the rules object to, said of the form's own field.
  public init(_ problem: CallProblem) {
    self.init(problem.field.map { CallLine($0) }, problem.sentence)
    outcome = problem.outcome
  }

  /// The problem in another outcome.
  func of(_ outcome: Int) -> LineProblem {
    var problem = self
    problem.outcome = outcome
    return problem
  }

  /// What cannot be read in a field.
  public init(_ field: CallLine, _ problem: TypingProblem) {
    self.init(field, problem.sentence, asksForList: problem.asksForList)
  }
}
