/// A file was taken into the books: which one, what it changed, and what the books came to after it. So that the books
/// of any day can be held against what was imported until then.
public struct ImportRecord: EntrySection {
  /// `[import]`.
  public static let name = "import"
  /// Nobody typed any of it freely.
  public static let personalKeys: Set<String>? = []

  /// How much of one kind of thing a file brought.
  public struct Counts: Hashable, Sendable {
    /// New in the book, there and now different, there and the same, no longer listed.
    public var added, changed, unchanged, closed: Int

    /// These.
    public init(added: Int, changed: Int, unchanged: Int, closed: Int) {
      (self.added, self.changed, self.unchanged, self.closed) = (added, changed, unchanged, closed)
    }
  }

  /// The file as it was named.
  public var file: String
  /// SHA-256 of its bytes in hexadecimal digits: what `sha256sum` prints.
  public var digest: String
  /// What it lists: `"invoices"`.
  public var lists: String
  /// The day as of which it lists everything that is open; nil when it is no such list.
  public var asOf: CalendarDay?
  /// What it brought.
  public var customers, invoices, payments: Counts
  /// Accounts in the book after it.
  public var accounts: Int
  /// What the whole book came to after it.
  public var totals: [ControlTotals]
  /// Names the whole books as they were after it, in hexadecimal digits: docs/JOURNAL.md tells of what.
  public var books: String

  /// An import.
  public init(
    file: String, digest: String, lists: String, asOf: CalendarDay?, customers: Counts, invoices: Counts,
    payments: Counts, accounts: Int, totals: [ControlTotals], books: String
  ) {
    self.file = file
    self.digest = digest
    self.lists = lists
    self.asOf = asOf
    self.customers = customers
    self.invoices = invoices
    self.payments = payments
    self.accounts = accounts
    self.totals = totals
    self.books = books
  }

  /// Reads what `write` wrote. Throws `EntryTextError`.
  public init(reading lines: SectionLines) throws(EntryTextError) {
    file = try lines.needed("file")
    digest = try lines.needed("digest")
    lists = try lines.needed("lists")
    asOf = try lines.optional("as_of") { (text) throws(EntryTextError) in try EntryValue.day(text) }
    customers = try Counts(text: try lines.needed("customers"))
    invoices = try Counts(text: try lines.needed("invoices"))
    payments = try Counts(text: try lines.needed("payments"))
    guard let accounts = Int(try lines.needed("accounts")) else {
      throw EntryTextError("a number that is not one")
    }
    self.accounts = accounts
    totals = []
    for line in lines.lines where line.key == "total" {
      guard let total = ControlTotals(text: line.value) else {
        throw EntryTextError("a total that is not one")
      }
      totals.append(total)
    }
    books = try lines.needed("books")
  }

  /// `file items.csv`, `digest 9f86…`, `lists invoices`, `invoices 12 3 40 0`, `total USD 2 150.00 50.00 1 100.00 0.00`.
  public func write(to lines: inout SectionWriter) {
    lines.line("file", file as String)
    lines.line("digest", digest as String)
    lines.line("lists", lists as String)
    lines.line("as_of", asOf?.iso)
    lines.line("customers", customers.text as String)
    lines.line("invoices", invoices.text as String)
    lines.line("payments", payments.text as String)
    lines.line("accounts", String(accounts) as String)
    for total in totals { lines.line("total", total.text as String) }
    lines.line("books", books as String)
  }

  /// `"items.csv imported"`.
  public var words: SectionWords { SectionWords("\(file) imported") }

  /// Sets none.
  public func next(_ policy: Policy) -> NextAction? { nil }
}

extension ImportRecord.Counts {
  /// `"12 3 40 0"`: added, changed, unchanged, closed.
  public var text: String { "\(added) \(changed) \(unchanged) \(closed)" }

  /// Reads what `text` wrote. Throws `EntryTextError`.
  init(text: String) throws(EntryTextError) {
    let counts = text.split(separator: " ").compactMap { Int($0) }
    guard counts.count == 4 else { throw EntryTextError("counts that are none") }
    self.init(added: counts[0], changed: counts[1], unchanged: counts[2], closed: counts[3])
  }
}
