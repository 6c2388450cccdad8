import Receivables

/// A form in which banks give statements.
public enum BankFormat: String, Hashable, Sendable, CaseIterable {
  /// ISO 20022, statement of what was booked.
  case camt053 = "camt.053"
  /// ISO 20022, notice of single bookings or of the payments in them.
  case camt054 = "camt.054"
  /// SWIFT, customer statement message.
  case mt940 = "MT940"
  /// Bank Administration Institute, cash management balance reporting, version 2.
  case bai2 = "BAI2"
  /// Open Financial Exchange 1 (SGML).
  case ofx1 = "OFX 1"
  /// Open Financial Exchange 2 (XML).
  case ofx2 = "OFX 2"
  /// Rows below headings, as online banking exports them.
  case csv = "CSV"

  /// The format of `bytes` by what stands in them, never by the name of a file; nil when it is none of these. A CSV is known
  /// by `words`, and none without them.
  ///
  /// Looks at the first 16 kilobytes. A file that is recognised may still be refused when it is read.
  public static func recognise(_ bytes: UnsafeRawBufferPointer, words: StatementWords?) -> BankFormat? {
    let head = StatementHead(bytes)
    return head.format ?? words.flatMap { head.isCSV($0) ? .csv : nil }
  }

  /// Whether the file is XML.
  var isXML: Bool { self == .camt053 || self == .camt054 || self == .ofx2 }
}

/// The beginning of a file, by which it is known.
struct StatementHead {
  /// What is said of a file that is nothing that is read here.
  static let unknown = Refusal(
    reason:
      "This is no statement that can be read. Fetch one as camt.053, camt.054, MT940, BAI2, OFX or CSV from the bank."
  )

  private let text: [UInt8]

  init(_ bytes: UnsafeRawBufferPointer) {
    var prefix = bytes.prefix(16_384)
    // A character that is cut in two would make all others look like those of another encoding.
    if prefix.count < bytes.count, let end = prefix.lastIndex(of: .lineFeed) { prefix = prefix[...end] }
    let head = UnsafeRawBufferPointer(rebasing: prefix)
    let decoded = StatementText(head)
    text = withExtendedLifetime(decoded) { Array(decoded.bytes.drop(while: \.isBlank)) }
  }

  var format: BankFormat? {
    guard let first = text.first else { return nil }
    if first == 0x3C { return markup }
    if starts("OFXHEADER") || starts("OFXHEADER", at: 3) { return .ofx1 }
    if starts("01,"), has("\n02,") || has("\r02,") { return .bai2 }
    return isMT940 ? .mt940 : nil
  }

  /// Whether headings of a bank's CSV stand in it.
  func isCSV(_ words: StatementWords) -> Bool {
    text.withUnsafeBufferPointer {
      if case .statement = CSVSighting($0, words) { true } else { false }
    }
  }

  /// An intraday report of ISO 20022, of which the entries may still change.
  var isReport: Bool { text.first == 0x3C && (has("camt.052.") || has("BkToCstmrAcctRpt")) }

  private var markup: BankFormat? {
    if has("camt.053.") { return .camt053 }
    if has("camt.054.") { return .camt054 }
    if has("BkToCstmrStmt") { return .camt053 }
    if has("BkToCstmrDbtCdtNtfctn") { return .camt054 }
    if has("<?OFX") || starts("<?xml"), has("<OFX>") || has("<OFX ") || has(":OFX") { return .ofx2 }
    return starts("<OFX>") ? .ofx1 : nil
  }

  /// Statement lines or a balance behind a reference, each at the beginning of a line.
  private var isMT940: Bool {
    let isEnveloped = starts("{1:") && has("{4:")
    guard isEnveloped || isField(":20:") else { return false }
    return isField(":25") && (isField(":28") || isField(":60") || isField(":61:"))
  }

  private func isField(_ tag: String) -> Bool { starts(tag) || has("\n" + tag) || has("\r" + tag) }

  private func starts(_ word: String, at place: Int = 0) -> Bool {
    text.dropFirst(place).starts(with: word.utf8)
  }

  private func has(_ word: String) -> Bool {
    let word = Array(word.utf8)
    guard let first = word.first, text.count >= word.count else { return false }
    return text.indices.dropLast(word.count - 1).contains {
      text[$0] == first && text[$0...].starts(with: word)
    }
  }
}
