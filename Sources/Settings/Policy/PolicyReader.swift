import Hashing
public import Receivables
import ShippedData

/// Reads a policy from the text of a TOML file and checks it.
public enum PolicyFile {
  /// The text of the policy that ships with the program.
  public static var shippedText: String { ShippedData.policy }

  /// The policy that ships with the program.
  public static func shipped() throws(SettingsError) -> Policy { try shippedPolicy.get() }

  /// Read once: every older policy asks it for the sections that it does not have.
  private static let shippedPolicy = Result { () throws(SettingsError) in
    try read(text: shippedText, name: "data/policy.toml")
  }

  /// The policy that `text` describes. Throws its faults with line and column, of each row of a table the first one;
  /// `name` is what they call the file.
  public static func read(text: String, name: String) throws(SettingsError) -> Policy {
    let reader = try PolicyReader(root: TOMLDocument(text: text, name: name).root, digest: digest(of: text))
    do {
      return try reader.policy()
    } catch {
      // Only a faulty file pays for finding what else is wrong with it.
      throw SettingsError(all: [error] + reader.faults()) ?? error
    }
  }

  /// Names a policy's text in the journal: its SHA-256 in hexadecimal digits.
  public static func digest(of text: String) -> String {
    Array(text.utf8).withUnsafeBytes { SHA256.hash($0) }
      .map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }
}

/// Turns the tables of a policy file into a `Policy`, one part after the other.
struct PolicyReader {
  let root: TOMLSection
  let digest: String

  func policy() throws(SettingsError) -> Policy {
    try root.allow(only: Self.names)
    let worklist = try worklist()
    let calls = try calls()
    let disputeReasons = try calls.codedTexts("dispute_reasons")
    var policy = Policy(
      digest: digest, currency: try currency(), dateOrder: try dateOrder(),
      calendar: try calendar(), aging: try aging(), promises: try promises(),
      plans: try plans(), incentives: try incentives(), approvers: try names("approval"),
      correctors: try names("corrections"), rights: try rights(),
      firstContactDays: try root.integer("first_contact_days", in: 0...60),
      restDays: try optional("rest_days", else: 1),
      preRunDays: try root.integer("pre_run_days", in: 0...30),
      staleBooksDays: try root.integer("stale_books_days", in: 0...365),
      noContactDays: try optional("no_contact_days", else: 14),
      escalationDays: try optional("escalation_days", else: 60),
      snapshotShrinkPercent: try root.integer("snapshot_shrink_percent", in: 0...100),
      lanes: try lanes(worklist), rules: try rules(worklist), bands: try bands(worklist),
      actions: try calls.codedTexts("actions"), results: try results(calls),
      reasons: try calls.codedTexts("reasons"), methods: try calls.codedTexts("methods"),
      disputeReasons: disputeReasons, disputes: try disputes(reasons: disputeReasons),
      escalation: try escalation(), credit: try credit(),
      holdReasons: try holdReasons(),
      questions: try calls.strings("questions"),
      rates: try rates())
    policy.abroad = try abroad()
    policy.years = try years()
    policy.renameLimit = try optional("rename_limit", in: 0...1_000_000, else: policy.renameLimit)
    return policy
  }

  static let names = [
    "currency", "date_order", "first_year", "last_year", "first_contact_days", "rest_days", "pre_run_days",
    "stale_books_days",
    "snapshot_shrink_percent", "rename_limit", "no_contact_days", "escalation_days", "calendar", "aging",
    "promises",
    "plans", "incentives", "approval", "corrections", "rights", "worklist", "calls", "disputes", "escalation",
    "credit",
    "holds",
    "rates",
  ]

  func worklist() throws(SettingsError) -> TOMLSection {
    let section = try root.section("worklist")
    try section.allow(only: ["lanes", "bands", "rules"])
    return section
  }

  func calls() throws(SettingsError) -> TOMLSection {
    let section = try root.section("calls")
    try section.allow(only: ["questions", "actions", "results", "reasons", "methods", "dispute_reasons"])
    return section
  }

  func dateOrder() throws(SettingsError) -> DateOrder? {
    try root.has("date_order") ? root.choice("date_order", of: DateOrder.self) : nil
  }

  /// The first and the last year of days that are typed or imported.
  func years() throws(SettingsError) -> ClosedRange<Int> {
    let (usual, most) = (DayRules.usualYears, DayRules.mostYears)
    let first = try optional("first_year", in: most, else: usual.lowerBound)
    let last = try optional("last_year", in: most, else: max(first, usual.upperBound))
    guard first <= last else {
      throw root.fault("first_year", "first_year is \(first), after the last year, \(last).")
    }
    return first...last
  }

  /// Calendar days, or another number, that a policy need not name, so that one written for an earlier version still
  /// holds.
  func optional(
    _ key: String, in range: ClosedRange<Int> = 0...3_650, else usual: Int
  ) throws(SettingsError) -> Int {
    try root.has(key) ? root.integer(key, in: range) : usual
  }

  func currency() throws(SettingsError) -> Currency {
    let code = try root.string("currency")
    guard let currency = Currency(code) else {
      throw root.fault("currency", "\"\(code)\" is not a currency; write its three letters, such as \"USD\".")
    }
    return currency
  }

  func aging() throws(SettingsError) -> AgingPolicy {
    let section = try root.section("aging")
    try section.allow(only: ["bounds", "basis"])
    let bounds = try section.integers("bounds")
    guard (1...6).contains(bounds.count) else {
      throw section.fault("bounds", "bounds has \(bounds.count) numbers; it must have one to six.")
    }
    for (index, bound) in bounds.enumerated() {
      guard (0...3_650).contains(bound) else {
        throw section.fault("bounds", at: index, "A bound is \(bound) days; it must be from 0 to 3650.")
      }
      if index > 0, bound <= bounds[index - 1] {
        throw section.fault("bounds", at: index, "bounds must ascend: \(bound) follows \(bounds[index - 1]).")
      }
    }
    return AgingPolicy(bounds: bounds, basis: try section.choice("basis", of: AgingPolicy.Basis.self))
  }

  func promises() throws(SettingsError) -> PromisePolicy {
    let section = try root.section("promises")
    try section.allow(only: ["grace_days", "tolerance_basis_points", "tolerance_major", "longest_days"])
    return PromisePolicy(
      graceDays: try section.integer("grace_days", in: 0...60),
      toleranceBasisPoints: try section.integer("tolerance_basis_points", in: 0...10_000),
      toleranceMajor: try section.integer("tolerance_major", in: 0...1_000_000),
      longestDays: try section.integer("longest_days", in: 1...3_650))
  }

  /// Limits that a policy written for an earlier version does not name.
  func plans() throws(SettingsError) -> PlanPolicy {
    var plans = PlanPolicy()
    guard root.has("plans") else { return plans }
    let section = try root.section("plans")
    try section.allow(only: ["longest_days", "least_first_percent", "largest_major", "breaks_after"])
    if section.has("longest_days") { plans.longestDays = try section.integer("longest_days", in: 1...3_650) }
    if section.has("least_first_percent") {
      plans.leastFirstPercent = try section.integer("least_first_percent", in: 0...100)
    }
    if section.has("largest_major") {
      plans.largestMajor = try section.integer("largest_major", in: 0...1_000_000_000)
    }
    if section.has("breaks_after") { plans.breaksAfter = try section.integer("breaks_after", in: 1...120) }
    return plans
  }

  /// What may be given up, each where a policy for an earlier version does not name it as usual.
  func incentives() throws(SettingsError) -> IncentivePolicy {
    var incentives = IncentivePolicy()
    guard root.has("incentives") else { return incentives }
    let section = try root.section("incentives")
    try section.allow(only: ["largest_basis_points", "longest_days", "owner", "credit_days"])
    if section.has("largest_basis_points") {
      incentives.largestBasisPoints = try section.integer("largest_basis_points", in: 0...10_000)
    }
    if section.has("longest_days") {
      incentives.longestDays = try section.integer("longest_days", in: 0...3_650)
    }
    if section.has("owner") { incentives.owner = try section.string("owner") }
    if section.has("credit_days") {
      incentives.creditDays = try section.integer("credit_days", in: 1...365)
    }
    return incentives
  }

  /// Who is named in a section as somebody who may do something; nobody without it.
  func names(_ table: String) throws(SettingsError) -> [String] {
    guard root.has(table) else { return [] }
    let section = try root.section(table)
    try section.allow(only: ["by"])
    return try section.strings("by")
  }

  /// Which users and groups of the system have which right; everybody without the table.
  func rights() throws(SettingsError) -> Rights {
    guard root.has("rights") else { return Rights() }
    let section = try root.section("rights")
    try section.allow(only: Right.allCases.map(\.rawValue))
    var rights = Rights()
    for right in Right.allCases where section.has(right.rawValue) {
      rights.holders[right] = try section.strings(right.rawValue)
    }
    return rights
  }

  func rates() throws(SettingsError) -> [Currency: Int64] {
    let section = try root.section("rates")
    var rates: [Currency: Int64] = [:]
    for code in section.keys {
      guard let currency = Currency(code) else {
        throw section.fault(
          onKey: code, "\"\(code)\" is not a currency; write its three letters, such as USD.")
      }
      guard let rate = Self.millionths(try section.string(code)), rate > 0 else {
        throw section.fault(
          code, "A rate is a positive number in quotes with at most six decimals, such as \"1.08\".")
      }
      guard rates.updateValue(rate, forKey: currency) == nil else {
        throw section.fault(onKey: code, "\(currency) has two rates.")
      }
    }
    return rates
  }

  /// `"1.08"` is 1 080 000. Read from the digits: a rate never passes through floating point.
  static func millionths(_ text: String) -> Int64? {
    let parts = text.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    let whole = parts.first ?? ""
    let fraction = parts.count == 2 ? parts[1] : "0"
    guard (1...9).contains(whole.utf8.count), (1...6).contains(fraction.utf8.count),
      (whole + fraction).utf8.allSatisfy({ (0x30...0x39).contains($0) })
    else { return nil }
    return Int64(whole + fraction + String(repeating: "0", count: 6 - fraction.count))
  }
}
