import Receivables

/// A `:86:`: what the bank knows of an entry beyond its amount. There are three ways to write it.
///
/// German, `166?00GUTSCHRIFT?20EREF+4711?21SVWZ+RE 2031?32ALDER`; between slashes, `/EREF/4711/NAME/ALDER/REMI/RE 2031`;
/// and plain text, which may have the tags of SEPA in it.
struct MT940Information {
  private(set) var code: GermanCode?
  private(set) var title: String?
  /// What German banks write as reason of a payment that came back.
  private(set) var reason: String?
  private(set) var tags: [String: String] = [:]
  private(set) var remittance: String?
  private(set) var structured: [String] = []
  private(set) var counterparty = Counterparty()

  /// Reads the lines of a field.
  init(_ lines: [String]) {
    if let fields = GermanSubfields(lines) {
      readGerman(fields)
      return
    }
    let text = TaggedText(lines, width: 65)
    if text.isSlashed {
      readSlashed(text.slashed)
    } else {
      tags = text.sepa
      readSEPA(otherwise: text.line)
    }
  }

  private mutating func readGerman(_ fields: GermanSubfields) {
    code = GermanCode(fields.code)
    title = fields.title
    counterparty.name = fields.name
    counterparty.account = fields.account
    tags = TaggedText(fields.texts, width: GermanSubfields.width).sepa
    readSEPA(otherwise: nil)
    if code?.isReturn == true { reason = fields.supplement }
  }

  private mutating func readSEPA(otherwise plain: String?) {
    let known = tags.keys.contains { !$0.isEmpty }
    remittance = tags["SVWZ"] ?? (known ? tags[""] : plain ?? tags[""])
    counterparty.ultimate = tags["ABWA"] ?? tags["ABWE"]
    counterparty.account = counterparty.account ?? tags["IBAN"]
  }

  private mutating func readSlashed(_ values: [String: String]) {
    tags["EREF"] = values["EREF"]
    tags["MREF"] = values["MARF"]
    tags["KREF"] = values["PREF"]
    title = values["TRTP"]
    counterparty.name = Self.plain(values["NAME"])
    counterparty.account = Self.plain(values["IBAN"])
    counterparty.ultimate = Self.plain(values["ULTD"] ?? values["ULTB"])
    // IBAN/BIC/name/city
    if let parts = values["CNTP"]?.split(separator: "/", omittingEmptySubsequences: false) {
      counterparty.account = parts.first.flatMap { $0.oneLine }
      counterparty.name = parts.dropFirst(2).first.flatMap { $0.oneLine }
    }
    reason = Self.plain(values["RTRN"])
    guard let text = values["REMI"] else { return }
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    switch parts.first {
    case "USTD": remittance = Self.plain(parts.dropFirst(2).joined(separator: "/"))
    case "STRD":
      if let reference = parts.dropFirst(2).joined(separator: "/").reference.flatMap(Self.plain) {
        structured = [reference]
      }
    default: remittance = Self.plain(text)
    }
  }

  /// Without the slash that ends a value.
  private static func plain(_ text: String?) -> String? {
    var text = text?.oneLine ?? ""
    while text.last == "/" { text.removeLast() }
    return text.oneLine
  }

  /// Adds what is known to the entry that the field belongs to.
  func put(into entry: inout BankEntry) {
    entry.method = code?.method ?? entry.method
    entry.title = title
    entry.references.endToEnd = tags["EREF"]?.reference
    entry.references.mandate = tags["MREF"]?.reference
    entry.references.instruction = tags["KREF"]?.reference ?? entry.references.instruction
    entry.references.structured = structured
    entry.remittance = remittance ?? ""
    entry.counterparty = counterparty
    if code?.isBatch == true {
      entry.batch = PaymentBatch(
        reference: entry.references.bank, total: entry.amount, count: 0, isWhole: true)
    }
    if code?.isReturn == true || reason != nil || entry.returned != nil {
      entry.returned = PaymentReturn(code: reason)
    }
  }
}

/// The subfields of a German `:86:`: three digits, then a mark and two digits before each.
struct GermanSubfields {
  let code: Int
  private(set) var title: String?
  /// 20 to 29 and 60 to 63: the text, in pieces of at most 27 characters.
  private(set) var texts: [String] = []
  private var names: [String] = []
  private(set) var account: String?
  /// 34: more about the code; the reason, where a payment came back.
  private(set) var supplement: String?

  /// Nil when the lines are written another way.
  init?(_ lines: [String]) {
    // Lines end anywhere, and nothing is lost between them.
    let text = lines.flatMap { Array($0.unicodeScalars) }
    let digits = text.prefix(3).compactMap { scalar in
      UInt8(exactly: scalar.value).flatMap { $0.isDigit ? $0 : nil }
    }
    guard digits.count == 3, let code = digits.wholeNumber, text.count > 5,
      let mark = text.dropFirst(3).first, mark.isASCII, UInt8(mark.value).isWordByte == false, mark != " ",
      Self.number(text, at: 4) != nil
    else { return nil }
    self.code = code
    var place = 3
    while place < text.count {
      guard let number = Self.number(text, at: place + 1) else { return }
      let start = place + 3
      var end = start
      while end < text.count, text[end] != mark || Self.number(text, at: end + 1) == nil { end += 1 }
      take(number, String(String.UnicodeScalarView(text[start..<end])))
      place = end
    }
  }

  /// 32 and 33: a name, in pieces of the same width.
  var name: String? { TaggedText(names, width: Self.width).line }

  /// Characters in a full subfield.
  static let width = 27

  private mutating func take(_ number: Int, _ value: String) {
    switch number {
    case 0: title = value.oneLine
    case 20...29, 60...63: texts.append(value)
    case 31, 38: account = account ?? value.oneLine
    case 32, 33: names.append(value)
    case 34: supplement = value.oneLine
    default: break
    }
  }

  private static func number(_ text: [Unicode.Scalar], at place: Int) -> Int? {
    guard place + 1 < text.count else { return nil }
    let pair = text[place...(place + 1)].compactMap { UInt8(exactly: $0.value) }
    return pair.count == 2 ? pair.wholeNumber : nil
  }
}
