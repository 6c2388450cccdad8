import Receivables

/// Payment terms as German, French and English invoices word them.
///
/// `30 Tage netto`, `netto 30 Tage`, `30 days net` and `30 jours net` are net 30, `30 jours fin de mois` is 30 EOM,
/// `sofort` is due on receipt. Of `10 Tage 2 % Skonto, 30 Tage netto` the discount is not kept.
enum TermsWording {
  private static let synonyms = ["netto": "net", "monatsende": "eom"]
  private static let fillers: Set<String> = [
    "tag", "tage", "tagen", "jour", "jours", "day", "days", "zahlbar", "fällig", "payable", "due", "within",
    "innerhalb", "in", "von", "à", "on", "upon", "bei", "rein", "ohne", "abzug",
  ]
  private static let atOnce: Set<String> = [
    "sofort", "prompt", "comptant", "réception", "reception", "receipt", "erhalt",
  ]

  /// The terms; nil when they are worded in another way.
  static func read(_ text: String) -> Terms? {
    if let terms = Terms(text: text) { return terms }
    var words = words(of: text)
    if let discount = words.firstIndex(of: "skonto") { words.removeFirst(discount + 1) }
    let isNet = words.contains("net")
    words.removeAll { $0 == "net" || fillers.contains($0) }
    if !words.isEmpty, words.allSatisfy(atOnce.contains) { return .net(0) }
    return Terms(text: ((isNet ? ["net"] : []) + words).joined(separator: " "))
  }

  /// Lower-case runs of letters and of digits; no terms are longer than a few.
  private static func words(of text: String) -> [String] {
    var words: [String] = []
    var last: Character = " "
    for character in text.prefix(80).lowercased() {
      let isWord = character.isLetter || character.isNumber
      if isWord, last.isLetter && character.isLetter || last.isNumber && character.isNumber {
        words[words.count - 1].append(character)
      } else if isWord {
        words.append(String(character))
      }
      last = character
    }
    for phrase in [["fin", "de", "mois"], ["end", "of", "month"]] { words.replace(phrase, with: ["eom"]) }
    return words.map { synonyms[$0] ?? $0 }
  }
}
