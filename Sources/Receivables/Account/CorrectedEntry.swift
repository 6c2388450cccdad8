/// An entry that somebody wants to correct, and the account as it was when that entry was made: what is said in its place
/// is read and completed on that, as if it had been said then.
public struct CorrectedEntry: Hashable, Sendable {
  /// The entry that a correction names.
  public let number: EntryNumber
  /// The day for which it counts, and a correction of it.
  public let day: CalendarDay
  /// Whoever made it.
  public let collector: String
  /// What it says.
  public let said: EntryBody

  /// An entry of `file` that `collector` may correct. Throws `CallProblem` when it is not there, counts for nothing
  /// already, only takes another one back, or is a colleague's that the policy keeps from them.
  public init(
    _ number: EntryNumber, in file: AccountFile, by collector: String, policy: Policy
  ) throws(CallProblem) {
    guard let entry = file.entries.first(where: { $0.number == number }) else {
      throw CallProblem(nil, "This account has no entry \(number.rawValue) that could be corrected.")
    }
    let name = "Entry \(number.rawValue)"
    let journal = CorrectedJournal(file.entries)
    switch journal.standing(of: number) {
    case .inForce: break
    case .takenBack: throw CallProblem(nil, "\(name) was taken back. Write what is right as a new entry.")
    case .corrected(let later):
      let who = file.entries.first { $0.number == later }.map { " \($0.collector) corrected it:" } ?? ""
      throw CallProblem(nil, "\(name) counts no more.\(who) Entry \(later.rawValue) stands in its place.")
    }
    guard entry.body.first(Reversal.self) == nil || entry.body.isCorrection else {
      throw CallProblem(nil, "\(name) only takes another one back. It can be taken back itself.")
    }
    let origin = journal.origin(of: number)
    let first = file.entries.first { $0.number == origin } ?? entry
    let isOwn = [first.collector, entry.collector].contains(collector)
    let allowed = policy.correctors
    guard isOwn || allowed.isEmpty || allowed.contains(where: { $0.lowercased() == collector.lowercased() })
    else {
      let who = allowed.joined(separator: ", ")
      throw CallProblem(
        nil, "\(name) is of \(first.collector). By the policy these may correct a colleague's: \(who).")
    }
    self.number = number
    day = first.day
    self.collector = first.collector
    said = entry.body.said
  }

  /// The account with what was written before it, and nothing of it or after it.
  public func before(_ file: AccountFile) -> AccountFile { file.before(number) }

  /// The entry that says `body` in its place. Throws `CallProblem` without a reason, or when both say the same.
  public func correction(saying body: EntryBody, because reason: String) throws(CallProblem) -> EntryBody {
    guard !reason.allSatisfy(\.isWhitespace) else {
      throw CallProblem(nil, "Say why entry \(number.rawValue) is corrected.")
    }
    let said = EntryBody(said.sections.filter { !($0 is AccountName) })
    guard body != said else {
      throw CallProblem(nil, "That is what entry \(number.rawValue) says. Change what is wrong in it.")
    }
    return EntryBody(correcting: number, because: reason, saying: body)
  }
}

extension AccountFile {
  /// The account with what was written before an entry, and nothing of it or after it; of a correction, before what it
  /// corrects.
  public func before(_ entry: EntryNumber) -> AccountFile {
    var before = self
    let journal = CorrectedJournal(entries)
    let origin = journal.origin(of: entry)
    before.entries = journal.entries.filter { $0.number < origin }
    return before
  }
}
