/// What is done about a customer who does not pay, one rung after the other, and what must be the case before each.
public struct EscalationPolicy: Hashable, Sendable {
  /// The rungs in their order, the mildest first. Without any there is no ladder.
  public var rungs: [LadderRung]
  /// Departments that can be responsible for a rung. A person may be named instead.
  public var owners: [CodedText]
  /// Code of the rung that an insolvency notice proposes; nil for the last one.
  public var legal: String?

  /// A ladder.
  public init(rungs: [LadderRung] = [], owners: [CodedText] = [], legal: String? = nil) {
    self.rungs = rungs
    self.owners = owners
    self.legal = legal
  }

  /// The rung of that code, in use or retired.
  public func rung(_ code: String) -> LadderRung? { rungs.first { $0.code == code } }

  /// How high a rung stands, from 1; one that stands beside another is as high as that. Nil for one that there is not.
  public func level(of code: String) -> Int? {
    guard let rung = rung(code) else { return nil }
    let code = rung.beside ?? code
    return rungs.lazy.filter { $0.beside == nil }.firstIndex { $0.code == code }.map { index in
      rungs[...index].count { $0.beside == nil }
    }
  }

  /// The first rung in use that is higher than `level`; nil at the top.
  public func next(after level: Int) -> LadderRung? {
    rungs.first { !$0.isRetired && $0.beside == nil && (self.level(of: $0.code) ?? 0) > level }
  }

  /// The rungs in use that are passed over by whoever goes from `level` to a rung.
  ///
  /// From a call to a credit hold these are firm call and final demand.
  public func skipped(from level: Int, to code: String) -> [LadderRung] {
    guard let goal = self.level(of: code) else { return [] }
    return rungs.filter { rung in
      let height = self.level(of: rung.code) ?? 0
      return !rung.isRetired && rung.beside == nil && height > level && height < goal
    }
  }

  /// The rungs that are taken by a decision, not by contacts alone.
  public var decided: [LadderRung] { rungs.filter { !$0.isRetired && $0.contacts.isEmpty } }

  /// The rung that goes to law.
  public var legalRung: LadderRung? {
    guard let legal else { return decided.last }
    return decided.first { $0.code == legal }
  }

  /// Who is meant by `typed`: the code of a department that is in use, by code or words, else a person by that name.
  public func owner(typed: String) -> String {
    let words = typed.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    let folded = words.lowercased()
    let owner = owners.first {
      !$0.isRetired && ($0.code.lowercased() == folded || $0.title.lowercased() == folded)
    }
    return owner?.code ?? words
  }
}

/// One rung of the ladder.
public struct LadderRung: Hashable, Sendable {
  /// What must be the case before it is taken; all of it.
  public struct Gate: Hashable, Sendable {
    /// The oldest invoice with something to collect is at least so many calendar days past due.
    public var afterDays: Int
    /// So much is to be collected, in major units of the common currency of the rates.
    public var atLeastMajor: Int
    /// So many promises were not kept in the last 365 days.
    public var brokenPromises: Int

    /// A gate; what is 0 is no condition.
    public init(afterDays: Int = 0, atLeastMajor: Int = 0, brokenPromises: Int = 0) {
      self.afterDays = afterDays
      self.atLeastMajor = atLeastMajor
      self.brokenPromises = brokenPromises
    }
  }

  /// What a rung does beyond what is said to the customer, from when it is carried out until it is taken back.
  public enum Effect: String, Hashable, Sendable, CaseIterable {
    /// Nothing is delivered on credit; money is collected as before.
    case creditHold = "credit_hold"
    /// Somebody else collects, so nothing of the account is chased here.
    case placement
  }

  /// What records keep: `"final_demand"`.
  public var code: String
  /// What people read: `"final demand"`.
  public var title: String
  /// What must be the case before.
  public var gate: Gate
  /// Whether somebody has to approve it first.
  public var needsApproval: Bool
  /// Who is responsible: a code of the owners, or a person.
  public var owner: String?
  /// What it does.
  public var effect: Effect?
  /// Codes of the kinds of contact that take it by themselves, once the days of its gate have passed; none for a rung that
  /// somebody decides on.
  public var contacts: [String]
  /// Code of the rung beside which it stands, as another way at the same height.
  public var beside: String?
  /// How the collector speaks to the customer from here on: `"Firm: no new day without a reason."`
  public var tone: String?
  /// So many business days after it was carried out somebody looks what came of it.
  public var checkDays: Int
  /// Readable in old records, not offered in new ones.
  public var isRetired: Bool

  /// A rung.
  public init(
    code: String, title: String, gate: Gate = Gate(), needsApproval: Bool = false, owner: String? = nil,
    effect: Effect? = nil, contacts: [String] = [], beside: String? = nil, tone: String? = nil,
    checkDays: Int = 10, isRetired: Bool = false
  ) {
    self.code = code
    self.title = title
    self.gate = gate
    self.needsApproval = needsApproval
    self.owner = owner
    self.effect = effect
    self.contacts = contacts
    self.beside = beside
    self.tone = tone
    self.checkDays = checkDays
    self.isRetired = isRetired
  }
}
