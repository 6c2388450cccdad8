import Receivables

extension PolicyReader {
  /// The ladder. A policy that was written before there was one goes by the shipped one.
  func escalation() throws(SettingsError) -> EscalationPolicy {
    guard root.has("escalation") else { return try PolicyFile.shipped().escalation }
    let section = try root.section("escalation")
    try section.allow(only: ["owners", "ladder", "legal"])
    var policy = EscalationPolicy(owners: try section.codedTexts("owners"))
    let actions = try root.section("calls").codedTexts("actions").map(\.code)
    try section.forEach("ladder") { (rung) throws(SettingsError) in
      policy.rungs.append(try self.rung(rung, above: policy.rungs, policy.owners, actions))
    }
    if section.has("legal") {
      let code = try section.string("legal")
      guard policy.decided.contains(where: { $0.code == code }) else {
        throw section.fault("legal", "\"\(code)\" is no rung of the ladder that somebody decides on.")
      }
      policy.legal = code
    }
    return policy
  }

  private func rung(
    _ section: TOMLSection, above rungs: [LadderRung], _ owners: [CodedText], _ actions: [String]
  ) throws(SettingsError) -> LadderRung {
    try section.allow(only: [
      "code", "title", "after_days", "at_least", "broken_promises", "approval", "owner", "does", "contacts",
      "beside", "check_days", "retired",
    ])
    func number(_ key: String, in range: ClosedRange<Int>, else usual: Int) throws(SettingsError) -> Int {
      section.has(key) ? try section.integer(key, in: range) : usual
    }
    var rung = LadderRung(
      code: try section.newCode(among: rungs.map(\.code)), title: try section.string("title"),
      gate: .init(
        afterDays: try number("after_days", in: 0...3_650, else: 0),
        atLeastMajor: try number("at_least", in: 0...1_000_000_000, else: 0),
        brokenPromises: try number("broken_promises", in: 0...100, else: 0)),
      needsApproval: try section.boolean("approval", default: false),
      checkDays: try number("check_days", in: 1...365, else: 10),
      isRetired: try section.boolean("retired", default: false))
    if section.has("owner") {
      let owner = try section.string("owner")
      guard owners.contains(where: { $0.code == owner && !$0.isRetired }) else {
        throw section.fault("owner", "\"\(owner)\" is none of the owners in use.")
      }
      rung.owner = owner
    }
    if section.has("does") { rung.effect = try section.choice("does", of: LadderRung.Effect.self) }
    if section.has("beside") {
      let beside = try section.string("beside")
      guard rungs.contains(where: { $0.code == beside && $0.beside == nil }) else {
        throw section.fault("beside", "\"\(beside)\" is no rung above this one that stands for itself.")
      }
      rung.beside = beside
    }
    for (index, action) in try (section.has("contacts") ? section.strings("contacts") : []).enumerated() {
      guard actions.contains(action) else {
        throw section.fault("contacts", at: index, "\"\(action)\" is none of the actions.")
      }
      rung.contacts.append(action)
    }
    guard rung.contacts.isEmpty || (!rung.needsApproval && rung.effect == nil) else {
      throw section.fault(
        "contacts", "A rung that contacts take by themselves is not approved and does nothing else.")
    }
    return rung
  }

  /// Which customers the credit desk looks at again; what a policy does not say is as shipped.
  func credit() throws(SettingsError) -> CreditPolicy {
    var policy = CreditPolicy()
    guard root.has("credit") else { return policy }
    let section = try root.section("credit")
    try section.allow(only: ["limit_percent", "drift_days", "late_days", "least_paid"])
    if section.has("limit_percent") {
      policy.limitPercent = try section.integer("limit_percent", in: 1...10_000)
    }
    if section.has("drift_days") { policy.driftDays = try section.integer("drift_days", in: 1...365) }
    if section.has("late_days") { policy.lateDays = try section.integer("late_days", in: 1...3_650) }
    if section.has("least_paid") { policy.leastPaid = try section.integer("least_paid", in: 1...1_000) }
    return policy
  }
}
