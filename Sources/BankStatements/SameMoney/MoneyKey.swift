public import Receivables

/// What every format tells of a payment in the same way: account, day and amount.
///
/// The same payment has one key in every format, unless banks book under the value day in one of them; several payments
/// may share one. So it finds what may be the same money, and `SameMoney` says what is.
///
/// `MoneyKey(entry).account == "532013000"`, whether the file had the IBAN or the number of the account.
public struct MoneyKey: Hashable, Sendable {
  /// The account's own number, in capitals and without leading zeros.
  public let account: String
  /// The day of booking.
  public let day: CalendarDay
  /// Positive when money came in.
  public let amount: Money

  /// The key of an entry.
  public init(_ entry: BankEntry) {
    account = entry.account.number
    day = entry.booked
    amount = entry.amount
  }
}

/// What of an entry can be compared with another one of the same account and amount, folded so that what formats do to
/// texts makes no difference.
struct EntryEvidence {
  /// Letters and digits of a text that are compared. MT940 has at most 390 characters.
  private static let longest = 400
  /// SWIFT cuts a reference behind 16 characters.
  private static let bankLength = 16

  let bank: String?
  let endToEnd: String?
  let check: String?
  let structured: String?
  let text: String
  let payer: [String]

  init(_ entry: BankEntry) {
    bank = entry.references.bank.flatMap {
      Self.folded(String($0.unicodeScalars.prefix(Self.bankLength)), Self.bankLength)
    }
    endToEnd = entry.references.endToEnd.flatMap { Self.folded($0, Self.longest) }
    check = entry.references.check.flatMap { Self.folded(String($0.drop { $0 == "0" }), Self.longest) }
    let references = entry.references.structured.compactMap { Self.folded($0, Self.longest) }
    structured = references.isEmpty ? nil : references.sorted().joined(separator: " ")
    text = Self.folded(entry.remittance, Self.longest) ?? ""
    payer = Self.words(entry.counterparty.name ?? "")
  }

  /// Whether the payers' names have a word in common, as far as it was not cut off; nil when one has none.
  func agreesOnPayer(with other: EntryEvidence) -> Bool? {
    guard !payer.isEmpty, !other.payer.isEmpty else { return nil }
    return payer.contains { word in
      other.payer.contains { $0.hasPrefix(word) || word.hasPrefix($0) }
    }
  }

  /// Whether one text stands in the other; nil when one is too short to tell anything.
  func agreesOnText(with other: EntryEvidence) -> Bool? {
    let (short, long) = text.utf8.count <= other.text.utf8.count ? (text, other.text) : (other.text, text)
    guard short.utf8.count >= 6 else { return nil }
    return Self.contains(Array(long.utf8), Array(short.utf8))
  }

  /// Letters and digits, small and without accents; "ue" is "u", since "ü" is written as either. Nil when none are left.
  private static func folded(_ text: String, _ limit: Int) -> String? {
    var result: [UInt8] = []
    for byte in SearchText.folded(String(text.unicodeScalars.prefix(4 * limit))).utf8
    where byte.isWordByte || byte >= 0x80 {
      guard result.count < limit else { break }
      // e behind a, o, u; s behind s.
      if byte == 0x65, let last = result.last, [0x61, 0x6F, 0x75].contains(last) { continue }
      if byte == 0x73, result.last == 0x73 { continue }
      result.append(byte)
    }
    return result.isEmpty ? nil : String(decoding: result, as: UTF8.self)
  }

  private static func words(_ name: String) -> [String] {
    name.unicodeScalars.prefix(140).split { $0.value <= 0x20 || $0 == "," || $0 == "." || $0 == "-" }
      .compactMap { folded(String(String.UnicodeScalarView($0)), 40) }
      .filter { $0.utf8.count >= 3 && !forms.contains($0) }
  }

  /// What companies share with each other.
  private static let forms: Set<String> = [
    "gmbh", "inc", "ltd", "llc", "and", "und", "the", "corp", "company", "limited",
  ]

  private static func contains(_ long: [UInt8], _ short: [UInt8]) -> Bool {
    guard let first = short.first, long.count >= short.count else { return false }
    return (0...(long.count - short.count)).contains {
      long[$0] == first && long[$0..<($0 + short.count)].elementsEqual(short)
    }
  }
}

extension EntryEvidence {
  /// Whether two entries of one account and amount cannot be the same money.
  ///
  /// In one format a bank says the same of the same payment, so that any difference tells two apart. In two formats its own
  /// reference may be another one and texts may be cut, but what the payer gave it stays.
  func contradicts(_ other: EntryEvidence, isOneFormat: Bool) -> Bool {
    func differ(_ left: String?, _ right: String?) -> Bool {
      guard let left, let right else { return false }
      return left != right
    }
    if differ(check, other.check) || differ(structured, other.structured) { return true }
    if isOneFormat {
      return differ(bank, other.bank) || differ(endToEnd, other.endToEnd) || text != other.text
        || payer != other.payer
    }
    if let mine = endToEnd, let theirs = other.endToEnd, !mine.hasPrefix(theirs), !theirs.hasPrefix(mine) {
      return true
    }
    return agreesOnPayer(with: other) == false && agreesOnText(with: other) != true
  }
}
