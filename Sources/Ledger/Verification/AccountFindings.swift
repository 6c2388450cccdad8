import Receivables
import SQLEngine

/// One account to be verified.
struct VerifiedAccount: Sendable {
  /// Its own rows.
  let file: AccountFile
  /// With everything that is worked with it; nil for a part of another account, which has no derived row.
  let whole: AccountFile?
  /// Numbers of invoices of those that belong to it or did, which entries about it may name.
  let otherInvoices: [String]

  init(_ file: AccountFile, _ related: RelatedAccounts, on connection: Connection) throws {
    let id = file.customer.id.rawValue
    self.file = file
    whole = related.isPart(id) ? nil : try related.whole(file, on: connection)
    otherInvoices =
      try related.involves(id)
      ? related.circle(of: id).subtracting([id]).flatMap { other in
        let part = try connection.ownAccount(other)
        let numbers = part.invoices.flatMap { [$0.number] + $0.formerNumbers }
        return numbers + numbers.map { $0 + InvoiceNames.suffix(part.customer) }
      } : []
  }
}

/// What follows from the rows of one account alone, and what is wrong with them: worked out on another core while what is
/// stored of the accounts before is compared.
struct AccountFindings: Sendable {
  /// As it should be stored; nil when there is nothing to compare it with.
  let derived: Result<DerivedRow, MoneyError>?
  /// As it should be found by words.
  let words: String
  let books: AccountBooks
  let problems: ProblemList

  /// Works it out of an account that has derived rows as of `day`, if there are any.
  init(of account: VerifiedAccount, policy: Policy, asOf day: CalendarDay?) {
    let whole = day == nil ? nil : account.whole
    derived = day.flatMap { day in
      whole.map { whole in
        Result { () throws(MoneyError) in try DerivedRow(of: whole, policy: policy, asOf: day) }
      }
    }
    words = whole?.searchedText ?? ""
    books = AccountBooks(of: account.file)
    var problems = ProblemList()
    Self.checkRows(account.file, &problems)
    Self.checkNames(account, &problems)
    self.problems = problems
  }

  /// What must hold of the rows of the books and of what the journal says about them.
  private static func checkRows(_ file: AccountFile, _ problems: inout ProblemList) {
    let account = file.customer.number
    let invoices = Dictionary(file.invoices.map { ($0.id, $0) }, uniquingKeysWith: { $1 })
    let credits = Dictionary(file.credits.map { ($0.id, $0) }, uniquingKeysWith: { $1 })
    let applications = Set(file.applications.map(\.id))
    if applications.count < file.applications.count {
      problems.add(.books, account: account, "Account \(account): two applications have one number.")
    }
    for application in file.applications {
      if let reversed = application.reverses, !applications.contains(reversed) {
        problems.add(
          .books, account: account,
          "Account \(account): application \(application.id) takes back one that is not there.")
      }
      guard let invoice = invoices[application.invoice] else {
        problems.add(
          .books, account: account,
          "Account \(account): application \(application.id) is to an invoice of another account.")
        continue
      }
      guard let id = application.credit else { continue }
      if credits[id]?.amount.currency != invoice.original.currency {
        problems.add(
          .books, account: account,
          "Account \(account): application \(application.id) uses a credit of another account or currency.")
      }
    }
    for invoice in file.invoices where invoice.original.minor < 0 {
      problems.add(.books, account: account, "Account \(account): invoice \(invoice.number) is negative.")
    }
  }

  /// The journal speaks of invoices by number: each must be one of the account.
  private static func checkNames(_ verified: VerifiedAccount, _ problems: inout ProblemList) {
    let file = verified.file
    let named = file.entries.map { ($0.number.rawValue, $0.body.invoiceNumbers) }.filter { !$0.1.isEmpty }
    guard !named.isEmpty else { return }
    let account = file.customer.number
    let own = file.invoices.flatMap { [$0.number] + $0.formerNumbers }
    let numbers = Set((own + verified.otherInvoices).map { DocumentKey($0) })
    for (entry, names) in named {
      guard let unknown = names.first(where: { !numbers.contains(DocumentKey($0)) }) else { continue }
      problems.add(
        .journal, account: account, entry: entry,
        "Entry \(entry) names invoice \(unknown), which account \(account) does not have.")
    }
  }
}
