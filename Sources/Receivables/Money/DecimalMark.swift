/// What stands before the decimals.
public enum DecimalMark: String, Hashable, Sendable, CaseIterable {
  /// `1,234.56`.
  case point = "."
  /// `1.234,56`.
  case comma = ","

  var byte: UInt8 { self == .point ? 0x2E : 0x2C }
}
