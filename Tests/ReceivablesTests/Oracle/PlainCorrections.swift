import Receivables

/// What a correction is about, one step after the other.
enum PlainCorrections {
  /// Whether an entry takes another one back and says something in its place.
  static func isOne(_ entry: JournalEntry) -> Bool {
    entry.body.first(Reversal.self) != nil
      && entry.body.sections.contains { !($0 is Reversal) && !($0 is AccountName) }
  }

  /// The sections of an entry that open something that goes on.
  static func opening(_ entry: JournalEntry) -> [any EntrySection] {
    entry.body.sections.filter {
      $0 is PromiseTerms || $0 is DisputeTerms || $0 is PlanTerms || $0 is HoldTerms || $0 is EscalationTerms
    }
  }

  /// What a correction names; nil when nothing of that number was written before it.
  private static func named(by entry: JournalEntry, in written: [JournalEntry]) -> JournalEntry? {
    written.first { $0.number == entry.body.first(Reversal.self)?.entry && $0.number < entry.number }
  }

  /// The entry in whose place a correction stands in the end.
  static func first(of correction: JournalEntry, in written: [JournalEntry]) -> JournalEntry? {
    guard let named = named(by: correction, in: written) else { return nil }
    return isOne(named) ? first(of: named, in: written) : named
  }

  /// Numbers of the matters of a correction: the nth promise has that of the nth promise in what it corrects, and so for
  /// each kind; more of them have numbers that were never given.
  static func numbers(of correction: JournalEntry, in written: [JournalEntry]) -> [Int] {
    told(correction, in: written).matters.map(\.number)
  }

  private static func told(
    _ entry: JournalEntry, in written: [JournalEntry]
  ) -> (matters: [(kind: String, number: Int)], given: Int) {
    let kinds = opening(entry).map { type(of: $0).name }
    guard isOne(entry), let named = named(by: entry, in: written) else {
      return (kinds.indices.map { (kinds[$0], $0 + 1) }, kinds.count)
    }
    var (before, given) = told(named, in: written)
    let matters = kinds.map { kind -> (kind: String, number: Int) in
      guard let place = before.firstIndex(where: { $0.kind == kind }) else {
        given += 1
        return (kind, given)
      }
      return before.remove(at: place)
    }
    return (matters, given)
  }
}
