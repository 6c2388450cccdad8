import BankStatements
import Interchange
import Ledger
import Receivables

/// Money of statements beside what is open and what was recorded of it before.
struct MatchedStatements {
  /// Money of a statement.
  struct Line {
    let file: String
    let entry: BankEntry
    /// What it probably pays; several where nobody can say.
    var matches: [PaymentMatch] = []
    /// As which it stands in the journal; nil for new money.
    var recorded: RecordedMoney?

    var received: ReceivedMoney { ReceivedMoney(entry) }

    /// Something speaks against it.
    mutating func doubt(_ reason: String) {
      for index in matches.indices {
        matches[index].certainty = .likely
        matches[index].reason += "; \(reason)"
      }
    }
  }

  private(set) var lines: [Line]
  /// What a person should know: sentences.
  private(set) var notes: [String]

  /// Throws `CommandFailure` for a file that cannot be read, and `LedgerError`. `progress` hears how many accounts were seen.
  init(
    _ paths: [String], in ledger: LedgerFile, on day: CalendarDay,
    wishes: StatementWishes = StatementWishes(),
    progress: (Int) throws -> Void = { _ in }
  ) throws {
    // A statement tells what was; of two digits the year is the last that ends so.
    let last = max(day.components.year + 1, ledger.policy.years.lowerBound)
    let files = try StatementFiles(
      paths, years: ledger.policy.years.lowerBound...last, csv: try wishes.rules(by: ledger.policy))
    notes = files.notes
    lines = files.lines
    var matching = PaymentMatching(lines.map(\.received))
    var count = 0
    try ledger.forEachAccount { file in
      try matching.see(file, asOf: day)
      count += 1
      try progress(count)
      return true
    }
    let known = matching.recorded.compactMap { recorded in BankEntry(recorded).map { ($0, recorded) } }
    let found = SameMoney.find(known: known.map(\.0), new: lines.map(\.entry))
    for same in found where same.certainty == .certain {
      for place in same.new { lines[place].recorded = same.known.first.map { known[$0].1 } }
    }
    let recorded = Set(lines.indices.filter { lines[$0].recorded != nil })
    for (place, matches) in matching.matches(besides: recorded).enumerated() {
      lines[place].matches = matches
    }
    // What may have been told before is not recorded unasked.
    for place in files.doubtful { lines[place].doubt("it may be money that was told before") }
    let doubtful = found.filter { $0.certainty == .likely }
    for same in doubtful {
      guard let first = same.known.first else { continue }
      for place in same.new {
        lines[place].doubt("perhaps it is entry \(known[first].1.matter.entry.rawValue)")
      }
    }
    notes += Self.notes(onDoubtful: doubtful.reduce(0) { $0 + $1.new.count })
  }
}

extension MatchedStatements {
  private static func notes(onDoubtful count: Int) -> [String] {
    guard count > 0 else { return [] }
    return [
      count == 1
        ? "1 may be money that is recorded already." : "\(count) may be money that is recorded already."
    ]
  }
}

/// Statements as they were read, money that stands in several of them once.
struct StatementFiles {
  private(set) var lines: [MatchedStatements.Line] = []
  /// What a person should know: sentences.
  private(set) var notes: [String] = []
  /// Places of lines that may be the same money as in an earlier file.
  private(set) var doubtful: Set<Int> = []

  /// Throws `CommandFailure` for a file that cannot be read.
  init(_ paths: [String], years: ClosedRange<Int>, csv: CSVRules) throws {
    for path in paths {
      let file = try MappedFile(path)
      let statements = try withExtendedLifetime(file) {
        do throws(Refusal) {
          return try BankStatements.read(file.bytes, years: years, csv: csv)
        } catch {
          throw CommandFailure("\(path): refused. \(error)", .badData)
        }
      }
      take(statements, of: path)
    }
  }

  private mutating func take(_ statements: [BankStatement], of path: String) {
    let entries = statements.flatMap(\.entries).filter {
      $0.amount.minor > 0 || $0.isReversal || $0.returned != nil
    }
    let same = SameMoney.find(known: lines.map(\.entry), new: entries)
    let certain = Set(same.filter { $0.certainty == .certain }.flatMap(\.new))
    let unsure = Set(same.filter { $0.certainty == .likely }.flatMap(\.new))
    for place in entries.indices where !certain.contains(place) {
      if unsure.contains(place) { doubtful.insert(lines.count) }
      lines.append(MatchedStatements.Line(file: path, entry: entries[place]))
    }
    if !certain.isEmpty {
      notes.append("\(path): \(certain.count) stand in an earlier file too and are listed once.")
    }
    if !unsure.isEmpty {
      notes.append("\(path): \(unsure.count) may be the same money as in an earlier file.")
    }
    for statement in statements {
      if statement.notBooked > 0 {
        notes.append("\(path): \(statement.notBooked) are not booked yet and left out.")
      }
      notes += statement.warnings.map { "\(path): \($0)" }
    }
  }
}

extension MatchedStatements {
  /// Records what is certain, one entry each, and answers how much that was; whatever cannot be recorded any more is left.
  /// Throws `LedgerError`.
  mutating func applyCertain(to ledger: LedgerFile, on day: CalendarDay, by collector: String) throws -> Int {
    var count = 0
    // What came back of money of the same files is known when that is recorded.
    let order =
      lines.indices.filter { lines[$0].entry.amount.minor > 0 }
      + lines.indices.filter { lines[$0].entry.amount.minor < 0 }
    var taken: Set<AccountID> = []
    for place in order {
      if lines[place].entry.amount.minor < 0, lines[place].recorded == nil {
        let found = try taken.compactMap {
          try ledger.account($0).receipt(returning: lines[place].received, asOf: day)
        }
        if found.count == 1 { lines[place].matches = found }
      }
      guard lines[place].matches.count == 1, lines[place].matches[0].certainty == .certain else { continue }
      let match = lines[place].matches[0]
      let file = try ledger.account(match.account)
      let picture = try AccountPicture(of: file, policy: ledger.policy, asOf: day)
      do {
        let body = try picture.receipt(lines[place].received, as: match, ledger.policy)
        let saved = try ledger.record(
          NewEntry(action: .new(), account: match.account, day: day, collector: collector, body: body),
          basedOn: file.version, signed: Machine.signature)
        guard let matter = saved.entry.matters(ReceiptTerms.self).first else { continue }
        lines[place].recorded = RecordedMoney(customer: file.customer, matter: matter.id, terms: matter.terms)
        lines[place].matches = []
        taken.insert(match.account)
        count += 1
      } catch let problem as CallProblem {
        lines[place].matches[0].certainty = .likely
        lines[place].matches[0].reason = problem.sentence
      }
    }
    return count
  }
}
