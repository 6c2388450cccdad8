import Receivables

extension PolicyReader {
  func results(_ calls: TOMLSection) throws(SettingsError) -> [CallResult] {
    var results: [CallResult] = []
    try calls.forEach("results") { (section) throws(SettingsError) in
      try section.allow(only: [
        "code", "key", "meaning", "marks", "returns", "next", "asks", "dead_number", "retired",
      ])
      let code = try section.newCode(among: results.map(\.code))
      guard code.utf8.count == 2, code.utf8.allSatisfy({ (0x41...0x5A).contains($0) }) else {
        throw section.fault("code", "\"\(code)\" must be two capital letters.")
      }
      let marks = try marks(section)
      let asks = try asks(section)
      results.append(
        CallResult(
          code: code, meaning: try section.string("meaning"), isWorked: marks.contains("W"),
          isRightParty: marks.contains("C"), leavesQueue: marks.contains("X"),
          returns: try returns(section, asks: asks),
          nextKind: try section.choice("next", of: NextAction.Kind.self), asks: asks,
          marksNumberDead: try section.boolean("dead_number", default: false),
          isRetired: try section.boolean("retired", default: false),
          key: try key(section, among: results.compactMap(\.key))))
    }
    guard results.contains(where: { !$0.isRetired }) else {
      throw calls.fault("results", "At least one call result must be in use.")
    }
    return results
  }

  private func key(_ section: TOMLSection, among used: [Character]) throws(SettingsError) -> Character? {
    guard section.has("key") else { return nil }
    let text = try section.text("key")
    guard let key = text.first, text.utf8.count == 1, ("a"..."z").contains(key) else {
      throw section.fault("key", "key is \"\(text)\"; it must be one letter from a to z.")
    }
    guard !used.contains(key) else { throw section.fault("key", "The key \"\(key)\" is used twice.") }
    return key
  }

  private func marks(_ section: TOMLSection) throws(SettingsError) -> Set<Character> {
    let text = try section.text("marks")
    let marks = Set(text)
    guard marks.count == text.count, marks.isSubset(of: "WCX") else {
      throw section.fault("marks", "marks is \"\(text)\"; it may hold W, C and X, each once.")
    }
    return marks
  }

  private func asks(_ section: TOMLSection) throws(SettingsError) -> [CallField] {
    var asks: [CallField] = []
    for (index, name) in try section.strings("asks").enumerated() {
      guard let field = CallField(rawValue: name) else {
        throw section.fault("asks", at: index, "Unknown field \"\(name)\"; \(CallField.choices).")
      }
      guard !asks.contains(field) else {
        throw section.fault("asks", at: index, "\"\(name)\" is asked twice.")
      }
      asks.append(field)
    }
    return asks
  }

  private func returns(_ section: TOMLSection, asks: [CallField]) throws(SettingsError) -> CallResult.Return {
    if section.isInteger("returns") { return .businessDays(try section.integer("returns", in: 0...365)) }
    let words: [(name: String, value: CallResult.Return, needsDay: Bool)] = [
      ("later_today", .laterToday, false), ("now", .now, false), ("today", .today, false),
      ("asked_day", .askedDay, true), ("after_promise", .afterPromise, true),
      ("first_instalment", .firstInstalment, true),
    ]
    let name = try section.string("returns")
    guard let word = words.first(where: { $0.name == name }) else {
      let known = words.map { "\"\($0.name)\"" }.joined(separator: ", ")
      throw section.fault(
        "returns", "Unknown return \"\(name)\"; write a number of business days or one of \(known).")
    }
    if word.needsDay, !asks.contains(.date) {
      throw section.fault("returns", "\"\(name)\" needs a day, so asks must hold \"date\".")
    }
    return word.value
  }
}

extension PolicyReader {
  func lanes(_ worklist: TOMLSection) throws(SettingsError) -> [Lane] {
    var lanes: [Lane] = []
    for (index, name) in try worklist.strings("lanes").enumerated() {
      guard let lane = Lane(rawValue: name) else {
        throw worklist.fault("lanes", at: index, "Unknown lane \"\(name)\"; \(Lane.choices).")
      }
      guard !lanes.contains(lane) else {
        throw worklist.fault("lanes", at: index, "The lane \"\(name)\" is named twice.")
      }
      lanes.append(lane)
    }
    // An account of a lane without a place would never come up.
    if let missing = Lane.allCases.first(where: { !lanes.contains($0) }) {
      throw worklist.fault("lanes", "The lane \"\(missing.rawValue)\" has no place; name every lane once.")
    }
    return lanes
  }

  func bands(_ worklist: TOMLSection) throws(SettingsError) -> [Int] {
    let bands = try worklist.integers("bands")
    guard bands.count == 3 else {
      throw worklist.fault("bands", "bands has \(bands.count) numbers; it must have three, for A, B and C.")
    }
    for (index, band) in bands.enumerated() {
      guard (0...100).contains(band) else {
        throw worklist.fault(
          "bands", at: index, "A band begins at \(band) percent; it must be from 0 to 100.")
      }
      if index > 0, band >= bands[index - 1] {
        throw worklist.fault("bands", at: index, "bands must descend: \(band) follows \(bands[index - 1]).")
      }
    }
    return bands
  }

  func rules(_ worklist: TOMLSection) throws(SettingsError) -> [PriorityRule] {
    var rules: [PriorityRule] = []
    try worklist.forEach("rules") { (section) throws(SettingsError) in
      try section.allow(only: ["code", "measure", "at_least", "points"])
      let code = try section.newCode(among: rules.map(\.code))
      guard Lane(rawValue: code) == nil else {
        throw section.fault("code", "\"\(code)\" is the name of a lane; reasons could not be told apart.")
      }
      rules.append(
        PriorityRule(
          code: code, measure: try section.choice("measure", of: PriorityRule.Measure.self),
          atLeast: Int64(try section.integer("at_least", in: 0...1_000_000_000_000)),
          points: try section.integer("points", in: -1_000...1_000)))
    }
    guard rules.contains(where: { $0.points > 0 }) else {
      throw worklist.fault("rules", "No rule gives points, so no priority could be worked out.")
    }
    return rules
  }
}

extension PolicyReader {
  /// Who works on disputes. A policy that was written before there was such a table goes by the shipped one.
  func disputes(reasons: [CodedText]) throws(SettingsError) -> DisputePolicy {
    guard root.has("disputes") else { return try PolicyFile.shipped().disputes }
    let section = try root.section("disputes")
    try section.allow(only: ["credit_days", "owners", "root_causes"])
    var policy = DisputePolicy(
      rootCauses: try section.codedTexts("root_causes"),
      creditDays: try section.integer("credit_days", in: 0...365))
    try section.forEach("owners") { (owner) throws(SettingsError) in
      try owner.allow(only: ["code", "title", "retired", "reasons"])
      let code = try owner.newCode(among: policy.owners.map(\.code))
      policy.owners.append(
        CodedText(
          code: code, title: try owner.string("title"),
          isRetired: try owner.boolean("retired", default: false)))
      for (index, reason) in try (owner.has("reasons") ? owner.strings("reasons") : []).enumerated() {
        guard reasons.contains(where: { $0.code == reason }) else {
          throw owner.fault("reasons", at: index, "\"\(reason)\" is none of the dispute_reasons.")
        }
        guard policy.firstOwners.updateValue(code, forKey: reason) == nil else {
          throw owner.fault("reasons", at: index, "The reason \"\(reason)\" has two owners.")
        }
      }
    }
    guard policy.owners.contains(where: { !$0.isRetired }) else {
      throw section.fault("owners", "owners needs at least one code that is in use.")
    }
    return policy
  }
}

extension PolicyReader {
  /// Why something is not chased. A policy that was written before there was such a table goes by the shipped one.
  func holdReasons() throws(SettingsError) -> [CodedText] {
    guard root.has("holds") else { return try PolicyFile.shipped().holdReasons }
    let section = try root.section("holds")
    try section.allow(only: ["reasons"])
    return try section.codedTexts("reasons")
  }
}

extension TOMLSection {
  /// The value of `key` as one of a fixed set of words.
  func choice<Choice: RawRepresentable & CaseIterable>(
    _ key: String, of type: Choice.Type
  ) throws(SettingsError) -> Choice where Choice.RawValue == String {
    let name = try string(key)
    guard let choice = Choice(rawValue: name) else {
      throw fault(key, "Unknown \(key) \"\(name)\"; \(Choice.choices).")
    }
    return choice
  }

  /// The table's `code`, which none of `used` may equal.
  func newCode(among used: [String]) throws(SettingsError) -> String {
    let code = try string("code")
    guard !used.contains(code) else { throw fault("code", "The code \"\(code)\" is used twice.") }
    return code
  }

  /// A list of codes with their titles; at least one must be in use.
  func codedTexts(_ key: String) throws(SettingsError) -> [CodedText] {
    var texts: [CodedText] = []
    try forEach(key) { (section) throws(SettingsError) in
      try section.allow(only: ["code", "title", "retired", "contact"])
      texts.append(
        CodedText(
          code: try section.newCode(among: texts.map(\.code)), title: try section.string("title"),
          isRetired: try section.boolean("retired", default: false),
          isContact: try section.boolean("contact", default: true)))
    }
    guard texts.contains(where: { !$0.isRetired }) else {
      throw fault(key, "\(key) needs at least one code that is in use.")
    }
    return texts
  }
}

extension CaseIterable where Self: RawRepresentable, RawValue == String {
  /// `known are "due", "issued"`.
  static var choices: String { "known are " + allCases.map { "\"\($0.rawValue)\"" }.joined(separator: ", ") }
}
