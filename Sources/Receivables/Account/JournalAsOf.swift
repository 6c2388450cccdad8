/// An account's journal as of a day: what its entries made up to then set going.
struct JournalAsOf {
  /// Calls in force, in the order they were written.
  private(set) var calls: [LoggedCall] = []
  /// Disputes raised by entries in force, with the day on which they were.
  private(set) var disputes: [(day: CalendarDay, terms: DisputeTerms)] = []
  /// Plans agreed by entries in force, in the order they were written.
  private(set) var plans: [AgreedPlan] = []
  /// Promises and claims, in force or not.
  private(set) var taken: [TakenPromise] = []
  /// The first ending of each promise that has one, by the entry that took it.
  private(set) var endings: [EntryNumber: TakenPromise.Ending] = [:]
  /// What today's entries in force set to be done next, newest first.
  private var stepsOfToday: [JournalStep] = []
  /// What the last entry in force before today's set to be done next.
  private(set) var stepBeforeToday: JournalStep?
  /// Entries taken back, with the reason.
  private(set) var reversed: [EntryNumber: String] = [:]

  init(_ file: AccountFile, _ policy: Policy, _ outlook: inout Outlook) {
    let made = file.entries.indices.filter { outlook.hasCome(file.entries[$0].day) }
    // Newest first, because a reversal may itself have been taken back.
    for index in made.reversed() {
      guard case .reversal(let number, let reason) = file.entries[index].body,
        reversed[file.entries[index].number] == nil
      else { continue }
      reversed[number] = reason
    }
    for index in made { add(file.entries[index], policy, &outlook) }
    for index in made.reversed() where reversed[file.entries[index].number] == nil {
      guard let step = JournalStep(file.entries[index], policy) else { continue }
      guard outlook.isToday(step.madeOn) else {
        stepBeforeToday = step
        break
      }
      stepsOfToday.append(step)
    }
  }

  /// The last entry in force that set what to do next.
  var step: JournalStep? { stepsOfToday.first ?? stepBeforeToday }

  /// The step that today's calls were to carry out, all of them in vain; nil without such a call, or when something
  /// else was said since.
  var stepInVain: JournalStep? {
    guard stepsOfToday.first?.isInVain == true else { return nil }
    return stepsOfToday.first { !$0.isInVain } ?? stepBeforeToday
  }

  private mutating func add(_ entry: JournalEntry, _ policy: Policy, _ outlook: inout Outlook) {
    let voidedBecause = reversed.isEmpty ? nil : reversed[entry.number]
    if case .call(let record) = entry.body, let terms = record.promise {
      taken.append(
        TakenPromise(
          entry: entry.number, day: entry.day, contact: record.contact, terms: terms,
          voidedBecause: voidedBecause))
    }
    guard voidedBecause == nil else { return }
    switch entry.body {
    case .call(let record):
      let isToday = outlook.isToday(entry.day)
      add(record, entry.number, LoggedCall(record, on: entry.day, isToday: isToday, policy))
    case .promiseWithdrawn(let number, let by, let reason):
      end(
        number,
        TakenPromise.Ending(
          entry: entry.number, day: entry.day, state: .withdrawn, because: by + ": " + reason))
    case .note, .snooze, .reversal: break
    }
  }

  private mutating func add(_ record: CallRecord, _ entry: EntryNumber, _ call: LoggedCall) {
    calls.append(call)
    if let dispute = record.dispute { disputes.append((call.day, dispute)) }
    if let plan = record.plan { plans.append(AgreedPlan(entry: entry, day: call.day, terms: plan)) }
    for number in record.promise?.supersedes ?? [] {
      end(
        number,
        TakenPromise.Ending(
          entry: entry, day: call.day, state: .superseded, because: "a newer promise replaced it"))
    }
  }

  private mutating func end(_ promise: EntryNumber, _ ending: TakenPromise.Ending) {
    if endings[promise] == nil { endings[promise] = ending }
  }

  /// The business date of the last right-party contact, leaving out today's when asked.
  func lastContact(beforeToday: Bool = false) -> CalendarDay? {
    calls.lazy.filter { $0.isRightParty && !(beforeToday && $0.isToday) }.map(\.day).max()
  }

  /// The last attempt or contact that counts as worked.
  var lastWorked: WorkedMark? {
    calls.last { $0.isWorked }.map { WorkedMark(day: $0.day, result: $0.code) }
  }

  /// Digits of the numbers found dead and not reached since.
  var deadNumbers: Set<String> {
    var dead: Set<String> = []
    for call in calls where call.marksNumberDead || call.isRightParty {
      guard let digits = call.phone.map({ Phone(number: $0).digits }), !digits.isEmpty else { continue }
      if call.marksNumberDead {
        dead.insert(digits)
      } else {
        dead.remove(digits)
      }
    }
    return dead
  }
}
