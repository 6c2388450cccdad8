import ArgumentParser
import Ledger
import Receivables

/// `kept payment-run`: when a customer pays, as it was learned on the phone.
struct PaymentRunCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "payment-run",
    abstract: "Say when a customer pays, when a run closes, and how long a document takes to be approved.",
    discussion: """
      What is said holds before what the books say, whatever is imported later, and names all of it: without --cut-off \
      there is none. 'none' means that they pay in no rhythm.

        kept payment-run 10042 thu --cut-off 2
        kept payment-run 10042 "fortnightly thu" --by "Jane Doe"
        kept payment-run 10042 "2nd thu" --cut-off 2 --approval 5
        kept payment-run 10042 1,15
      """)

  @OptionGroup var options: GlobalOptions
  @OptionGroup var recording: RecordingOptions

  @Argument(help: "The account's number.")
  var account: String

  @Argument(
    help: ArgumentHelp(
      "The rhythm: thu, fortnightly thu, fortnightly from 2026-12-03, 2nd thu, last fri, 15, eom, 1,15 or none.",
      valueName: "run"))
  var rhythm: String

  @Option(help: ArgumentHelp("How many business days before it a run closes.", valueName: "days"))
  var cutOff: String?

  @Option(help: ArgumentHelp("How many business days a document takes to be approved.", valueName: "days"))
  var approval: String?

  @Option(help: ArgumentHelp("Who said so.", valueName: "name"))
  var by: String?

  func run() throws {
    try recording.record(on: account, options) { try body(in: $1) }
  }

  private func body(in book: OpenBook) throws -> EntryBody {
    do {
      let run = try TypedRun.read(rhythm, today: book.today, rules: book.policy.dayRules)
      let (cutOff, approval) = (try cutOff.map(TypedRun.days) ?? 0, try approval.map(TypedRun.days) ?? 0)
      return EntryBody(
        PaymentRunRecord(
          run.map { PaymentCalendar($0, cutOffDays: cutOff, approvalDays: approval) }, by: by))
    } catch {
      throw CallProblem(nil, error.sentence)
    }
  }
}
