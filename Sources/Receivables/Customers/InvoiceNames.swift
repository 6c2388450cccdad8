/// By which numbers the invoices of customers that are one, or were, are known on an account: entries name invoices by number,
/// and the same number may be another invoice's for somebody else.
public struct InvoiceNames: Hashable, Sendable {
  private struct Owner: Hashable {
    let id: AccountID
    /// What stands behind a number of its invoices that is taken already.
    let suffix: String
    /// Numbers of its invoices.
    let keys: Set<DocumentKey>
    /// Whether its invoices are on the account.
    let isHere: Bool
    /// Its numbers that are others on the account.
    var renamed: [DocumentKey: String] = [:]
  }

  private var owners: [Owner] = []

  /// Nobody's yet.
  init() {}

  mutating func add(_ file: AccountFile, isHere: Bool) {
    let numbers = file.invoices.flatMap { [$0.number] + $0.formerNumbers }
    owners.append(
      Owner(
        id: file.customer.id, suffix: Self.suffix(file.customer), keys: Set(numbers.map { DocumentKey($0) }),
        isHere: isHere))
  }

  /// A number for one of the last customer's invoices whose own is taken.
  mutating func rename(_ number: String, of customer: Customer, taken: Set<DocumentKey>) -> String {
    var name = number + Self.suffix(customer)
    while taken.contains(DocumentKey(name)) { name += "+" }
    owners[owners.count - 1].renamed[DocumentKey(number)] = name
    return name
  }

  /// `"/10533"`: without blanks, which end a number that is typed.
  public static func suffix(_ customer: Customer) -> String {
    "/" + customer.number.split(whereSeparator: \.isWhitespace).joined(separator: "-")
  }

  /// Whether what was recorded under a customer's number is the account's own.
  func isHere(_ customer: AccountID?) -> Bool {
    owners.first { $0.id == customer }?.isHere ?? true
  }

  /// The number on the account of an invoice that an entry names which was recorded under `customer`; nil for an invoice of
  /// somebody who was split off.
  func here(_ number: String, saidOn customer: AccountID?) -> String? {
    guard let (owner, own) = owner(of: number, saidOn: customer) else { return number }
    guard owner.isHere else { return nil }
    return owner.renamed[DocumentKey(own)] ?? own
  }

  private func owner(of number: String, saidOn customer: AccountID?) -> (Owner, String)? {
    let key = DocumentKey(number)
    if let speaker = owners.first(where: { $0.id == customer }), speaker.keys.contains(key) {
      return (speaker, number)
    }
    let having = owners.filter { $0.keys.contains(key) }
    if let one = having.first(where: \.isHere) ?? having.first { return (one, number) }
    for owner in owners where number.hasSuffix(owner.suffix) {
      let own = String(number.dropLast(owner.suffix.count))
      if owner.keys.contains(DocumentKey(own)) { return (owner, own) }
    }
    return nil
  }
}

extension AccountFile {
  /// Lets it know the invoices of a customer that it was together with once: what was agreed about them is none of its own.
  public mutating func split(from other: AccountFile) {
    beginNames()
    names?.add(other, isHere: false)
  }

  mutating func beginNames() {
    guard names == nil else { return }
    var names = InvoiceNames()
    names.add(self, isHere: true)
    self.names = names
  }
}
