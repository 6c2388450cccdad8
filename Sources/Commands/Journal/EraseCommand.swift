import ArgumentParser
import Interchange
import Ledger
import Receivables
import TextScreen

/// `kept erase`: takes text and names out of entries, where the law asks for it.
struct EraseCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "erase",
    abstract: "Take out of entries what somebody typed and whom they name, where the law asks for it.",
    discussion: """
      Notes, reasons, references, people and telephone numbers go; amounts, days, results and numbers of invoices stay. \
      The chain of evidence holds, and an entry says who erased what, when, and on what ground. It cannot be undone. \
      Backups, exports and the accounting system have to be seen to as well.

        kept erase 10042 --entry 12 --entry 15 --ground "Art. 17 GDPR, letter of 3 March"
      """)

  @OptionGroup var options: GlobalOptions
  @OptionGroup var recording: RecordingOptions

  @Argument(help: "The account's number.")
  var account: String

  @Option(help: ArgumentHelp("An entry; may be given several times.", valueName: "number"))
  var entry: [Int64] = []

  @Flag(help: "All entries of the account that hold such text.")
  var all = false

  @Option(help: ArgumentHelp("Why it has to go; it stays in the journal.", valueName: "text"))
  var ground: String

  @Flag(help: "Do it without asking.")
  var yes = false

  func validate() throws {
    guard entry.isEmpty == all else { throw ValidationError("Name entries with --entry, or say --all.") }
    guard ground.contains(where: { !$0.isWhitespace }) else {
      throw ValidationError("--ground says why, such as \"Art. 17 GDPR, letter of 3 March\".")
    }
  }

  func run() throws {
    let book = try options.openBook()
    try book.begin()
    let id = try book.account(numbered: account)
    let file = try book.ledger.account(id)
    let numbers =
      all
      ? file.entries.filter { $0.body.canBeErased && $0.body.first(CustomerRelation.self) == nil }.map(
        \.number) : entry.map(EntryNumber.init)
    guard !numbers.isEmpty else {
      throw CommandFailure("No entry of account \(account) holds such text. Nothing was changed.", .badData)
    }
    let named = numbers.map { String($0.rawValue) }.joined(separator: ", ")
    guard yes || Question.canAsk else {
      throw CommandFailure(
        "Nothing was changed: this would erase the text of entries \(named) for good. Say --yes.", .badData)
    }
    guard try yes || Question.agrees("The text of entries \(named) goes for good. Erase it?") else {
      throw CommandFailure("Nothing was changed.", .badData)
    }
    let (saved, isGone) = try book.ledger.erase(
      numbers, of: id, ground: ground, action: recording.action, as: options.collector,
      signed: Machine.signature)
    try ErasureListing(entry: saved, account: file.customer.number, isGone: isGone).write(
      as: options.format,
      after: "Entry \(saved.number.rawValue) erased the text of \(named), but that was not reported.")
  }
}

/// What `kept erase` did.
struct ErasureListing: Listing {
  let entry: JournalEntry
  let account: String
  /// Whether the text is out of the log of the file too.
  let isGone: Bool

  private var erased: [Int] {
    entry.body.first(ErasureRecord.self)?.parts.map { Int($0.entry.rawValue) } ?? []
  }

  func json() -> JSONValue {
    [
      "entry": .integer(Int(entry.number.rawValue)), "account": .string(account), "gone": .boolean(isGone),
      "erased": .list(erased.map { .integer($0) }),
    ]
  }

  func csv() -> String {
    var writer = CSVWriter(header: ["entry", "account", "erased"])
    for number in erased {
      writer.write(Int(entry.number.rawValue))
      writer.write(account)
      writer.write(number)
      writer.endRecord()
    }
    return writer.drain()
  }

  func text() -> String {
    let named = erased.map { String($0) }.joined(separator: ", ")
    let lines = [
      "Entry \(entry.number.rawValue) on \(account): the text of \(named) is erased, and forms that were not saved are gone.",
      isGone
        ? "Backups and exports still hold it."
        : "Another session is reading: the log of the file holds it until that ends. Backups and exports hold it too.",
    ]
    return lines.map { Sanitised.text(of: $0) + "\n" }.joined()
  }
}
