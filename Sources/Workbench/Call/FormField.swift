import Receivables

/// A line of the call form. Raw values name the texts of a draft.
enum FormField: String, Hashable, Sendable, CaseIterable {
  case action, contact, phone
  case date, amount, time, method, reference
  case invoices, instalments
  case disputeReason = "dispute_reason"
  case address, reason, exception, note

  /// The line that answers what a result asks. Who is always the contact.
  init(_ asked: CallField) {
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
    }
  }

  /// What stands before the field.
  var title: String {
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
    case .address: "Send to"
    case .reason: "Why unpaid"
    case .exception: "Why so late"
    case .note: "Note"
    }
  }

  /// Whether F4 has a list of values for it.
  var hasList: Bool {
    switch self {
    case .action, .contact, .phone, .method, .invoices, .disputeReason, .reason, .address: true
    case .date, .amount, .time, .reference, .instalments, .exception, .note: false
    }
  }
}

/// Why a form cannot be saved, and the field to mend if it is one of them.
struct FieldProblem: Error, Hashable, Sendable, CustomStringConvertible {
  var field: FormField?
  var sentence: String

  /// Whether a list of what the field takes would help.
  var asksForList = false

  /// The sentence, and the key that lists what the field takes: only the form has keys.
  var sentenceWithKey: String { asksForList ? "\(sentence) F4 lists what there is." : sentence }

  /// The sentence, so that no text shows how the problem is made.
  var description: String { sentence }

  init(_ field: FormField?, _ sentence: String, asksForList: Bool = false) {
    self.field = field
    self.sentence = sentence
    self.asksForList = asksForList
  }

  /// What the rules object to, said of the form's own field.
  init(_ problem: CallProblem) { self.init(problem.field.map { FormField($0) }, problem.sentence) }

  /// What cannot be read in a field.
  init(_ field: FormField, _ problem: TypingProblem) {
    self.init(field, problem.sentence, asksForList: problem.asksForList)
  }
}
