extension RandomAccessCollection where Index == Int {
  /// The first place of rows in order whose row is `far` enough, as all behind it are; the end without any. Found by
  /// halving. Throws what `far` throws.
  ///
  /// `[10, 20, 30].firstPlace { $0 >= 20 } == 1`.
  @inlinable
  public func firstPlace<Failure: Error>(
    where far: (Element) throws(Failure) -> Bool
  ) throws(Failure) -> Int {
    var (low, high) = (startIndex, endIndex)
    while low < high {
      let middle = low + (high - low) / 2
      if try far(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
