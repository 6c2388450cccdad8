/// A customer's name as names are compared: without case, accents, signs and what says no more than that it is a company.
///
/// `CompanyName("The Elm-Metals Company, Inc.") == CompanyName("ELM METALS")`.
public struct CompanyName: Hashable, Sendable {
  /// What is left of it, in the order in which it is written.
  let words: [String]
  /// The same as one text, whatever the order.
  let key: String
  /// The same in the order in which it is written, where no number may end in another one.
  let compact: String
  /// What tells branches apart: numbers, letters, "II".
  private let marks: [String]

  /// The name of a company or a person.
  public init(_ name: String) {
    let folded = Self.plain(SearchText.folded(String(name.prefix(Self.longest))))
    let all = Self.joined(folded.split { !$0.isLetter && !$0.isNumber }.map(String.init))
    let telling = all.filter { !Self.forms.contains($0) }
    words = telling.isEmpty ? all : telling
    marks = words.filter { $0.count < 3 || $0.contains(where: \.isNumber) }
    let isPlain = !words.contains { $0.contains(where: \.isNumber) }
    key = words.sorted().joined(separator: isPlain ? "" : " ")
    compact = words.joined(separator: isPlain ? "" : " ")
  }

  private static let longest = 100

  /// `"ue"` as `"u"`, since `"ü"` is written as either.
  private static func plain(_ text: String) -> String {
    var result = ""
    for character in text {
      if character == "e", let last = result.last, "aou".contains(last) { continue }
      if character == "'" || character == "’" { continue }
      result.append(character)
    }
    return result
  }

  /// Whether both are the same but for a slip of the hand: one letter of seven or more, in a word that is long enough.
  func isNearly(_ other: CompanyName) -> Bool {
    let (left, right) = (Array(key.utf8), Array(other.key.utf8))
    return min(left.count, right.count) >= Self.shortestSpelled
      && marks == other.marks
      && Self.differences(left, right, most: 1) <= 1
  }

  private static let shortestSpelled = 7

  /// Whether one name is the other and more: `"Elm Metals"`, `"Elm Metals Berlin"`.
  func begins(_ other: CompanyName) -> Bool {
    words.count < other.words.count && words.joined().utf8.count >= Self.shortestBeginning
      && other.words.starts(with: words)
  }

  private static let shortestBeginning = 8

  /// Single letters that follow each other as one word: `"G. m. b. H."`.
  private static func joined(_ words: [String]) -> [String] {
    var result: [String] = []
    var wasLetter = false
    for word in words {
      let isLetter = word.count == 1 && word.allSatisfy(\.isLetter)
      if isLetter, wasLetter { result[result.count - 1] += word } else { result.append(word) }
      wasLetter = isLetter
    }
    return result
  }

  /// How many letters have to be put in, left out, changed or swapped with the next one to make one text of the other; more
  /// than `most` when it takes more (Damerau, CACM 7 (1964) 171).
  private static func differences(_ left: [UInt8], _ right: [UInt8], most: Int) -> Int {
    guard abs(left.count - right.count) <= most else { return most + 1 }
    var (before, last) = ([Int](), Array(0...right.count))
    for row in left.indices {
      var next = [row + 1]
      for column in right.indices {
        let isSame = left[row] == right[column]
        var least = min(last[column] + (isSame ? 0 : 1), last[column + 1] + 1, next[column] + 1)
        if row > 0, column > 0, left[row] == right[column - 1], left[row - 1] == right[column] {
          least = min(least, before[column - 1] + 1)
        }
        next.append(least)
      }
      if next.min() ?? 0 > most { return most + 1 }
      (before, last) = (last, next)
    }
    return last[right.count]
  }

  /// What companies share with each other.
  private static let forms: Set<String> = [
    "ab", "ag", "and", "aps", "as", "bv", "bvba", "cie", "co", "company", "corp", "corporation", "cv", "de",
    "der", "die",
    "doo", "e", "eg", "eirl", "ek", "et", "eurl", "gbr", "gesmbh", "gmbh", "gmbhco", "hb", "inc",
    "incorporated", "kb",
    "kft", "kg", "kgaa", "la", "lda", "le", "limitada", "limited", "llc", "llp", "lp", "ltd", "ltda", "mbh",
    "nv", "og", "ohg",
    "oy", "oyj", "plc", "pty", "pvt", "sa", "sarl", "sas", "sasu", "sc", "scs", "se", "sk", "sl", "slu",
    "snc", "soc",
    "sp", "spa", "spol", "spolka", "spzoo", "srl", "sro", "the", "und", "unlimited", "van", "vof", "y", "zoo",
    "zo",
  ]
}
