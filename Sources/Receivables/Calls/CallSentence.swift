/// A call in one line, as somebody types who knows the codes: `pp 12.5k fri ach jane; di INV-77 400 price`.
///
/// Outcomes stand between semicolons. Each begins with the code of its result; what follows is understood by what it is:
/// a day, an amount, a time, a way of paying, a reason, an invoice by its whole number or as `#` and its ending, a person
/// in the books, and behind `less` a discount: `less 2% until fri`. Instalments are a number, an amount with its rhythm
/// (`500 weekly`) or days with commas between. What could be several things is named: `ref:TR-77`, `who:"Bob Roe"`,
/// `late:"a grant"`. A text in quotes is the note.
public struct CallSentence {
  /// A word or several, with where they stand in the line, from 0.
  struct Word: Hashable {
    var text: String
    var place: Int
    var isQuoted = false
  }

  let picture: AccountPicture
  let policy: Policy

  /// Reads lines about an account under a policy.
  public init(on picture: AccountPicture, policy: Policy) {
    self.picture = picture
    self.policy = policy
  }

  /// Whether a text begins as a call does: with the code of a result, and something behind it.
  public static func isBegun(_ text: String, _ policy: Policy) -> Bool {
    let words = text.split(separator: " ", maxSplits: 1)
    guard words.count == 2, let result = policy.result(words[0].uppercased()) else { return false }
    return !result.isRetired
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

extension LineProblem {
  /// The sentence with the name that a line takes for what is missing: no word of it is understood as that by itself.
  public var sentenceInLine: String {
    switch field {
    case .exception: "\(sentence) In the line: late:\"a grant\"."
    case .approval: "\(sentence) In the line: approved:\"Ann Lee\"."
    default: sentence
    }
  }
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
        // Behind a name a quote holds its words together: `who:"Bob Roe"`.
        if isQuoted {
          close()
        } else if word?.text.last != ":" {
          close()
          word = Word(text: "", place: place, isQuoted: true)
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

  /// Names that say more than the line's own.
  private static let names: [String: CallLine] = [
    "who": .contact, "late": .exception, "approved": .approval,
  ]

  /// `ref:TR-77` names its line, by its name or the beginning of it.
  private func named(_ word: Word) -> (CallLine, String)? {
    guard let colon = word.text.firstIndex(of: ":"), colon > word.text.startIndex else { return nil }
    let name = word.text[..<colon].lowercased()
    let line = Self.names[name] ?? CallLine.allCases.first { $0.rawValue.hasPrefix(name) }
    guard let line, name.allSatisfy(\.isLetter) else { return nil }
    let text = String(word.text[word.text.index(after: colon)...])
    return (line, line == .contact ? known(text) ?? text : text)
  }

  /// The one person in the books in whose name all these words occur.
  private func known(_ text: String) -> String? {
    func words(_ name: String) -> Set<Substring> { Set(name.lowercased().split(separator: " ")) }
    let names = Set(picture.contacts.map(\.name))
    if names.contains(text) { return text }
    let meant = names.filter { !text.isEmpty && words(text).isSubset(of: words($0)) }
    return meant.count == 1 ? meant.first : nil
  }

  func set(
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
