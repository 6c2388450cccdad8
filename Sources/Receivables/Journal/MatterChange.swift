/// Something about a matter is another way from here on: how it stands, who works on it, until when, what came of it.
/// What is not named stays as it was.
public struct MatterChange: EntrySection {
  /// So much of an invoice is accepted.
  public struct Part: Hashable, Sendable {
    /// The invoice's number as the books had it.
    public var invoice: String
    /// How much of it; not negative.
    public var amount: Money

    /// So much of an invoice.
    public init(invoice: String, amount: Money) {
      self.invoice = invoice
      self.amount = amount
    }
  }

  /// `[change]`.
  public static let name = "change"
  /// What people typed, and who they are.
  public static let personalKeys: Set<String>? = ["by", "note"]

  /// What changes.
  public var matter: MatterID
  /// What kind of matter that is: `"dispute"`.
  public var kind: String
  /// How it stands from here on, by the kind's own words: `"waiting_customer"`.
  public var state: String?
  /// Who works on it: a code of the policy's owners, or a name.
  public var owner: String?
  /// When somebody looks at it again.
  public var dueOn: CalendarDay?
  /// Code of the policy's root causes: `"wrong_price"`.
  public var cause: String?
  /// What is accepted of each invoice, with what was credited of it already.
  public var accepted: [Part]
  /// Who decided it, where that is not whoever wrote it down.
  public var by: String?
  /// What was found out. May hold line breaks.
  public var note: String

  /// A change; everything not named stays.
  public init(
    of matter: MatterID, kind: String, state: String? = nil, owner: String? = nil,
    dueOn: CalendarDay? = nil, cause: String? = nil, accepted: [Part] = [], by: String? = nil,
    note: String = ""
  ) {
    self.matter = matter
    self.kind = kind
    self.state = state
    self.owner = owner
    self.dueOn = dueOn
    self.cause = cause
    self.accepted = accepted
    self.by = by
    self.note = note
  }

  /// Reads what `write` wrote. Throws `EntryTextError`.
  public init(reading lines: SectionLines) throws(EntryTextError) {
    var accepted: [Part] = []
    for line in lines.lines where line.key == "accepted" {
      let (number, words) = try EntryValue.tail(line.value, 2)
      let amount = try EntryValue.amount(words[0], words[1])
      guard amount.minor >= 0 else { throw EntryTextError("less than nothing of an invoice") }
      accepted.append(Part(invoice: number, amount: amount))
    }
    self.init(
      of: try MatterID(entryText: try lines.needed("matter")), kind: try lines.needed("kind"),
      state: lines["state"], owner: lines["owner"], dueOn: try lines.optional("due", EntryValue.day),
      cause: lines["cause"], accepted: accepted, by: lines["by"], note: lines["note"] ?? "")
  }

  /// `matter 12.1`, `kind dispute`, `state partly`, `owner logistics`, `due 2026-12-11`, `cause damaged_in_transit`,
  /// `accepted INV-4711 200.00 USD`, a line an invoice, `by Ann Lee`, `note two boxes`.
  public func write(to lines: inout SectionWriter) {
    lines.line("matter", matter.text as String)
    lines.line("kind", kind as String)
    lines.line("state", state)
    lines.line("owner", owner)
    lines.line("due", dueOn?.iso)
    lines.line("cause", cause)
    for part in accepted { lines.line("accepted", "\(part.invoice) \(part.amount.entryText)" as String) }
    lines.line("by", by)
    if !note.isEmpty { lines.line("note", note as String) }
  }

  /// `"dispute partly accepted, 200.00 USD, owner logistics, due Fri 11 Dec 2026"`, and the note.
  public var words: SectionWords {
    let state = state.map { MatterKinds.named(kind)?.title(ofState: $0) ?? $0 }
    var sums: [Money] = []
    // Only to be read: a sum that does not fit is left out.
    for part in accepted { try? sums.add(part.amount) }
    let amounts = self.state == DisputeState.partly.rawValue ? sums.map(\.description) : []
    let rest = [by.map { "by \($0)" }, owner.map { "owner \($0)" }, dueOn.map { "due \($0.long)" }].compactMap
    { $0 }
    let head = ["\(kind) \(state ?? (rest.isEmpty ? "noted" : "changed"))"]
    return SectionWords(
      (head + amounts + rest).joined(separator: ", "), freeText: note, invoices: accepted.map(\.invoice))
  }

  /// To look at it on its day, when that is named.
  public func next(_ policy: Policy) -> NextAction? {
    guard let day = dueOn, let step = MatterKinds.named(kind)?.step(after: state) else { return nil }
    return NextAction(step, on: day)
  }
}

/// A change with the entry that made it.
public struct MadeChange: Hashable, Sendable {
  /// The entry.
  public var entry: EntryNumber
  /// The business date under which it was made.
  public var day: CalendarDay
  /// Who made it.
  public var collector: String
  /// What is another way since.
  public var change: MatterChange

  /// A change that an entry made.
  public init(entry: EntryNumber, day: CalendarDay, collector: String, change: MatterChange) {
    self.entry = entry
    self.day = day
    self.collector = collector
    self.change = change
  }
}
