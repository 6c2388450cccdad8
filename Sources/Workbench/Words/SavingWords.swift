import Receivables

/// Says in messages what was saved, by whom and when.
struct SavingWords {
  private let sitting: Sitting
  private var policy: Policy { sitting.policy }
  private var today: CalendarDay { sitting.today }

  init(_ sitting: Sitting) { self.sitting = sitting }

  /// `"Saved 1042: PP 1 200.00 USD on Fri 27 Nov. Next: check promise on Mon 30 Nov."`
  func saved(_ entry: JournalEntry, _ file: AccountFile) -> String {
    let next = next(after: entry.body, in: file)
    if !entry.body.isCorrection, let reversal = entry.body.first(Reversal.self) {
      return "Entry \(reversal.entry.rawValue) of \(file.customer.number) taken back.\(next)"
    }
    return "Saved \(file.customer.number): \(entry.body.gist(policy: policy, seen: today)).\(next)"
  }

  /// The account's next step, which need not be the one that was agreed: an attempt in vain leaves what was due.
  private func next(after body: EntryBody, in file: AccountFile) -> String {
    guard body.movesNextStep else { return "" }
    do {
      return try sitting.picture(of: file).summary.next.map { " Next: \($0.step(today))." } ?? ""
    } catch {
      return " \(error.sentence)"
    }
  }

  /// What came to an account between two readings: who wrote what, or that the books changed.
  func changes(from old: AccountFile, to new: AccountFile) -> String {
    let known = Set(old.entries.map(\.number))
    let added = new.entries.filter { !known.contains($0.number) }
    guard let last = added.last else { return "the books of this account changed" }
    let more = added.count > 1 ? " and \(added.count - 1) more" : ""
    let what = last.body.gist(policy: policy, seen: today)
    return "\(last.collector) logged \(what) at \(sitting.moment.clock(last.recorded))\(more)"
  }
}

extension NextAction {
  /// `"check promise on Tue 1 Dec"`, `"call back on Mon 23 Nov 14:00"`, `"call, due since Fri 20 Nov"`.
  func step(_ today: CalendarDay) -> String {
    let when = day < today ? ", due since" : " on"
    return "\(kind.title)\(when) \(day.brief(today))" + (time.map { " \($0.text)" } ?? "")
  }
}
