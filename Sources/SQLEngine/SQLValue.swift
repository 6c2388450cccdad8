/// What a `$1` parameter may hold. Integers are always 64 bits wide; there is no floating point.
public protocol SQLValue {
  /// Puts the value in place of `$number`. Throws `SQLError` when it is too large.
  func bind(to statement: Statement, at number: Int) throws(SQLError)
}

extension Int64: SQLValue {
  /// A 64-bit integer.
  public func bind(to statement: Statement, at number: Int) throws(SQLError) {
    try statement.bind(self, at: number)
  }
}

extension Int: SQLValue {
  /// A 64-bit integer.
  public func bind(to statement: Statement, at number: Int) throws(SQLError) {
    try statement.bind(Int64(self), at: number)
  }
}

extension String: SQLValue {
  /// UTF-8 text.
  public func bind(to statement: Statement, at number: Int) throws(SQLError) {
    try statement.bind(self, at: number)
  }
}

extension [UInt8]: SQLValue {
  /// Raw bytes.
  public func bind(to statement: Statement, at number: Int) throws(SQLError) {
    try statement.bind(self, at: number)
  }
}

/// One value as a database stores it, for code that compares rows without knowing their columns.
public enum SQLCell: Hashable, Sendable {
  /// Nothing.
  case null
  /// A 64-bit integer.
  case integer(Int64)
  /// UTF-8 text.
  case text(String)
  /// Raw bytes.
  case bytes([UInt8])
}

extension SQLCell: SQLValue {
  /// The value it holds.
  public func bind(to statement: Statement, at number: Int) throws(SQLError) {
    switch self {
    case .null: try statement.bindNull(at: number)
    case .integer(let value): try statement.bind(value, at: number)
    case .text(let value): try statement.bind(value, at: number)
    case .bytes(let value): try statement.bind(value, at: number)
    }
  }
}

extension SQLCell {
  /// An integer, or NULL for nil.
  public init(_ value: Int?) { self = value.map { .integer(Int64($0)) } ?? .null }

  /// An integer, or NULL for nil.
  public init(_ value: Int64?) { self = value.map { .integer($0) } ?? .null }

  /// Text, or NULL for nil.
  public init(_ value: String?) { self = value.map { .text($0) } ?? .null }
}

extension SQLCell: CustomStringConvertible {
  /// What a person reads: `"nothing"`, `"12"`, `"“rest”"`, `"0a0b"`.
  public var description: String {
    switch self {
    case .null: "nothing"
    case .integer(let value): String(value)
    case .text(let value): "“\(value)”"
    case .bytes(let value): value.hexadecimal
    }
  }
}

extension Sequence<UInt8> {
  /// Two hexadecimal digits a byte: `[10, 11].hexadecimal == "0a0b"`.
  public var hexadecimal: String { map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined() }
}

extension [UInt8] {
  /// The bytes of their hexadecimal digits; pairs that are none are passed over: `"0a0b"` is `[10, 11]`.
  public init(hexadecimal text: String) {
    let digits = Array<UInt8>(text.utf8)
    self = stride(from: 0, to: digits.count - 1, by: 2).compactMap { place in
      UInt8(String(decoding: digits[place...(place + 1)], as: UTF8.self), radix: 16)
    }
  }
}
