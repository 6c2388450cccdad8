public import ArgumentParser
import Ledger
public import Receivables

/// `kept relate`: says how two customers of the books belong together.
struct RelateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "relate",
    abstract: "Merge two customers, split them, or join branches to a group.",
    discussion: """
      The books keep both; what is recorded is an entry of the journal and is taken back like any other.

        same        one customer whom the books have twice: one account from then on
        branch      a branch or subsidiary that is worked together with the account
        group       a branch or subsidiary that is worked for itself
        different   two customers, however alike: splits what was merged

      What was recorded while two were one belongs to both when they are split. 'kept customers' lists pairs that may be \
      the same.

        kept relate 10042 10533 --as same
        kept relate 10042 10533 --as different
      """)

  @OptionGroup var options: GlobalOptions
  @OptionGroup var recording: RecordingOptions

  @Argument(help: "The number of the account that goes on, or of the head of the group.")
  var account: String

  @Argument(help: "The other customer's number.")
  var other: String

  @Option(name: .customLong("as"), help: ArgumentHelp("How they belong together.", valueName: "relation"))
  var kind: CustomerRelation.Kind

  func run() throws {
    try recording.record(on: account, options) { _, _ in
      EntryBody(
        CustomerRelation(
          kind, of: AccountName(number: account, title: ""), to: AccountName(number: other, title: "")))
    }
  }
}

extension CustomerRelation.Kind: ExpressibleByArgument {}
