/// Money of a bank that stands in the journal.
public struct RecordedMoney: Hashable, Sendable {
  /// Whose it is.
  public let customer: Customer
  /// Names it.
  public let matter: MatterID
  /// What was recorded.
  public let terms: ReceiptTerms

  /// Money of that customer.
  public init(customer: Customer, matter: MatterID, terms: ReceiptTerms) {
    (self.customer, self.matter, self.terms) = (customer, matter, terms)
  }
}

/// What was recorded of banks on an account.
struct RecordedReceipts {
  /// The account with its books completed by them.
  private(set) var file: AccountFile
  /// Those that brought money and were not taken back, newest first.
  private(set) var taken: [(id: MatterID, terms: ReceiptTerms)] = []
  /// Payments of the books that receipts are.
  private var claimed: Set<DocumentID> = []
  /// All that are in force.
  private(set) var all: [RecordedMoney] = []

  init(_ file: AccountFile, asOf day: CalendarDay) throws(MoneyError) {
    self.file = file
    guard file.entries.contains(where: { $0.body.first(ReceiptTerms.self) != nil }) else { return }
    var asOf = AsOf(day)
    let items = try OpenItems(file, AgingPolicy(), &asOf)
    let entries = EntriesInForce(file, &asOf)
    let completed = try CompletedBooks(file, items, entries, asOf: day)
    self.file = completed?.file ?? file
    claimed = completed?.claimed ?? []
    for receipt in entries.opened.compactMap({ TakenMatter<ReceiptTerms>($0) }).reversed() {
      guard receipt.voidedBecause == nil, receipt.withdrawal == nil else { continue }
      all.append(RecordedMoney(customer: file.customer, matter: receipt.id, terms: receipt.terms))
      guard let standing = completed?.standings[receipt.id], standing.returned == 0, !receipt.terms.isReturn
      else { continue }
      taken.append((receipt.id, receipt.terms))
    }
  }

  /// The payment of the books that money may be, which no receipt is yet.
  func booked(_ money: ReceivedMoney) -> Credit? {
    guard money.amount.minor > 0 else { return nil }
    let terms = ReceiptTerms(amount: money.amount, booked: money.day, covers: [], booking: money.booking)
    return file.credits.first {
      terms.isLike($0) && $0.id.rawValue < CompletedBooks.firstID && !claimed.contains($0.id)
    }
  }

  /// Whose money was taken for this customer's before.
  var payers: Set<String> {
    Set(taken.compactMap { $0.terms.booking.payer.map { NameKey($0).text } }).subtracting([""])
  }

  /// References of payers are used again and again: only with nobody else's name it is surely this one.
  private func isSure(_ named: (id: MatterID, terms: ReceiptTerms)?, _ money: ReceivedMoney) -> Bool {
    guard let named, let payer = money.payer.map({ NameKey($0).text }), !payer.isEmpty else {
      return named != nil
    }
    return named.terms.booking.payer.map { NameKey($0).text } == payer
  }

  /// The receipt whose money came back.
  func match(_ money: ReceivedMoney, _ customer: Customer) -> PaymentMatch? {
    let like = taken.filter {
      $0.terms.amount.minor == -money.amount.minor && $0.terms.amount.currency == money.amount.currency
        && $0.terms.booked <= money.day
    }
    let named = like.first {
      $0.terms.booking.endToEnd != nil && $0.terms.booking.endToEnd == money.booking.endToEnd
    }
    let payer = money.payer.map { NameKey($0).text } ?? ""
    let known = like.first { !payer.isEmpty && $0.terms.booking.payer.map { NameKey($0).text } == payer }
    guard let found = named ?? known else { return nil }
    let parts = found.terms.covers.map { IncomingApplication(invoice: $0.number, amount: $0.amount.minor) }
    var match = PaymentMatch(
      customer, parts, isSure(named, money) ? .certain : .likely,
      "takes back what came in on \(found.terms.booked.iso)")
    match.returns = found.id
    return match
  }
}

extension AccountFile {
  /// Money of banks that was recorded on the account and counts as of a day, newest first. Throws `MoneyError.overflow`.
  public func recordedMoney(asOf day: CalendarDay) throws(MoneyError) -> [RecordedMoney] {
    try RecordedReceipts(self, asOf: day).all
  }

  /// The receipt of the account whose money came back; nil for none. Throws `MoneyError.overflow`.
  public func receipt(returning money: ReceivedMoney, asOf day: CalendarDay) throws(MoneyError)
    -> PaymentMatch?
  {
    try RecordedReceipts(self, asOf: day).match(money, customer)
  }
}
