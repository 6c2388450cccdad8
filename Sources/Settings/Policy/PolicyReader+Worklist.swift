import Receivables

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
    for section in try worklist.sections("rules") {
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
