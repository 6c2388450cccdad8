import Receivables
import SQLEngine

/// All text by which an account is found, folded, one thing a line: number, name, people, their addresses, phone numbers as written
/// and as digits, document numbers and references, what was noted. No business date changes it.
struct SearchableText {
  let text: String
  private let account: AccountID

  /// The row of `account_search`.
  var row: [SQLCell] { [.integer(account.rawValue), .text(text)] }

  init(of file: AccountFile) {
    let customer = file.customer
    account = customer.id
    var lines = [customer.number, DocumentKey(customer.number).text, customer.name]
    for contact in file.contacts {
      lines.append(contact.name)
      if let email = contact.email { lines.append(email) }
      for phone in contact.phones { lines += [phone.number, phone.digits] }
    }
    for invoice in file.invoices {
      lines.append(invoice.number)
      if let reference = invoice.reference { lines.append(reference) }
    }
    for entry in file.entries { lines += Self.words(of: entry.body) }
    text = lines.filter { !$0.isEmpty }.map { SearchText.folded($0) }.joined(separator: "\n")
  }

  private static func words(of body: EntryBody) -> [String] {
    switch body {
    case .call(let record):
      [record.note, record.contact, record.phone, record.promise?.reference].compactMap { $0 }
    case .note(let note): [note]
    case .snooze(_, let reason), .promiseWithdrawn(_, _, let reason), .reversal(_, let reason): [reason]
    }
  }
}
