import Receivables
import SampleEntries
import Testing

@Suite("A step about debts that are gone")
struct OvertakenStepTests {
  /// Against a plain reading of the file: without matters, the steps of the last contact that settled anything are due
  /// as long as anything is open of what they were about, as is another try since, and money taken back since.
  @Test("is no follow-up, and any other is one", arguments: UInt64(400)..<500)
  func plainly(seed: UInt64) throws {
    let policy = try Policy.shipped
    var file = RandomAccount(seed: seed, policy).file
    file.entries = file.entries.map(Self.withoutMatters)
    for offset in 0...230 {
      let asOf = RandomAccount.start.advanced(by: offset)
      let picture = try AccountPicture(of: file, policy: policy, asOf: asOf)
      guard !picture.candidates.contains(where: { $0.action.kind == .applyCash }) else { continue }
      let plain = PlainSteps(file, asOf, policy.calendar)
      let lane = picture.summary.lane
      #expect((lane == .callback) == plain.isCallback, "seed \(seed), \(asOf.iso)")
      #expect((lane == .followUp) == (plain.isFollowUp && !plain.isCallback), "seed \(seed), \(asOf.iso)")
    }
  }

  private static func withoutMatters(_ entry: JournalEntry) -> JournalEntry {
    let sections = entry.body.sections.filter { section in
      !(section is PromiseTerms || section is DisputeTerms || section is PlanTerms || section is HoldTerms
        || section is MatterChange || section is EscalationTerms)
    }
    return JournalEntry(
      number: entry.number, action: entry.action, recorded: entry.recorded, day: entry.day,
      actor: entry.actor, collector: entry.collector, account: entry.account,
      body: sections.isEmpty ? .note("held") : EntryBody(sections))
  }
}

/// What was agreed in a journal and what it was about, worked out the long way.
private struct PlainSteps {
  private let file: AccountFile
  private let asOf: CalendarDay
  private let calendar: BusinessCalendar
  private let inForce: [JournalEntry]

  init(_ file: AccountFile, _ asOf: CalendarDay, _ calendar: BusinessCalendar) {
    self.file = file
    self.asOf = asOf
    self.calendar = calendar
    inForce = PlainJournal(file, asOf).inForce
  }

  var isCallback: Bool { owesAnything && callbacks.contains { $0 <= asOf } }

  /// The days of agreed callbacks: one stands until it was due at a conclusion, or until another is agreed.
  private var callbacks: [CalendarDay] {
    var standing: [CalendarDay] = []
    for entry in inForce {
      let contact = entry.body.first(ContactRecord.self)
      let isConcluding =
        entry.body.first(Snooze.self) != nil
        || !(contact?.effects.isDisjoint(with: [.rightParty, .leavesQueue]) ?? true)
      guard isConcluding else { continue }
      let isPutOff = entry.body.first(Snooze.self) != nil
      let agreed = entry.body.all(ContactStep.self).map(\.action).filter { $0.kind == .callBack && !isPutOff }
      standing = agreed.isEmpty ? standing.filter { $0 > entry.day } : agreed.map(\.day)
    }
    return standing
  }

  var isFollowUp: Bool { isStepDue || isRetryDue || isTakenBackDue }

  /// The last entry that settled what was due, with the steps that were agreed then.
  private var settled: (entry: JournalEntry, steps: [ContactStep])? {
    for entry in inForce.reversed() {
      if let snooze = entry.body.first(Snooze.self) {
        return (entry, [ContactStep(NextAction(.call, on: snooze.until))])
      }
      guard let contact = entry.body.first(ContactRecord.self),
        !contact.effects.isDisjoint(with: [.rightParty, .leavesQueue])
      else { continue }
      return (entry, entry.body.all(ContactStep.self))
    }
    return nil
  }

  private var isStepDue: Bool {
    guard let settled else { return false }
    return settled.steps.contains { step in
      guard step.action.kind != .callBack, isAboutSomething(step, of: settled.entry) else { return false }
      return (step.action.day > settled.entry.day ? step.action.day : morrow(of: settled.entry.day)) <= asOf
    }
  }

  private var isRetryDue: Bool {
    guard let last = inForce.last(where: { $0.body.first(ContactStep.self) != nil }),
      last.number.rawValue > (settled?.entry.number.rawValue ?? 0),
      let step = last.body.first(ContactStep.self)
    else { return false }
    return step.action.day <= asOf && isOwed(since: last.day)
  }

  private var isTakenBackDue: Bool {
    guard let settled else { return false }
    return file.invoices.contains { invoice in
      guard owes(invoice), invoice.due < settled.entry.day, invoice.due < asOf,
        settled.steps.contains(where: { step in
          isAboutSomething(step, of: settled.entry)
            && (step.invoices.isEmpty || step.invoices.contains(invoice.number))
        }),
        let day = file.applications.filter({
          $0.invoice == invoice.id && $0.amount < 0 && $0.dated > settled.entry.day && $0.dated <= asOf
        }).map(\.dated).max()
      else { return false }
      return firstWorked(day) <= asOf
    }
  }

  private func isAboutSomething(_ step: ContactStep, of entry: JournalEntry) -> Bool {
    let isPutOff = entry.body.first(Snooze.self).map { $0.until > asOf } ?? false
    if step.action.kind == .callBack || isPutOff { return owesAnything }
    guard !step.invoices.isEmpty else { return isOwed(since: entry.day) }
    return file.invoices.contains { step.invoices.contains($0.number) && owes($0) }
  }

  private var owesAnything: Bool { file.invoices.contains(where: owes) }

  private func isOwed(since day: CalendarDay) -> Bool {
    let then = file.invoices.filter {
      $0.issued <= day && (open($0, day.advanced(by: -1)) > 0 || open($0, day) > 0)
    }
    let pastDue = then.filter { $0.due < day }
    return (pastDue.isEmpty ? then : pastDue).contains(where: owes)
  }

  private func owes(_ invoice: Invoice) -> Bool { invoice.issued <= asOf && open(invoice, asOf) > 0 }

  private func open(_ invoice: Invoice, _ day: CalendarDay) -> Int64 {
    file.applications.filter { $0.invoice == invoice.id && $0.dated <= day }
      .reduce(invoice.original.minor) { $0 - $1.amount }
  }

  private func firstWorked(_ day: CalendarDay) -> CalendarDay {
    var day = day
    while !calendar.isBusinessDay(day) { day = day.advanced(by: 1) }
    return day
  }

  private func morrow(of day: CalendarDay) -> CalendarDay { firstWorked(day.advanced(by: 1)) }
}
