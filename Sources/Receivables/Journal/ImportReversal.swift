/// The last import was taken back: which entries told of it, and what the books came to after that. The books of any day
/// can be held against it like against an import.
public struct ImportReversal: EntrySection {
  /// `[import_reversal]`.
  public static let name = "import_reversal"

  /// The entries that told of the import, one a file.
  public var imports: [EntryNumber]
  /// Accounts in the book after it.
  public var accounts: Int
  /// What the whole book came to after it.
  public var totals: [ControlTotals]
  /// Names the whole books as they were after it, in hexadecimal digits, as that of an import does.
  public var books: String

  /// A reversal.
  public init(imports: [EntryNumber], accounts: Int, totals: [ControlTotals], books: String) {
    self.imports = imports
    self.accounts = accounts
    self.totals = totals
    self.books = books
  }

  /// Reads what `write` wrote. Throws `EntryTextError`.
  public init(reading lines: SectionLines) throws(EntryTextError) {
    imports = []
    totals = []
    for line in lines.lines {
      switch line.key {
      case "import": imports.append(EntryNumber(rawValue: try EntryValue.number(line.value[...])))
      case "total":
        guard let total = ControlTotals(text: line.value) else {
          throw EntryTextError("a total that is not one")
        }
        totals.append(total)
      default: break
      }
    }
    guard let accounts = Int(try lines.needed("accounts")) else {
      throw EntryTextError("a number that is not one")
    }
    self.accounts = accounts
    books = try lines.needed("books")
  }

  /// `import 12`, `accounts 40`, `total USD 2 150.00 50.00 1 100.00 0.00`, `books 9f86…`.
  public func write(to lines: inout SectionWriter) {
    for number in imports { lines.line("import", String(number.rawValue) as String) }
    lines.line("accounts", String(accounts) as String)
    for total in totals { lines.line("total", total.text as String) }
    lines.line("books", books as String)
  }

  /// `"import of entry 12 taken back"`.
  public var words: SectionWords {
    let numbers = imports.map { String($0.rawValue) }.joined(separator: ", ")
    return SectionWords("import of \(imports.count == 1 ? "entry" : "entries") \(numbers) taken back")
  }

  /// Sets none.
  public func next(_ policy: Policy) -> NextAction? { nil }
}
