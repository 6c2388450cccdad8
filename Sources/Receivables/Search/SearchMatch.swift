/// What of an account a search found, other than the number and the name that every row shows.
public enum SearchMatch: Hashable, Sendable {
  /// Somebody's name.
  case person(String)
  /// A phone number or an e-mail address, as it is written.
  case address(String)
  /// Another customer of the books who belongs to it, by number or name.
  case customer(String)
  /// The number of an invoice.
  case invoice(String)
  /// A purchase order, or the reference of a payment.
  case reference(String)
  /// What somebody noted: the words around the one that was found.
  case note(String)
  /// An amount.
  case amount(SearchedAmount)
}

extension SearchQuery {
  /// What of the account is found, apart from its number and its name; nil when it is not found. Each word counts once,
  /// by the line that is the word, else by an amount, else by the first line that contains it.
  ///
  /// `SearchQuery("wanda").matches(file, amounts) == [.person("Wanda Sato")]`.
  public func matches(_ file: AccountFile, _ amounts: [SearchedAmount]) -> [SearchMatch]? {
    let lines = file.searchedLines.map { (line: $0, folded: SearchText.folded($0.text)) }
    if let found = matches(in: lines, amounts) { return found }
    if let phoneDigits, let found = lines.first(where: { $0.folded.contains(phoneDigits) }) {
      return found.line.match.map { [$0] } ?? []
    }
    return amount.flatMap { amount in amounts.first { amount.means($0.amount) } }.map { [.amount($0)] }
  }

  private func matches(
    in lines: [(line: SearchedLine, folded: String)], _ amounts: [SearchedAmount]
  ) -> [SearchMatch]? {
    var found: [SearchMatch] = []
    for word in words {
      let named = lines.first { $0.folded == word.text }
      let meant = word.amount.flatMap { amount in amounts.first { amount.means($0.amount) } }
      let containing = lines.first { $0.folded.contains(word.text) }
      guard named != nil || meant != nil || containing != nil else { return nil }
      // What the row shows needs no words.
      if let shown = containing?.line, shown.match == nil { continue }
      let match = named?.line.match ?? meant.map { .amount($0) } ?? containing?.line.match
      if let match = match?.around(word.text), !found.contains(match) { found.append(match) }
    }
    return found
  }
}

extension SearchMatch {
  private static let wordsBefore = 2
  private static let longestExcerpt = 60

  /// Of a note only what stands around `word`.
  fileprivate func around(_ word: String) -> SearchMatch {
    guard case .note(let text) = self else { return self }
    let words = text.split(whereSeparator: \.isWhitespace)
    let place = words.firstIndex { SearchText.folded(String($0)).contains(word) } ?? 0
    let first = max(place - Self.wordsBefore, 0)
    let excerpt = (first > 0 ? "… " : "") + words[first...].joined(separator: " ")
    guard excerpt.count > Self.longestExcerpt else { return .note(excerpt) }
    return .note(excerpt.prefix(Self.longestExcerpt - 1) + "…")
  }
}
