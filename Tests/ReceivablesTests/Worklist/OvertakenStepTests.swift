import Receivables
import Testing

@Suite("A step about debts that are gone")
struct OvertakenStepTests {
  /// Against a plain reading of the file: without promises and plans, the last step that counts is due as long as anything is
  /// open of what it was about.
  @Test("is no follow-up, and any other is one", arguments: UInt64(400)..<480)
  func plainly(seed: UInt64) throws {
    let policy = try Policy.shipped
    var file = RandomAccount(seed: seed, policy).file
    file.entries = file.entries.map(Self.withoutPromises)
    for offset in 0...230 {
      let asOf = RandomAccount.start.advanced(by: offset)
      guard !file.entries.contains(where: { $0.day == asOf }) else { continue }
      let summary = try AccountSummary(of: file, policy: policy, asOf: asOf)
      guard summary.next?.kind != .applyCash else { continue }
      #expect(
        (summary.lane == .followUp) == PlainStep(file, asOf).isFollowUp, "seed \(seed), \(asOf.iso)")
    }
  }

  private static func withoutPromises(_ entry: JournalEntry) -> JournalEntry {
    guard case .call(var call) = entry.body else { return entry }
    (call.promise, call.plan) = (nil, nil)
    return JournalEntry(
      number: entry.number, action: entry.action, recorded: entry.recorded, day: entry.day,
      actor: entry.actor, collector: entry.collector, account: entry.account, body: .call(call))
  }
}

/// The last step of a journal and what it was about, worked out the long way.
private struct PlainStep {
  private let file: AccountFile
  private let asOf: CalendarDay

  init(_ file: AccountFile, _ asOf: CalendarDay) {
    self.file = file
    self.asOf = asOf
  }

  var isFollowUp: Bool {
    guard let entry = last else { return false }
    switch entry.body {
    case .call(let call):
      guard let next = call.next, next.kind != .callBack, next.day <= asOf else { return false }
      let named = (call.dispute?.invoices ?? []) + call.invoices
      return named.isEmpty
        ? isOwed(since: entry.day) : file.invoices.contains { named.contains($0.id) && owes($0) }
    case .snooze(let until, _): return until <= asOf && isOwed(since: entry.day)
    case .note, .promiseWithdrawn, .reversal: return false
    }
  }

  private var last: JournalEntry? {
    let made = file.entries.filter { $0.day <= asOf }
    var reversed: Set<EntryNumber> = []
    for entry in made.reversed() where !reversed.contains(entry.number) {
      if case .reversal(let number, _) = entry.body { reversed.insert(number) }
    }
    return made.last { entry in
      switch entry.body {
      case .call(let call): call.next != nil && !reversed.contains(entry.number)
      case .snooze: !reversed.contains(entry.number)
      case .note, .promiseWithdrawn, .reversal: false
      }
    }
  }

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
}
