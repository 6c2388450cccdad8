/// An account's journal as of a day: what its entries made up to then set going.
struct JournalAsOf {
  /// A call in force.
  struct Call {
    let entry: JournalEntry
    let record: CallRecord
    /// The policy's row for its result; nil for a code that the policy does not know.
    let result: CallResult?
    /// Whether it was made under the business date that is looked at.
    let isToday: Bool
  }

  /// A promise or claim, in force or not.
  struct Taken {
    let entry: JournalEntry
    let record: CallRecord
    let terms: PromiseTerms
    /// Why it counts for nothing, when its entry was reversed.
    let voidedBecause: String?
  }

  /// A promise taken back or replaced.
  struct Ending {
    let day: CalendarDay
    let state: PromiseState
    let because: String
  }

  private(set) var calls: [Call] = []
  private(set) var taken: [Taken] = []
  /// The first ending of each promise that has one, by the entry that took it.
  private(set) var endings: [EntryNumber: Ending] = [:]
  /// Entries that set what to do next, in the order they were written.
  private(set) var steps: [JournalStep] = []
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
    for index in made {
      let entry = file.entries[index]
      if let reason = reversed[entry.number] {
        if case .call(let record) = entry.body, let terms = record.promise {
          taken.append(Taken(entry: entry, record: record, terms: terms, voidedBecause: reason))
        }
      } else {
        add(entry, policy, isToday: outlook.isToday(entry.day))
      }
    }
  }

  private mutating func add(_ entry: JournalEntry, _ policy: Policy, isToday: Bool) {
    switch entry.body {
    case .call(let record):
      calls.append(
        Call(entry: entry, record: record, result: policy.result(record.result), isToday: isToday))
      if let terms = record.promise {
        taken.append(Taken(entry: entry, record: record, terms: terms, voidedBecause: nil))
        for number in terms.supersedes where endings[number] == nil {
          endings[number] = Ending(day: entry.day, state: .superseded, because: "a newer promise replaced it")
        }
      }
      if let next = record.next { steps.append(JournalStep(entry, next, isToday: isToday, record)) }
    case .snooze(let until, _):
      steps.append(JournalStep(entry, NextAction(.call, on: until), isToday: isToday, nil))
    case .promiseWithdrawn(let number, let by, let reason):
      if endings[number] == nil {
        endings[number] = Ending(day: entry.day, state: .withdrawn, because: by + ": " + reason)
      }
    case .note, .reversal:
      break
    }
  }

  /// The business date of the last right-party contact, leaving out today's when asked.
  func lastContact(beforeToday: Bool = false) -> CalendarDay? {
    var last: CalendarDay?
    for call in calls where call.result?.isRightParty == true && !(beforeToday && call.isToday) {
      if last.map({ call.entry.day > $0 }) ?? true { last = call.entry.day }
    }
    return last
  }

  /// The last attempt or contact that counts as worked.
  var lastWorked: WorkedMark? {
    calls.last { $0.result?.isWorked == true }.map { WorkedMark(day: $0.entry.day, result: $0.record.result) }
  }

  /// Digits of the numbers found dead and not reached since.
  var deadNumbers: Set<String> {
    var dead: Set<String> = []
    for call in calls {
      guard let digits = call.record.phone.map({ Phone(number: $0).digits }), !digits.isEmpty else {
        continue
      }
      if call.result?.marksNumberDead == true {
        dead.insert(digits)
      } else if call.result?.isRightParty == true {
        dead.remove(digits)
      }
    }
    return dead
  }
}
