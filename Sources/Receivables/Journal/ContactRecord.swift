/// One contact or attempt: who was called, when, and what was said. What came of it follows in sections of its own, so
/// that one contact has one or more outcomes and still counts once.
public struct ContactRecord: EntrySection {
  /// What a contact counts for, as the policy judged it when it was made.
  public struct Effects: OptionSet, Hashable, Sendable {
    /// One bit an effect.
    public let rawValue: UInt8

    /// Those effects.
    public init(rawValue: UInt8) { self.rawValue = rawValue }

    /// W: counts as worked.
    public static let worked = Effects(rawValue: 1)
    /// C: the right person was spoken to (right-party contact).
    public static let rightParty = Effects(rawValue: 2)
    /// X: the account leaves the queue of its day.
    public static let leavesQueue = Effects(rawValue: 4)
    /// The dialled number was found dead.
    public static let numberDead = Effects(rawValue: 8)

    private static let words: [(Effects, String)] = [
      (.worked, "worked"), (.rightParty, "spoken"), (.leavesQueue, "leaves"), (.numberDead, "dead"),
    ]

    fileprivate var text: String {
      Self.words.filter { contains($0.0) }.map(\.1).joined(separator: " ")
    }

    fileprivate init(text: String) throws(EntryTextError) {
      self = []
      for word in text.split(separator: " ") {
        guard let effect = Self.words.first(where: { $0.1 == word }) else {
          throw EntryTextError("a contact that counts as “\(word)”")
        }
        insert(effect.0)
      }
    }
  }

  /// `[contact]`.
  public static let name = "contact"
  /// What people typed, and who they are.
  public static let personalKeys: Set<String>? = ["person", "phone", "note"]

  /// Code of the policy's action table: `"OUT"`, `"IN"`, `"EM"`.
  public var action: String
  /// What it counts for.
  public var effects: Effects
  /// With whom, as typed or picked.
  public var person: String?
  /// The number dialled.
  public var phone: String?
  /// What was said. May hold line breaks.
  public var note: String
  /// When it began.
  public var started: Instant?
  /// When it ended.
  public var ended: Instant?

  /// A contact; everything not named was not said.
  public init(
    action: String, effects: Effects, person: String? = nil, phone: String? = nil, note: String = "",
    started: Instant? = nil, ended: Instant? = nil
  ) {
    self.action = action
    self.effects = effects
    self.person = person
    self.phone = phone
    self.note = note
    self.started = started
    self.ended = ended
  }

  /// Reads what `write` wrote. Throws `EntryTextError`.
  public init(reading lines: SectionLines) throws(EntryTextError) {
    self.init(
      action: try lines.needed("action"), effects: try Effects(text: lines["counts"] ?? ""),
      person: lines["person"], phone: lines["phone"], note: lines["note"] ?? "",
      started: try lines.optional("started", EntryValue.instant),
      ended: try lines.optional("ended", EntryValue.instant))
  }

  /// `action OUT`, `counts worked spoken leaves`, `person Jane` …
  public func write(to lines: inout SectionWriter) {
    lines.line("action", action as String)
    if !effects.isEmpty { lines.line("counts", effects.text as String) }
    lines.line("person", person)
    lines.line("phone", phone)
    lines.line("started", started?.iso)
    lines.line("ended", ended?.iso)
    if !note.isEmpty { lines.line("note", note as String) }
  }

  /// The note; its outcomes tell the rest.
  public var words: SectionWords { SectionWords(freeText: note) }

  /// Sets none.
  public func next(_ policy: Policy) -> NextAction? { nil }
}

/// What came of a contact, by its code. The promise, dispute, plan or step that it set follows in a section each.
public struct Outcome: EntrySection {
  /// `[outcome]`.
  public static let name = "outcome"
  /// Nobody typed any of it freely.
  public static let personalKeys: Set<String>? = []

  /// Code of the policy's result table: `"PP"`, `"NA"`.
  public var result: String
  /// Code of the policy's reasons for non-payment: `"cash_flow"`.
  public var reason: String?
  /// Numbers of the invoices that were talked about.
  public var invoices: [String]

  /// An outcome.
  public init(result: String, reason: String? = nil, invoices: [String] = []) {
    self.result = result
    self.reason = reason
    self.invoices = invoices
  }

  /// Reads what `write` wrote. Throws `EntryTextError`.
  public init(reading lines: SectionLines) throws(EntryTextError) {
    self.init(
      result: try lines.needed("result"), reason: lines["reason"],
      invoices: lines.lines.filter { $0.key == "about" }.map(\.value))
  }

  /// `result PP`, `reason cash_flow`, `about INV-4711`, a line an invoice.
  public func write(to lines: inout SectionWriter) {
    lines.line("result", result as String)
    lines.line("reason", reason)
    for invoice in invoices { lines.line("about", invoice as String) }
  }

  /// The invoices; what it means is told with its contact.
  public var words: SectionWords { SectionWords(invoices: invoices) }

  /// Sets none.
  public func next(_ policy: Policy) -> NextAction? { nil }
}
