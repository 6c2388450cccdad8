import ArgumentParser
import Ledger
import Receivables

/// `kept escalate`: proposes a rung of the ladder for an account, or says how an escalation stands from here on.
struct EscalateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "escalate",
    abstract: "Propose the next rung of the ladder for an account, or decide on one that was proposed.",
    discussion: """
      Without --state a rung is proposed: the next one, or the one that --rung names. Where its gate is not fulfilled, or it \
      passes a rung over, --note says why, and that is kept with it. With --state the open escalation is changed; what is \
      not said stays as it was. 'kept escalations' lists what there is.

        kept escalate 10042 --note "refuses to talk"
        kept escalate 10042 --state approved
        kept escalate 10042 --state carried_out --due +20
        kept escalate 10042 --state returned --note "paid in full"
      """)

  @OptionGroup var options: GlobalOptions
  @OptionGroup var recording: RecordingOptions

  @Argument(help: "The account's number.")
  var account: String

  @Option(help: ArgumentHelp("Which rung of the policy's ladder, by its code.", valueName: "code"))
  var rung: String?

  @Option(
    help: ArgumentHelp(
      "How it stands: approved, declined, carried_out, returned or done.", valueName: "state"),
    transform: EscalationState.init(option:))
  var state: EscalationState?

  @Option(
    help: ArgumentHelp(
      "Which escalation, when several are open, by its number in 'kept escalations'.", valueName: "number"))
  var matter: String?

  @Option(help: ArgumentHelp("Who approves or declines it; else whoever records it.", valueName: "name"))
  var by: String?

  @Option(
    help: ArgumentHelp("Who is responsible: a department of the policy or a person.", valueName: "name"))
  var owner: String?

  @Option(
    parsing: .unconditional, help: ArgumentHelp("When somebody looks at it again.", valueName: "day"))
  var due: String?

  @Option(parsing: .unconditional, help: ArgumentHelp("Why, or what came of it.", valueName: "text"))
  var note: String?

  func validate() throws {
    guard rung == nil || (state == nil && matter == nil) else {
      throw ValidationError(
        "--rung proposes; --state and --matter are about what was proposed. Say one of them.")
    }
    guard by == nil || state == .approved || state == .declined else {
      throw ValidationError("--by goes with --state approved or declined.")
    }
  }

  func run() throws {
    try refuseLong(note)
    try recording.record(on: account, options) { try body(on: $0, in: $1) }
  }

  private func body(on picture: AccountPicture, in book: OpenBook) throws -> EntryBody {
    do {
      let due = try due.map { try TypedDay.read($0, today: book.today, rules: book.policy.dayRules) }
      guard state != nil || matter != nil else {
        return try ProposedEscalation(rung, owner: owner, dueOn: due, reason: note ?? "").completed(
          for: picture, policy: book.policy
        ).body
      }
      return try ProposedEscalationChange(
        of: try meant(on: picture).id, state: state, by: by, owner: owner, dueOn: due, note: note ?? ""
      ).completed(for: picture, policy: book.policy, by: options.collector).body
    } catch let problem as TypingProblem {
      throw CallProblem(nil, problem.sentence)
    } catch let problem as CallProblem where problem.field == .reason {
      throw CallProblem(nil, "\(problem.sentence) --note says it.")
    }
  }

  /// The one that is named, or the only one to which the state can come.
  private func meant(on picture: AccountPicture) throws -> EscalationStatus {
    let open = picture.escalations.filter { $0.isOpen || $0.isInForce }
    var meant = open.filter { matter == nil || $0.id.text == matter }
    if meant.count > 1, let state { meant = meant.filter { $0.state.following.contains(state) } }
    if let only = meant.first, meant.count == 1 { return only }
    guard !open.isEmpty else {
      throw CommandFailure(
        "Nothing was recorded. \(picture.file.customer.number) has no open escalation.", .badData)
    }
    let listed = open.map { "\($0.id.text) \($0.terms.title), \($0.state.title)" }.joined(separator: "; ")
    let which = matter.map { "\($0) is none of the open escalations" } ?? "It could be about several"
    throw CommandFailure("Nothing was recorded. \(which): \(listed). Say which with --matter.", .badData)
  }
}

extension EscalationState {
  /// A state as the command line writes it: `carried_out`, `carried-out`. Throws a usage error that names them.
  init(option text: String) throws {
    let name = text.lowercased().split { $0 == "-" || $0 == "_" || $0 == " " }.joined(separator: "_")
    guard let state = EscalationState.settable.first(where: { $0.rawValue == name }) else {
      let known = EscalationState.settable.map(\.rawValue).joined(separator: ", ")
      throw ValidationError("“\(text)” is no state of an escalation; there are \(known).")
    }
    self = state
  }
}
