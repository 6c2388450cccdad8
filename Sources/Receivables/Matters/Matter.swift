/// Names a matter: the entry that opened it, and which of the matters of that entry it is.
public struct MatterID: Hashable, Sendable, Comparable {
  /// The entry.
  public var entry: EntryNumber
  /// 1 for the entry's first matter.
  public var part: Int

  /// The matter of that entry.
  public init(_ entry: EntryNumber, _ part: Int = 1) {
    self.entry = entry
    self.part = part
  }

  /// `"12.1"`.
  public var text: String { "\(entry.rawValue).\(part)" }

  /// What `text` wrote. Throws `EntryTextError`.
  init(entryText text: some StringProtocol) throws(EntryTextError) {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 2 else { throw EntryTextError("a matter that is not one") }
    self.init(
      EntryNumber(rawValue: try EntryValue.number(parts[0])), Int(clamping: try EntryValue.number(parts[1])))
  }

  /// Opened earlier is less.
  public static func < (left: MatterID, right: MatterID) -> Bool {
    (left.entry, left.part) < (right.entry, right.part)
  }
}

/// One agreement or obstacle about slices of invoices, as of a day: a promise, a claim of payment, a dispute, a plan, a
/// hold, an escalation. Whatever it is, it has a state, holds money, and has a step of its own.
public struct Matter: Hashable, Sendable {
  /// Names it.
  public var id: MatterID
  /// What it is called: `"promise"`.
  public var kind: String
  /// Who agreed, contested or asked for it.
  public var person: String?
  /// The business date on which it was opened.
  public var openedOn: CalendarDay
  /// How it stands: `"in grace"`.
  public var state: String
  /// Whether it is not over yet.
  public var isOpen: Bool
  /// What it is about, with the day: `"1 200.00 USD on Fri 27 Nov"`.
  public var title: String
  /// What it holds of open invoices, whether past due or not.
  public var held: [Money]
  /// Its own next step; nil when it asks for none.
  public var step: NextAction?
}

/// What an entry said to open a matter. A kind of matter is its section, how it stands as of a day, what it holds and what
/// it asks to be done; and a line in `MatterKinds`.
protocol MatterTerms: EntrySection {
  /// Follows all matters of this kind through the books, takes their slices and adds what they come to.
  static func follow(
    _ taken: [TakenMatter<Self>], _ account: inout MattersInProgress, _ asOf: inout AsOf
  ) throws(MoneyError)

  /// What of it is about the account, where customers that were one were split since; nil for nothing.
  func left(to part: SplitPart) -> Self?

  /// What people read of a state that a later entry gave one of this kind: `"partly accepted"`.
  static func title(ofState state: String) -> String

  /// What is to be done on the day that such an entry names; nil for nothing.
  static func step(after state: String?) -> NextAction.Kind?
}

extension MatterTerms {
  static func title(ofState state: String) -> String { state.split(separator: "_").joined(separator: " ") }

  static func step(after state: String?) -> NextAction.Kind? { nil }
}

/// The kinds of matters, in the order in which they take their slices.
enum MatterKinds {
  static let all: [any MatterTerms.Type] = [
    DisputeTerms.self, PlanTerms.self, PromiseTerms.self, ReceiptTerms.self, HoldTerms.self,
    EscalationTerms.self,
  ]

  /// The kind whose sections have that name.
  static func named(_ name: String) -> (any MatterTerms.Type)? { all.first { $0.name == name } }

  /// Whether a section opens a matter.
  static func opens(_ section: any EntrySection) -> Bool { section is any MatterTerms }

  /// Follows everything that was opened. Throws `MoneyError`.
  static func follow(
    _ entries: EntriesInForce, _ account: inout MattersInProgress, _ asOf: inout AsOf
  ) throws(MoneyError) {
    for kind in all { try follow(kind, entries, &account, &asOf) }
  }

  private static func follow<Terms: MatterTerms>(
    _ kind: Terms.Type, _ entries: EntriesInForce, _ account: inout MattersInProgress, _ asOf: inout AsOf
  ) throws(MoneyError) {
    let taken = entries.opened.compactMap { TakenMatter<Terms>($0) }
    if !taken.isEmpty { try Terms.follow(taken, &account, &asOf) }
  }
}

/// A matter as the journal has it, in force or not.
struct TakenMatter<Terms> {
  let id: MatterID
  /// The business date on which it was opened.
  let day: CalendarDay
  /// With whom.
  let person: String?
  /// The collector who opened it.
  let collector: String
  let terms: Terms
  /// Why it counts for nothing, when its entry was reversed.
  let voidedBecause: String?
  /// When, by which entry and why it was taken back.
  let withdrawal: Ending?
  /// What was changed since, in the order in which it was written.
  let changes: [MadeChange]
}

/// Who took a matter back, when and why.
struct Ending {
  let entry: EntryNumber
  let day: CalendarDay
  let because: String
}

extension TakenMatter {
  /// The matter with its terms of a certain kind; nil when they are of another.
  init?(_ opened: TakenMatter<any MatterTerms>) {
    guard let terms = opened.terms as? Terms else { return nil }
    self.init(
      id: opened.id, day: opened.day, person: opened.person, collector: opened.collector, terms: terms,
      voidedBecause: opened.voidedBecause,
      withdrawal: opened.withdrawal, changes: opened.changes)
  }
}

/// The matters of an account while they are followed, with the open items that they take slices of.
struct MattersInProgress {
  let policy: Policy
  let entries: EntriesInForce
  var items: OpenItems
  /// All of them, whether over or not.
  var matters: [Matter] = []
  /// What they ask to be done.
  var steps: [MatterStep] = []
  /// What is free at a place and has a step of its matter already, minor units: instalments in their grace.
  var followed: [Int: Int64] = [:]
  /// Promises and claims with what came of them, oldest first.
  var promises: [PromiseStatus] = []
  /// The plans in force, the newest first.
  var plans: [PlanStatus] = []
  /// The plans that ended otherwise than by being paid or broken, the newest first.
  var endedPlans: [PlanStatus] = []
  /// Whether the whole account is on hold: nobody is to call, whatever was agreed before.
  var isOnHold = false
  /// How the receipts in force stand.
  var receipts: [MatterID: ReceiptStanding] = [:]
  /// All disputes with what became of them, the newest first.
  var disputes: [DisputeStatus] = []
  /// What disputes took of the credits that came.
  var disputedCredits = DisputedCredits()
  /// All escalations with what became of them, oldest first.
  var escalations: [EscalationStatus] = []
  /// By which entry an escalation looks after what is free at a place: what was agreed about it before, or went wrong with
  /// it, asks for no call.
  var escalated: [Int: Escalated] = [:]
  /// Whether somebody else collects all of it.
  var isPlaced = false
  /// The open items as they were before what is placed was taken; nil without any escalation.
  var beforePlacement: OpenItems?

  /// The entry that said last how an escalation stands, and its business date.
  struct Escalated {
    let entry: EntryNumber
    let day: CalendarDay
  }

  init(_ entries: EntriesInForce, _ items: OpenItems, _ policy: Policy) {
    self.entries = entries
    self.items = items
    self.policy = policy
  }
}

extension MattersInProgress {
  /// What was held at `places` is free from the day on which it was taken back: there is a reason to call again, whatever
  /// step was agreed before.
  mutating func addStep(
    after withdrawal: Ending, of matter: MatterID, _ money: Money?, at places: [Int]
  ) {
    steps.append(
      MatterStep(
        matter: matter,
        action: NextAction(.call, on: policy.calendar.firstBusinessDay(onOrAfter: withdrawal.day)),
        lane: .followUp,
        finding: money.map { .takenBack($0, withdrawal.day) } ?? .at(withdrawal.day, nil), freed: places,
        raisedBy: withdrawal.entry))
  }
}

/// What a matter asks to be done, before it is known who was spoken to since.
struct MatterStep {
  let matter: MatterID
  let action: NextAction
  let lane: Lane
  let finding: Reason.Finding
  /// Where something must be free and past due for it to count; nil when it counts anyhow.
  var freed: [Int]?
  /// What it is about, where it counts whatever is free: a step that was agreed about something else does not put it off.
  var about: [Int]?
  /// A right-party contact after this day settles it; nil when only the matter itself can.
  var settledByContactAfter: CalendarDay?
  /// The entry that raised it; one that sets a step of its own after it settles it.
  var raisedBy: EntryNumber?
}

extension JournalEntry {
  /// The matters that the entry opened, with their names.
  var openedMatters: [(id: MatterID, terms: any MatterTerms)] {
    let opened = body.sections.compactMap { $0 as? any MatterTerms }
    return opened.enumerated().map { (MatterID(number, parts?[$0.offset] ?? $0.offset + 1), $0.element) }
  }

  /// Whether this entry opened the matter.
  public func opened(_ matter: MatterID) -> Bool { openedMatters.contains { $0.id == matter } }

  /// The matters of a kind that the entry opened, with their names.
  public func matters<Terms: EntrySection>(_ kind: Terms.Type) -> [(id: MatterID, terms: Terms)] {
    openedMatters.compactMap { matter in (matter.terms as? Terms).map { (matter.id, $0) } }
  }
}
