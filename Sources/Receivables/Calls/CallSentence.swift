/// A call in one line, as somebody types who knows the codes: `pp 12.5k fri ach jane; di INV-77 400 price`.
///
/// Outcomes stand between semicolons. Each begins with the code of its result; what follows is understood by what it is:
/// a day, an amount, a time, a way of paying, a reason, an invoice by its whole number or as `#` and its ending, a person
/// in the books, and behind `less` a discount: `less 2% until fri`. What could be several things is named: `ref:TR-77`, `who:Bob`. A text in quotes is the note.
public struct CallSentence {
  /// A word or several, with where they stand in the line, from 0.
  struct Word: Hashable {
    var text: String
    var place: Int
    var isQuoted = false
  }

  private let picture: AccountPicture
  private let policy: Policy

  /// Reads lines about an account under a policy.
  public init(on picture: AccountPicture, policy: Policy) {
    self.picture = picture
    self.policy = policy
  }

  /// The outcomes that `line` tells. Throws `SentenceProblem` with the place of what cannot be understood.
  ///
  /// `"pp 1200 fri"` is one part, PP, with the texts `amount: 1200` and `date: fri`.
  public func parts(of line: String) throws(SentenceProblem) -> [TypedCall.Part] {
    var parts: [TypedCall.Part] = []
    var shared: [CallLine: String] = [:]
    let outcomes = try Self.outcomes(in: line)
    for words in outcomes {
      guard let first = words.first else { continue }
      guard let result = policy.result(first.text.uppercased()), !result.isRetired else {
        throw SentenceProblem(
          first, "“\(first.text)” is no result of a call. Begin with its code, such as pp or di.")
      }
      guard outcomes.count == 1 || result.isRightParty else {
        throw SentenceProblem(
          first,
          "\(result.code), \(result.meaning), reached nobody who could say more: it stands alone in a line.")
      }
      var part = TypedCall.Part(result, [:])
      try read(words.dropFirst(), into: &part)
      for line in CallLine.shared {
        guard let text = part.texts[line] else { continue }
        guard shared.updateValue(text, forKey: line) == nil else {
          throw SentenceProblem(first, "\(line.title) is said twice; a call has one.")
        }
      }
      parts.append(part)
    }
    guard !parts.isEmpty else {
      throw SentenceProblem(Word(text: "", place: 0), "Type a result and what was said: pp 1200 fri ach.")
    }
    for (line, text) in shared { parts[0].texts[line] = text }
    return parts
  }
}

/// What of a line cannot be understood, and where.
public struct SentenceProblem: Error, Hashable, Sendable, CustomStringConvertible {
  /// What is wrong and what to do.
  public let sentence: String
  /// Where it stands in the line, in characters from 0.
  public let place: Int

  init(_ word: CallSentence.Word, _ sentence: String) {
    self.sentence = sentence
    place = word.place
  }

  /// The sentence with the place, counted from 1: `"“fir” is not understood (at 9)."`.
  public var description: String { "\(sentence) (at \(place + 1))" }
}

// MARK: Words

extension CallSentence {
  /// The words of each outcome. A quote that is not closed reaches to the end.
  private static func outcomes(in line: String) throws(SentenceProblem) -> [[Word]] {
    var outcomes: [[Word]] = [[]]
    var word: Word?
    var isQuoted = false
    func close() {
      if let done = word { outcomes[outcomes.count - 1].append(done) }
      word = nil
    }
    for (place, character) in line.enumerated() {
      switch character {
      case "\"":
        if !isQuoted {
          close()
          word = Word(text: "", place: place, isQuoted: true)
        } else {
          close()
        }
        isQuoted.toggle()
      case ";" where !isQuoted:
        close()
        outcomes.append([])
      case " " where !isQuoted, "\t" where !isQuoted: close()
      default:
        if word == nil { word = Word(text: "", place: place) }
        word?.text.append(character)
      }
    }
    close()
    return outcomes.filter { !$0.isEmpty }
  }

  private func read(_ words: ArraySlice<Word>, into part: inout TypedCall.Part) throws(SentenceProblem) {
    var words = words
    while let word = words.first {
      if word.isQuoted {
        try set(.note, word.text, word, in: &part)
        words.removeFirst()
      } else if let (line, text) = named(word) {
        try set(line, text, word, in: &part)
        words.removeFirst()
      } else {
        let count = try understand(words, into: &part)
        words.removeFirst(count)
      }
    }
  }

  /// `ref:TR-77` names its line, by its name or the beginning of it.
  private func named(_ word: Word) -> (CallLine, String)? {
    guard let colon = word.text.firstIndex(of: ":"), colon > word.text.startIndex else { return nil }
    let name = word.text[..<colon].lowercased()
    let line = name == "who" ? CallLine.contact : CallLine.allCases.first { $0.rawValue.hasPrefix(name) }
    guard let line, name.allSatisfy(\.isLetter) else { return nil }
    return (line, String(word.text[word.text.index(after: colon)...]))
  }

  private func set(
    _ line: CallLine, _ text: String, _ word: Word, in part: inout TypedCall.Part
  ) throws(SentenceProblem) {
    guard CallLine.shared.contains(line) || TypedCall.lines(of: part.result).contains(line.rawValue) else {
      let what = "\(part.result.code), \(part.result.meaning),"
      throw SentenceProblem(word, "\(what) asks for no \(line.title.lowercased()).")
    }
    if line == .note {
      do { try NoteLimit.check(text) } catch { throw SentenceProblem(word, error.sentence) }
    }
    guard let earlier = part.texts[line] else { return part.texts[line] = text }
    guard line == .invoices else {
      throw SentenceProblem(word, "\(line.title) is “\(earlier)” already; “\(text)” is a second one.")
    }
    part.texts[line] = "\(earlier) \(text)"
  }
}

// MARK: What a word is

extension CallSentence {
  /// Takes the longest run of words that means something to the result, and answers how many they were.
  private func understand(
    _ words: ArraySlice<Word>, into part: inout TypedCall.Part
  ) throws(SentenceProblem) -> Int {
    let first = words[words.startIndex]
    let lines = TypedCall.lines(of: part.result)
    try refuseResult(first)
    for count in stride(from: min(words.count, Self.longest), through: 1, by: -1) {
      let run = words.prefix(count)
      guard !run.contains(where: \.isQuoted) else { continue }
      let text = run.map(\.text).joined(separator: " ")
      for line in Self.order where lines.contains(line.rawValue) || CallLine.shared.contains(line) {
        let isFree = part.texts[line] == nil || line == .invoices
        guard isFree, let meant = meaning(text, as: line, part.result) else { continue }
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
    let reading = CallReading(
      picture: picture, tagged: [], policy: policy, today: picture.asOf, result: result, texts: [line: text])
    switch line {
    case .discount: return discount(text, reading)
    case .invoices: return invoice(text)
    case .instalments: return (try? reading.instalments()) == nil ? nil : text
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

  /// What stands behind `less`, without that word.
  private func discount(_ text: String, _ reading: CallReading) -> String? {
    let words = text.split(separator: " ")
    guard words.count > 1, words[0].lowercased() == "less" else { return nil }
    let said = words.dropFirst().joined(separator: " ")
    let read = try? TypedIncentive.read(
      said, in: reading.picture.leadingCurrency ?? policy.currency, today: picture.asOf,
      order: policy.dateOrder)
    return read == nil ? nil : said
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
