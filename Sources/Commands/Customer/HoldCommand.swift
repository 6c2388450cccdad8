import ArgumentParser
import Ledger
import Receivables

/// `kept hold`: invoices or a whole account are not chased until a day.
struct HoldCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "hold",
    abstract: "Do not chase an account, or some of its invoices, until a day.",
    discussion: """
      The account comes back by itself on that day. It is withdrawn before with 'kept log NUMBER --withdraw'. Reasons are \
      those of the policy, or other words.

        kept hold 10042 --until 2027-01-15 --reason "sales asked" --by "Bob Roe"
        kept hold 10042 --until +30 --reason legal --invoice INV-77 --invoice INV-78
      """)

  @OptionGroup var options: GlobalOptions
  @OptionGroup var recording: RecordingOptions

  @Argument(help: "The account's number.")
  var account: String

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("The first day on which it is chased again.", valueName: "day"))
  var until: String

  @Option(
    help: ArgumentHelp("Why: do not call, insolvency, sales asked, legal, or other words.", valueName: "text")
  )
  var reason: String

  @Option(help: ArgumentHelp("Who asked for it; without it the collector.", valueName: "name"))
  var by: String?

  @Option(
    help: ArgumentHelp(
      "An invoice that is not chased; may be given several times. Without one it is the whole account.",
      valueName: "number"))
  var invoice: [String] = []

  func run() throws {
    try recording.record(on: account, options) { try body(on: $0, in: $1) }
  }

  private func body(on picture: AccountPicture, in book: OpenBook) throws -> EntryBody {
    do {
      let day = try TypedDay.read(until, today: book.today, rules: book.policy.dayRules)
      let chosen = try invoice.flatMap { try picture.named($0) }.map(\.invoice.id)
      return try picture.hold(
        until: day, reason: book.policy.holdReason(typed: reason), by: by ?? options.collector, on: chosen)
    } catch let problem as TypingProblem {
      throw CallProblem(nil, problem.sentence)
    }
  }
}
