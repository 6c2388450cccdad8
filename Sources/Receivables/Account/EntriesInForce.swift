/// An account's journal as of a day: what its entries made up to then say, without those that were taken back, and with
/// corrections in the place of what they correct.
struct EntriesInForce {
  /// A contact or an attempt.
  struct Contact {
    let entry: EntryNumber
    /// The business date under which it was made.
    let day: CalendarDay
    let record: ContactRecord
    /// Code of its first result.
    let result: String
    /// What it agreed about money that is free.
    let steps: [ContactStep]

    func has(_ effect: ContactRecord.Effects) -> Bool { record.effects.contains(effect) }
  }

  /// The last entry after which the account left the queue: a contact, or that it was put off.
  struct Conclusion {
    let entry: EntryNumber
    let day: CalendarDay
    let steps: [ContactStep]
    /// The day until which the account is put off.
    let snoozedUntil: CalendarDay?
  }

  /// Contacts and attempts, in the order they were written.
  private(set) var contacts: [Contact] = []
  /// The last one that settled what was due then.
  private(set) var conclusion: Conclusion?
  /// To call back, as agreed before the conclusion for a later day: what was said since does not cancel it.
  private(set) var callbacks: [ContactStep] = []
  /// Matters that were opened, in force or not, in the order they were written.
  private(set) var opened: [TakenMatter<any MatterTerms>] = []
  /// Parts of promises that a newer promise or plan took over, by the promise that had them.
  private(set) var replaced: [MatterID: [(day: CalendarDay, part: PromiseTerms.Replacement)]] = [:]
  /// What was learned about people, in the order it was written.
  private(set) var people: [(entry: EntryNumber, day: CalendarDay, record: PersonRecord)] = []
  /// What was learned last about when the customer pays.
  private(set) var paymentRun: PaymentRunRecord?
  /// What became of every entry.
  private(set) var journal = CorrectedJournal([])

  init(_ file: AccountFile, _ asOf: inout AsOf) {
    guard !file.entries.isEmpty else { return }
    journal = CorrectedJournal(file.entries.filter { asOf.hasCome($0.day) })
    var withdrawals: [MatterID: Ending] = [:]
    var changes: [MatterID: [MadeChange]] = [:]
    for entry in journal.entries where journal.voidedBecause(entry.number) == nil {
      for withdrawal in entry.body.all(Withdrawal.self) where withdrawals[withdrawal.matter] == nil {
        withdrawals[withdrawal.matter] = Ending(
          entry: entry.number, day: entry.day, because: withdrawal.person + ": " + withdrawal.reason)
      }
      for change in entry.body.all(MatterChange.self) {
        changes[change.matter, default: []].append(
          MadeChange(entry: entry.number, day: entry.day, collector: entry.collector, change: change))
      }
    }
    let names = file.names
    for entry in journal.entries {
      add(entry, names.map { SplitPart(names: $0, customer: entry.account) }, withdrawals, changes)
    }
  }

  private mutating func add(
    _ entry: JournalEntry, _ part: SplitPart?, _ withdrawals: [MatterID: Ending],
    _ changes: [MatterID: [MadeChange]]
  ) {
    let voidedBecause = journal.voidedBecause(entry.number)
    let record = entry.body.first(ContactRecord.self)
    for (id, whole) in entry.openedMatters {
      guard let terms = part.map({ whole.left(to: $0) }) ?? whole else { continue }
      opened.append(
        TakenMatter(
          id: id, day: entry.day, person: record?.person, collector: entry.collector, terms: terms,
          voidedBecause: voidedBecause,
          withdrawal: withdrawals[id], changes: changes[id] ?? []))
    }
    guard voidedBecause == nil else { return }
    let replaces = part?.own(entry.body.replaces) ?? entry.body.replaces
    for part in replaces { replaced[part.promise, default: []].append((entry.day, part)) }
    // A call about others says nothing of what comes next here.
    let isAboutThis = part.map { $0.isOwn || entry.body.invoiceNumbers.contains(where: $0.isHere) } ?? true
    if let record, isAboutThis { add(record, entry) }
    for person in entry.body.all(PersonRecord.self) { people.append((entry.number, entry.day, person)) }
    if let run = entry.body.all(PaymentRunRecord.self).last { paymentRun = run }
    if let snooze = entry.body.first(Snooze.self), isAboutThis {
      conclude(
        Conclusion(
          entry: entry.number, day: entry.day, steps: [ContactStep(NextAction(.call, on: snooze.until))],
          snoozedUntil: snooze.until))
    }
  }

  /// An appointment stands until its day, or until another one is made.
  private mutating func conclude(_ next: Conclusion) {
    let isMadeAnew = next.steps.contains { $0.action.kind == .callBack }
    let made = callbacks + (conclusion?.steps ?? [])
    callbacks = isMadeAnew ? [] : made.filter { $0.action.kind == .callBack && $0.action.day > next.day }
    conclusion = next
  }

  private mutating func add(_ record: ContactRecord, _ entry: JournalEntry) {
    let contact = Contact(
      entry: entry.number, day: entry.day, record: record,
      result: entry.body.first(Outcome.self)?.result ?? "",
      steps: entry.body.all(ContactStep.self))
    contacts.append(contact)
    guard contact.has(.leavesQueue) || contact.has(.rightParty) else { return }
    conclude(Conclusion(entry: entry.number, day: entry.day, steps: contact.steps, snoozedUntil: nil))
  }

  /// The step of the last attempt since the conclusion that reached nobody; nil without one.
  var retry: ContactStep? {
    guard let last = contacts.last(where: { !$0.steps.isEmpty }),
      conclusion.map({ last.entry > $0.entry }) ?? true
    else { return nil }
    return last.steps.first
  }

  /// The business date of the last right-party contact.
  var lastContact: CalendarDay? { contacts.lazy.filter { $0.has(.rightParty) }.map(\.day).max() }

  /// The last attempt or contact that counts as worked.
  var lastWorked: WorkedMark? {
    contacts.last { $0.has(.worked) }.map { WorkedMark(day: $0.day, result: $0.result) }
  }

  /// Digits of the numbers found dead and not reached since.
  var deadNumbers: Set<String> {
    var dead: Set<String> = []
    for contact in contacts where contact.has(.numberDead) || contact.has(.rightParty) {
      guard let digits = contact.record.phone.map({ Phone(number: $0).digits }), !digits.isEmpty else {
        continue
      }
      if contact.has(.numberDead) {
        dead.insert(digits)
      } else {
        dead.remove(digits)
      }
    }
    return dead
  }
}
