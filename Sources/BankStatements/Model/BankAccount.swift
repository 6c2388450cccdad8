import Receivables

/// An account as a statement names it: by its IBAN, or by the number that its country gives it.
///
/// The same account is spelt in several ways: `BankAccount("37040044/0532013000EUR")` is the same as
/// `BankAccount("DE89 3704 0044 0532 0130 00")`.
public struct BankAccount: Hashable, Sendable {
  /// As the file spells it.
  public let spelt: String
  /// The IBAN without spaces, when it is one with the right check digits.
  public let iban: String?
  /// The number of the account itself, in capitals and without leading zeros: what all formats have in common.
  public let number: String
  /// The number of its bank where digits tell it, without leading zeros: a Bankleitzahl, a sort code, a routing number.
  public let bank: String?

  /// An account as spelt; `bank` where the file names its bank apart.
  public init(_ spelt: String, bank: String? = nil) {
    self.spelt = spelt
    let parts = spelt.split(separator: "/", omittingEmptySubsequences: false)
    let last = Self.withoutCurrency(Self.folded(parts.last ?? ""))
    let before = parts.count > 1 ? Self.folded(parts[parts.count - 2]) : ""
    if let iban = [last, before].first(where: Self.isIBAN) {
      self.iban = iban
      (self.bank, number) = Self.parts(of: iban)
      return
    }
    iban = nil
    number = Self.withoutZeros(last)
    self.bank = Self.digits(before) ?? bank.flatMap { Self.digits(Self.folded($0)) }
  }

  /// Whether both name one account, as far as they tell: the same number, and no two banks.
  ///
  /// Two accounts of no number are never the same: see `mayBeSame`.
  public func isSame(as other: BankAccount) -> Bool {
    guard !number.isEmpty else { return false }
    if let iban, let theirs = other.iban { return iban == theirs }
    guard number == other.number else { return false }
    guard let bank, let theirs = other.bank else { return true }
    return bank == theirs
  }

  /// Whether nothing speaks against both being one account: they are the same, or one of them is not named, as in the CSV
  /// of many banks.
  public func mayBeSame(as other: BankAccount) -> Bool {
    number.isEmpty || other.number.isEmpty || isSame(as: other)
  }

  /// Letters and digits in capitals.
  private static func folded(_ text: some StringProtocol) -> String {
    String(decoding: text.utf8.filter(\.isWordByte).map(\.capital), as: UTF8.self)
  }

  /// `0532013000EUR` and `NL69INGB0123456789EUR` name the currency behind the number.
  private static func withoutCurrency(_ number: String) -> String {
    guard number.utf8.count > 7, !isIBAN(number), let code = Currency(String(number.suffix(3))), code.isKnown
    else { return number }
    let rest = String(number.dropLast(3))
    return isIBAN(rest) || rest.utf8.allSatisfy(\.isDigit) ? rest : number
  }

  private static func withoutZeros(_ number: String) -> String {
    String(number.drop { $0 == "0" })
  }

  private static func digits(_ text: String) -> String? {
    text.utf8.count >= 5 && text.utf8.allSatisfy(\.isDigit) ? withoutZeros(text) : nil
  }
}

extension BankAccount {
  /// Two letters, two check digits, at most 30 letters and digits, and 1 as the rest modulo 97 (ISO 13616).
  private static func isIBAN(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    guard (15...34).contains(bytes.count), bytes[..<2].allSatisfy({ !$0.isDigit }),
      bytes[2..<4].allSatisfy(\.isDigit)
    else { return false }
    let rest = (bytes[4...] + bytes[..<4]).reduce(0) { rest, byte in
      byte.isDigit ? (rest * 10 + Int(byte - 0x30)) % 97 : (rest * 100 + Int(byte - 0x41) + 10) % 97
    }
    return rest == 1
  }

  private static func parts(of iban: String) -> (bank: String?, number: String) {
    let digits = Array(iban.utf8.dropFirst(4))
    guard let places = places[String(iban.prefix(2))], digits.count == places.length else {
      return (nil, withoutZeros(String(decoding: digits, as: UTF8.self)))
    }
    let bank = String(decoding: digits[places.bank], as: UTF8.self)
    return (
      Self.digits(bank), withoutZeros(String(decoding: digits[places.number], as: UTF8.self))
    )
  }

  /// Where bank and account stand behind the check digits (SWIFT, IBAN registry), for countries whose statements name
  /// accounts without an IBAN too.
  private static let places: [String: (bank: Range<Int>, number: Range<Int>, length: Int)] = [
    "AT": (0..<5, 5..<16, 16), "BE": (0..<0, 0..<12, 12), "CH": (0..<5, 5..<17, 17),
    "CZ": (0..<4, 4..<20, 20), "DE": (0..<8, 8..<18, 18), "DK": (0..<4, 4..<14, 14),
    "ES": (0..<8, 10..<20, 20), "FI": (0..<0, 0..<14, 14), "FR": (0..<10, 10..<21, 23),
    "GB": (4..<10, 10..<18, 18), "IE": (4..<10, 10..<18, 18), "IT": (1..<11, 11..<23, 23),
    "LI": (0..<5, 5..<17, 17), "LU": (0..<3, 3..<16, 16), "NL": (0..<0, 4..<14, 14),
    "NO": (0..<0, 0..<11, 11), "PL": (0..<8, 8..<24, 24), "PT": (0..<8, 8..<19, 21),
    "SE": (0..<3, 3..<20, 20), "SK": (0..<4, 4..<20, 20),
  ]
}
