import Receivables

/// Cells that hold number and name of a customer together: `10023 - Acme Tools`. They are taken apart only where all lines
/// of documents have such a cell: elsewhere it is somebody's name.
struct CombinedCustomers {
  private let column: Int?
  private let document: [Int]
  private var count = 0
  private var isRefuted: Bool

  /// Where no column tells numbers.
  init(_ columns: ColumnMap) {
    column = columns[.accountNumber] == nil ? columns[.customerName] : nil
    document = [ColumnRole.documentNumber, .issued, .due, .paymentDate].compactMap { columns[$0] }
    isRefuted = column == nil
  }

  /// Whether the lines so far say so.
  var areCombined: Bool { count > 0 && !isRefuted }

  /// Looks at the next line.
  mutating func see(_ record: Record, _ scanner: RecordScanner) {
    guard !isRefuted, let column, column < record.fields.count, !record.fields[column].isEmpty,
      document.contains(where: { $0 < record.fields.count && !record.fields[$0].isEmpty })
    else { return }
    count += 1
    isRefuted = Self.parts(of: scanner.string(record.fields[column])) == nil
  }

  /// Number and name; nil for a text that does not begin with a number and a dash or colon.
  static func parts(of text: String) -> (number: String, name: String)? {
    guard let end = text.firstIndex(where: { " :–—\u{A0}".contains($0) }) else { return nil }
    let number = text[..<end]
    let rest = text[end...].drop { " \u{A0}".contains($0) }
    guard let mark = rest.first, "-–—:|".contains(mark) else { return nil }
    let name = rest.dropFirst().drop { " \u{A0}".contains($0) }
    let digits = number.utf8.count { $0 &- 0x30 <= 9 }
    guard digits >= 2, digits * 2 >= number.utf8.count, !name.isEmpty else { return nil }
    return (String(number), String(name))
  }
}

/// Numbers of customers that only differ in leading zeros and stand side by side in a file with different names: `0012` and
/// `12` are two customers then.
struct SpelledNumbers {
  private let number, name: Int?
  private var isAnyPadded = false
  private var isAnyBare = false

  init(_ columns: ColumnMap) {
    number = columns[.accountNumber]
    name = columns[.customerName]
  }

  /// Looks at the next line.
  mutating func see(_ record: Record, _ scanner: RecordScanner) {
    guard let number, !(isAnyPadded && isAnyBare), number < record.fields.count else { return }
    let field = record.fields[number]
    guard !field.isEmpty else { return }
    switch scanner.bytes[field.quoting == .none ? field.start : min(field.start + 1, field.end - 1)] {
    case 0x30: isAnyPadded = true
    case 0x31...0x39: isAnyBare = true
    default: break
    }
  }

  /// The spellings that tell customers apart; none in nearly every file, which is read once more only where it has numbers
  /// of both kinds. Throws `Refusal` for what makes it unreadable.
  func apart(_ scanner: RecordScanner) throws(Refusal) -> Set<String> {
    guard isAnyPadded, isAnyBare, let number, let name else { return [] }
    var scanner = scanner
    var record = Record()
    var known: [String: [String: String]] = [:]
    while try scanner.next(&record) {
      guard number < record.fields.count, name < record.fields.count, !record.fields[number].isEmpty else {
        continue
      }
      let spelled = scanner.string(record.fields[number])
      let key = DocumentKey(spelled).text
      guard key.utf8.allSatisfy({ $0 &- 0x30 <= 9 }), known[key]?[spelled] == nil else { continue }
      let named = NameKey(scanner.string(record.fields[name])).text
      if !named.isEmpty { known[key, default: [:]][spelled] = named }
    }
    return known.values.reduce(into: []) { apart, spellings in
      if Set(spellings.values).count > 1 { apart.formUnion(spellings.keys) }
    }
  }
}
