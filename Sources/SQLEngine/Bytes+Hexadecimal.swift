extension Sequence<UInt8> {
  /// Two hexadecimal digits a byte: `[10, 11].hexadecimal == "0a0b"`.
  public var hexadecimal: String { map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined() }
}
