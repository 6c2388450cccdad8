import Receivables

extension PolicyReader {
  func results(_ calls: TOMLSection) throws(SettingsError) -> [CallResult] {
    var results: [CallResult] = []
    for section in try calls.sections("results") {
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
