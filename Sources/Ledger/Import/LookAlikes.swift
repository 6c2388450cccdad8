import Receivables
import SQLEngine

/// What the numbers of a run look like, and those of the book beside them, so that one that can be mistaken for another
/// is told.
struct NumberLooks {
  /// Places of accounts by what their numbers look like; nil before the first new account.
  fileprivate var accounts: [String: Int]?
  /// By the place of the account. An account has an entry when something about it has to be remembered.
  fileprivate var documents: [Int: DocumentLooks] = [:]
}

/// The documents of an account that a new one may be mistaken for.
private struct DocumentLooks {
  /// Invoices whose number is not in Latin capitals, by what it looks like. All others can be asked for by their key.
  var invoices: [String: String] = [:]
  /// Keys of credit notes.
  var creditNotes: Set<String> = []
}

extension BookWriter {
  /// Tells when a new account's number looks like that of another one.
  func look(atAccount number: String, key: DocumentKey, line: Int) {
    if looks.accounts == nil {
      looks.accounts = Dictionary(
        accounts.indices.map { (DocumentKey(accounts[$0].stored.number).look, $0) },
        uniquingKeysWith: { first, _ in first })
    }
    // Changed in place: a copy for every customer of a large file would take longer than all else.
    if let other = looks.accounts?[key.look] {
      tell("customer", number, beside: accounts[other].stored.number, part: .customer, line)
    } else {
      looks.accounts?[key.look] = accounts.count
    }
  }

  /// Tells when a new invoice's number looks like another one of its account, or is that of a credit note.
  func look(atInvoice number: String, of place: Int, line: Int) throws {
    let key = DocumentKey(number)
    let isOdd = key.look != key.text
    guard try loadLooks(of: place) || isOdd else { return }
    if let other = looks.documents[place]?.invoices[key.look] {
      tell("invoice", number, beside: other, part: .number, line)
    } else if isOdd {
      if let other = try invoice(key.look, of: place) {
        tell("invoice", number, beside: other, part: .number, line)
      }
      looks.documents[place, default: DocumentLooks()].invoices[key.look] = number
    }
    if looks.documents[place]?.creditNotes.contains(key.text) == true {
      result.notes.namesakes.add(line: line, column: run.headings[.number], "\"\(number)\"")
    }
  }

  /// Tells when a new credit note has the number of an invoice.
  func look(atCreditNote number: String, of place: Int, line: Int) throws {
    let key = DocumentKey(number).text
    _ = try loadLooks(of: place)
    looks.documents[place, default: DocumentLooks()].creditNotes.insert(key)
    guard try invoice(key, of: place) != nil else { return }
    result.notes.namesakes.add(line: line, column: run.headings[.number], "\"\(number)\"")
  }

  private func tell(_ what: String, _ number: String, beside other: String, part: IncomingPart, _ line: Int) {
    let name = { (number: String) in "\"\(number)\"\(DocumentKey(number).oddCharacters)" }
    result.notes.lookAlikes.add(
      line: line, column: run.headings[part], "\(what) \(name(number)) beside \(name(other))")
  }

  /// Whether anything is remembered of the account; what the book has of it is read once.
  private func loadLooks(of place: Int) throws -> Bool {
    if looks.documents[place] != nil { return true }
    guard !accounts[place].isNew, firstNewInvoice > 1 || firstNewCredit > 1 else { return false }
    var found = DocumentLooks()
    let odd = try connection.all(
      "select number from invoice where account_id = $1 and id < $2 and number_key glob '*[^ -`{-~]*'",
      accounts[place].id, firstNewInvoice
    ) { $0.text(0) }
    for number in odd { found.invoices[DocumentKey(number).look] = number }
    let keys = try connection.all(
      "select number_key from credit where account_id = $1 and kind = 'credit_note'", accounts[place].id
    ) { $0.text(0) }
    found.creditNotes = Set(keys)
    looks.documents[place] = found
    return true
  }

  private func invoice(_ key: String, of place: Int) throws -> String? {
    try connection.first(
      "select number from invoice where account_id = $1 and number_key = $2", accounts[place].id, key
    ) { $0.text(0) }
  }
}
