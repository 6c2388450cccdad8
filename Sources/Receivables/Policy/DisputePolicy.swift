/// Who works on disputes, and what they turn out to come from.
public struct DisputePolicy: Hashable, Sendable {
  /// Departments that a dispute can be with. A person may be named instead.
  public var owners: [CodedText]
  /// Code of the owner that a dispute is with at first, by code of its reason.
  public var firstOwners: [String: String]
  /// What a dispute turned out to come from, asked on closing.
  public var rootCauses: [CodedText]
  /// The credit for an accepted dispute should be in the books after so many business days.
  public var creditDays: Int

  /// The rules of disputes.
  public init(
    owners: [CodedText] = [], firstOwners: [String: String] = [:], rootCauses: [CodedText] = [],
    creditDays: Int = 10
  ) {
    self.owners = owners
    self.firstOwners = firstOwners
    self.rootCauses = rootCauses
    self.creditDays = creditDays
  }

  /// Who works at first on a dispute for that reason; nil for nobody yet.
  public func owner(of reason: String) -> String? {
    firstOwners[reason].flatMap { code in owners.first { $0.code == code && !$0.isRetired }?.code }
  }

  /// The owner that `typed` means: the code of a department that is in use, by code or words, else a person by that
  /// name. `"Logistics"` is `"logistics"`, `"Bob Roe"` is `"Bob Roe"`.
  public func owner(typed: String) -> String {
    let words = typed.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    let folded = words.lowercased()
    let owner = owners.first {
      !$0.isRetired && ($0.code.lowercased() == folded || $0.title.lowercased() == folded)
    }
    return owner?.code ?? words
  }
}
