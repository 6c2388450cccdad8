import Receivables

/// What an account's entries say as of a day, read one after the other.
struct PlainJournal {
  /// A promise, claim, dispute, plan or hold that an entry opened.
  struct Opened<Terms> {
    let id: MatterID
    let entry: JournalEntry
    let terms: Terms
    /// The entry was taken back.
    let isVoided: Bool
    /// The entry that took it back for the customer.
    let withdrawal: JournalEntry?
  }

  /// A contact, or that the account was put off, after which it left the queue.
  struct Conclusion {
    let entry: JournalEntry
    let steps: [ContactStep]
  }

  private let made: [JournalEntry]
  private let reversed: Set<EntryNumber>

  /// What numbers the matters of an entry have.
  private let numbers: [EntryNumber: [Int]]

  init(_ file: AccountFile, _ day: CalendarDay) {
    let written = file.entries.filter { $0.day <= day }
    var moot: Set<EntryNumber> = []
    var reversed: Set<EntryNumber> = []
    var standIns: [EntryNumber: JournalEntry] = [:]
    // Who speaks last of an entry decides about it, unless that was taken back itself.
    for entry in written.reversed() where !moot.contains(entry.number) {
      guard let named = entry.body.first(Reversal.self)?.entry else { continue }
      if !PlainCorrections.isOne(entry) {
        if moot.insert(named).inserted { reversed.insert(named) }
      } else if let first = PlainCorrections.first(of: entry, in: written), moot.insert(first.number).inserted
      {
        standIns[first.number] = entry
      }
    }
    var numbers: [EntryNumber: [Int]] = [:]
    made = written.filter { !PlainCorrections.isOne($0) }.map { entry in
      guard let last = standIns[entry.number] else { return entry }
      numbers[entry.number] = PlainCorrections.numbers(of: last, in: written)
      return JournalEntry(
        number: entry.number, action: entry.action, recorded: entry.recorded, day: entry.day,
        actor: entry.actor, collector: entry.collector, account: entry.account,
        body: EntryBody(last.body.sections.filter { !($0 is Reversal) }))
    }
    self.reversed = reversed
    self.numbers = numbers
  }

  /// Entries that were not taken back.
  var inForce: [JournalEntry] { made.filter { !reversed.contains($0.number) } }

  /// Everything of one kind that was opened, oldest first.
  func opened<Terms: EntrySection>(_ kind: Terms.Type) -> [Opened<Terms>] {
    made.flatMap { entry in
      let opened = PlainCorrections.opening(entry)
      return opened.indices.compactMap { (place: Int) -> Opened<Terms>? in
        guard let terms = opened[place] as? Terms else { return nil }
        let id = MatterID(entry.number, numbers[entry.number]?[place] ?? place + 1)
        return Opened(
          id: id, entry: entry, terms: terms, isVoided: reversed.contains(entry.number),
          withdrawal: withdrawal(of: id))
      }
    }
  }

  private func withdrawal(of matter: MatterID) -> JournalEntry? {
    inForce.first { entry in entry.body.all(Withdrawal.self).contains { $0.matter == matter } }
  }

  /// What was changed about a matter, in the order in which it was written.
  func changes(of matter: MatterID) -> [(entry: JournalEntry, change: MatterChange)] {
    inForce.flatMap { entry in
      entry.body.all(MatterChange.self).filter { $0.matter == matter }.map { (entry, $0) }
    }
  }

  /// What newer promises and plans took over of a promise.
  func replacements(of promise: MatterID) -> [(day: CalendarDay, part: PromiseTerms.Replacement)] {
    inForce.flatMap { entry in
      entry.body.replaces.filter { $0.promise == promise }.map { (entry.day, $0) }
    }
  }

  /// Escalations that nobody took back, without proposals that a later one of a higher rung took the place of because it
  /// is about all of theirs that is open. Nobody decides on one in these histories.
  func escalations(_ books: PlainBooks, _ policy: Policy) -> [Opened<EscalationTerms>] {
    let all = opened(EscalationTerms.self).filter { !$0.isVoided && $0.withdrawal == nil }
    func level(_ one: Opened<EscalationTerms>) -> Int { policy.escalation.level(of: one.terms.rung) ?? 0 }
    return all.indices.filter { index in
      let open = books.file.invoices.indices.filter { books.owed($0) > 0 }
        .map { books.file.invoices[$0].number }.filter(all[index].terms.invoices.contains)
      return !all[(index + 1)...].contains { later in
        level(later) > level(all[index]) && open.allSatisfy(later.terms.invoices.contains)
      }
    }.map { all[$0] }
  }

  /// The last entry that settled what was due: a contact with the right person, one after which the account leaves the
  /// queue, or that the account was put off.
  var conclusion: Conclusion? {
    for entry in inForce.reversed() {
      if let snooze = entry.body.first(Snooze.self) {
        return Conclusion(entry: entry, steps: [ContactStep(NextAction(.call, on: snooze.until))])
      }
      guard let contact = entry.body.first(ContactRecord.self),
        !contact.effects.isDisjoint(with: [.rightParty, .leavesQueue])
      else { continue }
      return Conclusion(entry: entry, steps: entry.body.all(ContactStep.self))
    }
    return nil
  }

  /// The day of the last contact with the right person.
  var lastSpoken: CalendarDay? {
    inForce.last { $0.body.first(ContactRecord.self)?.effects.contains(.rightParty) ?? false }?.day
  }
}
