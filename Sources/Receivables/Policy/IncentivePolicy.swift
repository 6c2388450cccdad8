/// What a collector may give up alone for money that comes by a day, and who sees to its credit note.
public struct IncentivePolicy: Hashable, Sendable {
  /// A discount or a waived fee is at most this share of what it is given on, in hundredths of a percent.
  public var largestBasisPoints: Int
  /// Its last day is at most so many calendar days away.
  public var longestDays: Int
  /// Code of the department of `DisputePolicy.owners` that writes the credit note, or a name; nil for nobody yet.
  public var owner: String?
  /// The credit note should be in the books so many business days after it was earned.
  public var creditDays: Int

  /// The rules of incentives.
  public init(
    largestBasisPoints: Int = 300, longestDays: Int = 90, owner: String? = "billing", creditDays: Int = 10
  ) {
    self.largestBasisPoints = largestBasisPoints
    self.longestDays = longestDays
    self.owner = owner
    self.creditDays = creditDays
  }
}
