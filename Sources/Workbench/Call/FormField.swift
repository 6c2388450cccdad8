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
