/// What a word of a call in one line is, where it is not named.
extension CallSentence {
  /// Takes the longest run of words that means something to the result, and answers how many they were.
  func understand(
    _ words: ArraySlice<Word>, into part: inout TypedCall.Part
  ) throws(SentenceProblem) -> Int {
    let first = words[words.startIndex]
    let lines = TypedCall.lines(of: part.result)
    try refuseResult(first)
    if let count = try takeDays(words, into: &part) { return count }
    for count in stride(from: min(words.count, Self.longest), through: 1, by: -1) {
      let run = words.prefix(count)
      guard !run.contains(where: \.isQuoted) else { continue }
      let text = run.map(\.text).joined(separator: " ")
      for line in Self.order where lines.contains(line.rawValue) || CallLine.shared.contains(line) {
        let isFree = part.texts[line] == nil || line == .invoices
        guard isFree, let meant = meaning(text, as: line, part.result) else { continue }
        if line == .date { try refuseOtherSide(text, first, part.result) }
        try set(line, meant, first, in: &part)
        return count
      }
    }
    throw SentenceProblem(
      first,
      "“\(first.text)” is not understood here. Name it, such as who:\(first.text), or put a note in quotes.")
  }

  /// As many words as `less fee 40.00 usd until 27 nov` has.
  private static let longest = 7

  /// A day on the wrong side of today is a slip where it stands, and not where the right day stands behind it.
  private func refuseOtherSide(
    _ text: String, _ word: Word, _ result: CallResult
  ) throws(SentenceProblem) {
    let isAhead = result.promiseKind == .promise || result.holdsPlan || result.returns == .askedDay
    guard isAhead, let day = try? reading(text, as: .date, result).day(), day < picture.asOf else { return }
    throw SentenceProblem(word, "“\(text)” is \(day.long), which has passed.")
  }

  /// A result within another one is a slip: the semicolon before it is missing. The code of an action stays one.
  private func refuseResult(_ word: Word) throws(SentenceProblem) {
    let code = word.text.uppercased()
    guard let result = policy.result(code), !result.isRetired,
      !policy.actions.contains(where: { $0.code == code && !$0.isRetired })
    else { return }
    throw SentenceProblem(
      word,
      "“\(word.text)” begins another outcome, \(result.code), \(result.meaning): put ; before it, or name what it is, "
        + "such as who:\(word.text).")
  }

  /// The lines that a word can be of without being named, the most particular first.
  private static let order: [CallLine] = [
    .action, .discount, .invoices, .instalments, .date, .time, .amount, .method, .disputeReason, .reason,
    .contact, .phone,
  ]

  /// The text as the line takes it; nil when it is nothing of the kind.
  private func meaning(_ text: String, as line: CallLine, _ result: CallResult) -> String? {
    let reading = reading(text, as: line, result)
    switch line {
    case .discount: return discount(text, reading)
    case .invoices: return invoice(text)
    case .instalments: return isInstalments(text, reading) ? text : nil
    case .date: return (try? reading.day()) == nil ? nil : text
    case .time: return (try? reading.time()) == nil ? nil : text
    case .amount: return isAmount(text, reading) ? text : nil
    case .method: return (try? policy.methods.meant(by: text)) == nil ? nil : text
    case .disputeReason: return (try? policy.disputeReasons.meant(by: text)) == nil ? nil : text
    case .reason: return (try? policy.reasons.meant(by: text)) == nil ? nil : text
    case .contact: return person(text)
    case .phone: return text.count { $0.isNumber } >= 6 && text.hasPrefix("+") ? text : nil
    case .action: return policy.actions.first { $0.code == text.uppercased() && !$0.isRetired }?.code
    case .reference, .address, .exception, .note, .approval, .because: return nil
    }
  }

  private func reading(_ text: String, as line: CallLine, _ result: CallResult) -> CallReading {
    CallReading(
      picture: picture, tagged: [], policy: policy, today: picture.asOf, result: result, texts: [line: text])
  }

  /// What stands behind `less`, without that word.
  private func discount(_ text: String, _ reading: CallReading) -> String? {
    let words = text.split(separator: " ")
    guard words.count > 1, words[0].lowercased() == "less" else { return nil }
    let said = words.dropFirst().joined(separator: " ")
    let read = try? TypedIncentive.read(
      said, in: reading.picture.leadingCurrency ?? policy.currency, today: picture.asOf,
      rules: policy.dayRules)
    return read == nil ? nil : said
  }

  /// How many, or an amount with its rhythm: an amount alone is that of the plan.
  private func isInstalments(_ text: String, _ reading: CallReading) -> Bool {
    guard let typed = try? reading.instalments(), (try? reading.currency()) != nil else { return false }
    switch typed {
    case .count: return true
    case .each(let amount, _):
      let words = text.split(separator: " ")
      return words.last.flatMap { TypedInstalments.rhythm(String($0)) } != nil
        && !AmountWords(amount).figure.contains(" ")
    case .days: return false
    }
  }

  /// Takes days with commas between, each perhaps with an amount, as the instalments of a plan, and answers how many words
  /// they were; nil where no such list begins.
  private func takeDays(
    _ words: ArraySlice<Word>, into part: inout TypedCall.Part
  ) throws(SentenceProblem) -> Int? {
    let run = words.prefix { !$0.isQuoted }.map(\.text)
    guard part.result.holdsPlan, part.texts[.instalments] == nil, let first = words.first,
      let comma = run.firstIndex(where: { $0.hasSuffix(",") }),
      let last = run.lastIndex(where: { $0.hasSuffix(",") }),
      TypedInstalments.isDay(
        run[...comma].joined(separator: " ").dropLast(), today: picture.asOf, rules: policy.dayRules)
    else { return nil }
    var problem: TypingProblem?
    // A day has two words, an amount with its currency as many.
    for count in stride(from: min(run.count, last + 5), to: last + 1, by: -1) {
      let text = run.prefix(count).joined(separator: " ")
      do {
        guard
          case .days(let days) = try TypedInstalments.read(text, today: picture.asOf, rules: policy.dayRules),
          invoice(days.last?.amount ?? "") == nil
        else { continue }
        try set(.instalments, text, first, in: &part)
        return count
      } catch let found as TypingProblem {
        if problem == nil || count > last + 2 { problem = found }
      } catch let found as SentenceProblem {
        throw found
      } catch { continue }
    }
    throw SentenceProblem(first, problem?.sentence ?? "Type a day behind the last comma too: 4 dec, 18 dec.")
  }

  private func invoice(_ text: String) -> String? {
    if text.hasPrefix("#") {
      let ending = String(text.dropFirst())
      return (try? picture.named(ending))?.count == 1 ? ending : nil
    }
    let key = DocumentKey(text).text.lowercased()
    return picture.invoices.first { DocumentKey($0.invoice.number).text.lowercased() == key }?.invoice.number
  }

  /// A figure, or one with a currency in which something is open.
  private func isAmount(_ text: String, _ reading: CallReading) -> Bool {
    let words = AmountWords(text)
    guard words.currency != nil || !text.contains(" ") else { return false }
    return (try? reading.typedAmount()) != nil
  }

  /// The one person in the books whose name, or a word of it, begins so.
  private func person(_ text: String) -> String? {
    let typed = text.lowercased()
    let meant = picture.contacts.filter { contact in
      let name = contact.name.lowercased()
      return name.hasPrefix(typed)
        || (!typed.contains(" ") && name.split(separator: " ").contains { $0.hasPrefix(typed) })
    }
    return Set(meant.map(\.name)).count == 1 ? meant[0].name : nil
  }
}
