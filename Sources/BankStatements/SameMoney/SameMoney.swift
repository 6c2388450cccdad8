import Receivables

/// Money that was told twice: by two formats, by two files of one, or as a whole and in its parts.
///
/// The same payment differs between formats, even from one bank. Its account is an IBAN here and a number there. Where
/// MT940 leaves out the day of booking, there is only the value day. SWIFT cuts references and texts, and writes "ue" for
/// "ü". The bank's own reference may be another one in each format. BAI2 and OFX often have no reference of the payer at
/// all. A booking of many payments is one entry in one file and many in another.
///
/// What must agree are account, amount and a day; what the payer gave the payment must not contradict; then the best
/// evidence first: all of it in one format, the bank's reference, end-to-end reference, check number, creditor's
/// reference, text, payer. Each entry is used once and in the order of the lists, so that two equal payments of a day stay
/// two, and a third one is new. Where nothing can be compared, or only what is weak, it is `likely`, and somebody should
/// look. An account that a file does not name may be any: then a name alone is weak too.
public struct SameMoney: Hashable, Sendable {
  /// How sure it is.
  public enum Certainty: Hashable, Sendable {
    /// They are the same.
    case certain
    /// Account, day and amount are, and nothing speaks against it.
    case likely
  }

  /// Places in the list of known entries: one, or the parts of a booking.
  public var known: [Int]
  /// Places in the list of new entries: one, or the parts of a booking.
  public var new: [Int]
  /// How sure it is.
  public var certainty: Certainty

  /// The money in `new` that is also in `known`, by its place in `new`; whatever place is in none of the results is money
  /// that `known` does not have.
  ///
  /// `SameMoney.find(known: camt, new: mt940) == [SameMoney(known: [0], new: [0], certainty: .certain)]`.
  public static func find(known: [BankEntry], new: [BankEntry]) -> [SameMoney] {
    var matching = MoneyMatching(known, new)
    matching.pairSurely()
    matching.pairBatches()
    matching.pairLikely()
    return matching.found.sorted { $0.new[0] < $1.new[0] }
  }
}

/// Pairs entries, the best evidence first.
struct MoneyMatching {
  let known: [BankEntry]
  let new: [BankEntry]
  private let knownEvidence: [EntryEvidence]
  private let newEvidence: [EntryEvidence]
  private(set) var found: [SameMoney] = []
  private(set) var isKnownTaken: [Bool]
  private(set) var isNewTaken: [Bool]
  /// How many pairs are looked at for one kind of evidence. Real lists take some thousands; of one that was made to take
  /// for ever, what is left is new.
  private static let patience = 1_000_000
  /// Whether some entry does not say of which account it is, so that accounts cannot sort them.
  private let hasUnnamed: Bool

  /// What entries must have in common before they are compared.
  private struct Likeness: Hashable {
    let account: String
    let amount: Money
    let day: CalendarDay
    let evidence: String
  }

  init(_ known: [BankEntry], _ new: [BankEntry]) {
    self.known = known
    self.new = new
    knownEvidence = known.map(EntryEvidence.init)
    newEvidence = new.map(EntryEvidence.init)
    hasUnnamed = known.contains { $0.account.number.isEmpty } || new.contains { $0.account.number.isEmpty }
    isKnownTaken = known.map { _ in false }
    isNewTaken = new.map { _ in false }
  }

  /// Notes that these are the same, and uses them up.
  mutating func note(known: [Int], new: [Int], _ certainty: SameMoney.Certainty) {
    for place in known { isKnownTaken[place] = true }
    for place in new { isNewTaken[place] = true }
    found.append(SameMoney(known: known, new: new, certainty: certainty))
  }

  /// By evidence that leaves no doubt.
  mutating func pairSurely() {
    // A file that is read again: each entry finds itself, before one that merely has its reference.
    pair(
      .certain, accounts: .equal,
      by: { entry, evidence in
        "\(entry.format.rawValue) \(entry.booked.number) \(evidence.bank ?? "") \(evidence.text) \(evidence.payer)"
      })
    pair(.certain, by: { $1.bank })
    pair(.certain, by: { $1.endToEnd })
    pair(.certain, by: { $1.check })
    pair(.certain, by: { $1.structured })
    pair(.certain, by: { $1.text.utf8.count >= 6 ? $1.text : nil })
    pair(.certain, where: { $0.agreesOnText(with: $1) == true })
    pair(
      .certain, accounts: .named,
      where: { $0.agreesOnPayer(with: $1) == true && ($0.text.isEmpty || $1.text.isEmpty) })
  }

  /// By what agrees too weakly, and at last by nothing but account, amount and day.
  mutating func pairLikely() {
    pair(.likely, where: { $0.agreesOnPayer(with: $1) == true })
    pair(.likely)
  }

  /// What is asked of two accounts.
  private enum Accounts {
    /// The same, or both not named.
    case equal
    /// The same.
    case named
    /// The same, or one of them not named.
    case possible
  }

  /// Pairs entries of one account, amount and day that have the same evidence, and of which `agrees` says so, in the order
  /// of the lists.
  private mutating func pair(
    _ certainty: SameMoney.Certainty, accounts: Accounts = .possible,
    by evidence: (BankEntry, EntryEvidence) -> String? = { _, _ in "" },
    where agrees: (EntryEvidence, EntryEvidence) -> Bool = { _, _ in true }
  ) {
    var waiting: [Likeness: [Int]] = [:]
    // The first in the order of the list come to stand at the end, where they are taken off cheaply.
    for place in known.indices.reversed() where !isKnownTaken[place] {
      guard let evidence = evidence(known[place], knownEvidence[place]) else { continue }
      for likeness in likenesses(known[place], evidence) { waiting[likeness, default: []].append(place) }
    }
    var patience = Self.patience
    for place in new.indices where !isNewTaken[place] && patience > 0 {
      guard let evidence = evidence(new[place], newEvidence[place]) else { continue }
      for likeness in likenesses(new[place], evidence) {
        while let last = waiting[likeness]?.last, isKnownTaken[last] { waiting[likeness]?.removeLast() }
        let match = waiting[likeness]?.last { candidate in
          patience -= 1
          return !isKnownTaken[candidate] && canBeSame(candidate, place, accounts)
            && agrees(knownEvidence[candidate], newEvidence[place])
        }
        guard let match else { continue }
        note(known: [match], new: [place], certainty)
        break
      }
    }
  }

  /// By the day of booking first, then by the value day.
  private func likenesses(_ entry: BankEntry, _ evidence: String) -> [Likeness] {
    let account = hasUnnamed ? "" : entry.account.number
    return Self.days(entry).map {
      Likeness(account: account, amount: entry.amount, day: $0, evidence: evidence)
    }
  }

  private static func days(_ entry: BankEntry) -> [CalendarDay] {
    guard let valued = entry.valued, valued != entry.booked else { return [entry.booked] }
    return [entry.booked, valued]
  }

  /// Whether the account agrees and nothing speaks against it; amount and a day do.
  private func canBeSame(_ knownPlace: Int, _ newPlace: Int, _ accounts: Accounts) -> Bool {
    // Banks have several forms of CSV, which tell one payment in several ways.
    let isOneFormat = known[knownPlace].format == new[newPlace].format && new[newPlace].format != .csv
    guard !isOneFormat || known[knownPlace].booked == new[newPlace].booked else { return false }
    return !knownEvidence[knownPlace].contradicts(newEvidence[newPlace], isOneFormat: isOneFormat)
      && Self.agree(known[knownPlace].account, new[newPlace].account, accounts)
  }

  private static func agree(_ left: BankAccount, _ right: BankAccount, _ accounts: Accounts) -> Bool {
    switch accounts {
    case .equal: left.isSame(as: right) || left.number.isEmpty && right.number.isEmpty
    case .named: left.isSame(as: right)
    case .possible: left.mayBeSame(as: right)
    }
  }

  /// Account and a day: the value day of one may be the day of booking of the other.
  static func isOneAccountAndDay(_ left: BankEntry, _ right: BankEntry) -> Bool {
    left.account.mayBeSame(as: right.account) && days(left).contains { days(right).contains($0) }
  }
}
