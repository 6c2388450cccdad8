extension Int64 {
  /// `self + other`, or `MoneyError.overflow`.
  @inlinable
  public func addingChecked(_ other: Int64) throws(MoneyError) -> Int64 {
    let (sum, overflow) = addingReportingOverflow(other)
    guard !overflow else { throw .overflow }
    return sum
  }

  /// `self − other`, or `MoneyError.overflow`.
  @inlinable
  public func subtractingChecked(_ other: Int64) throws(MoneyError) -> Int64 {
    let (difference, overflow) = subtractingReportingOverflow(other)
    guard !overflow else { throw .overflow }
    return difference
  }

  /// `self × other`, or `MoneyError.overflow`.
  @inlinable
  public func multipliedChecked(by other: Int64) throws(MoneyError) -> Int64 {
    let (product, overflow) = multipliedReportingOverflow(by: other)
    guard !overflow else { throw .overflow }
    return product
  }
}
