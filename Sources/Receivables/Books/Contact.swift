/// A person at a customer.
public struct Contact: Hashable, Sendable {
  /// As the export spells it.
  public var name: String
  /// What they do there: `"Accounts payable"`.
  public var role: String?
  /// Where letters and statements go.
  public var email: String?
  /// Numbers to dial, in the order of the books.
  public var phones: [Phone]
  /// Best language, ISO 639: `"de"`.
  public var language: String?
  /// IANA time zone, when it differs from the customer's.
  public var timeZone: String?

  /// A person with everything the export says of them.
  public init(
    name: String, role: String? = nil, email: String? = nil, phones: [Phone] = [], language: String? = nil,
    timeZone: String? = nil
  ) {
    self.name = name
    self.role = role
    self.email = email
    self.phones = phones
    self.language = language
    self.timeZone = timeZone
  }
}
