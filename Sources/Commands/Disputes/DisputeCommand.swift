import ArgumentParser
import Ledger
import Receivables

/// `kept dispute`: says how a dispute stands from here on, as the form of the workbench does.
struct DisputeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "dispute",
    abstract: "Say how a dispute stands, with whom it is, until when, and what came of it.",
    discussion: """
      What is not said stays as it was. A dispute is raised by a call: kept log NUMBER --result DI. 'kept disputes' lists \
      what there is. Days and amounts are read as in the workbench: fri, +3, eom, 2026-11-27; 1200.00, 12.5k or all.

        kept dispute 10042 --state in_process --owner logistics --due fri
        kept dispute 10042 --state accepted --accepted 200.00 --cause wrong_price --note "old price list"
        kept dispute 10042 --matter 12.1 --state rejected --cause customer_error
      """)

  @OptionGroup var options: GlobalOptions
  @OptionGroup var recording: RecordingOptions

  @Argument(help: "The account's number.")
  var account: String

  @Option(
    help: ArgumentHelp(
      "Which dispute, when several are open, by its number in 'kept disputes'.", valueName: "number"))
  var matter: String?

  @Option(
    help: ArgumentHelp(
      "How it stands: in_process, waiting_customer, waiting_internal, to_be_collected, accepted, partly or rejected.",
      valueName: "state"), transform: DisputeState.init(option:))
  var state: DisputeState?

  @Option(help: ArgumentHelp("With whom it is: a department of the policy or a person.", valueName: "name"))
  var owner: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "When it is looked at again; for an accepted one, when the credit should be in the books.",
      valueName: "day"))
  var due: String?

  @Option(help: ArgumentHelp("How much is accepted; the rest is rejected.", valueName: "amount"))
  var accepted: String?

  @Option(help: ArgumentHelp("What it came from; needed to accept or reject.", valueName: "cause"))
  var cause: String?

  @Option(parsing: .unconditional, help: ArgumentHelp("What was found out.", valueName: "text"))
  var note: String?

  func run() throws {
    try refuseLong(note)
    try recording.record(on: account, options) { try body(on: $0, in: $1) }
  }

  private func body(on picture: AccountPicture, in book: OpenBook) throws -> EntryBody {
    let dispute = try meant(on: picture, book.policy)
    var change = ProposedDisputeChange(of: dispute.id, state: state, owner: owner, note: note ?? "")
    do {
      change.dueOn = try due.map {
        try TypedDay.read($0, today: book.today, rules: book.policy.dayRules)
      }
      change.cause = try cause.map { try book.policy.disputes.rootCauses.meant(by: $0).code }
      if let accepted {
        let sums = try dispute.sum(\.disputed)
        guard let whole = sums.first, sums.count == 1 else {
          throw CallProblem(nil, "It is in several currencies, so no amount of it can be accepted.")
        }
        change.accepted = try TypedAmount.read(accepted, full: whole)
      }
      return try change.completed(for: picture, policy: book.policy).body
    } catch let problem as TypingProblem {
      throw CallProblem(nil, problem.sentence + (problem.asksForList ? causes(book.policy) : ""))
    } catch let problem as CallProblem where problem.field == .reason {
      throw CallProblem(nil, problem.sentence + causes(book.policy))
    }
  }

  /// The one that is named, or the only one that is open.
  private func meant(on picture: AccountPicture, _ policy: Policy) throws -> DisputeStatus {
    let open = picture.openDisputes
    let meant = open.filter { matter == nil || $0.id.text == matter }
    if let only = meant.first, meant.count == 1 { return only }
    guard !open.isEmpty else {
      throw CommandFailure(
        "Nothing was recorded. \(picture.file.customer.number) has no open dispute.", .badData)
    }
    let listed = try open.map { dispute in
      let amounts = try dispute.sum(\.disputed).map(\.description).joined(separator: ", ")
      return "\(dispute.id.text) \(amounts) \(policy.disputeReasons.title(dispute.terms.reason))"
    }.joined(separator: "; ")
    let which = meant.isEmpty ? "\(matter ?? "") is none of the open disputes" : "Several are open"
    throw CommandFailure("Nothing was recorded. \(which): \(listed). Say which with --matter.", .badData)
  }

  private func causes(_ policy: Policy) -> String {
    let known = policy.disputes.rootCauses.filter { !$0.isRetired }.map(\.code)
    return " --cause takes \(known.joined(separator: ", "))."
  }
}

extension DisputeState {
  /// A state as the command line writes it: `in_process`, `waiting-customer`. Throws a usage error that names them.
  init(option text: String) throws {
    let name = text.lowercased().split { $0 == "-" || $0 == "_" || $0 == " " }.joined(separator: "_")
    guard let state = DisputeState.settable.first(where: { $0.rawValue == name }) else {
      let known = DisputeState.settable.map(\.rawValue).joined(separator: ", ")
      throw ValidationError("“\(text)” is no state of a dispute; there are \(known).")
    }
    self = state
  }
}
