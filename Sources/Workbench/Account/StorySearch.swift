import Receivables
import TextScreen

/// What is looked for in an account's story: words of what is told and noted, names, numbers of invoices, amounts.
struct StorySearch: Hashable, Sendable {
  /// As it was typed.
  let text: String
  /// Where the story has it, by its items' places, the newest first.
  let hits: [Int]

  /// Looks through what shows of the story; nil for nothing typed.
  init?(_ text: String, in picture: AccountPicture, _ part: StoryPart, _ policy: Policy) {
    let query = SearchQuery(text)
    guard !query.words.isEmpty else { return nil }
    self.text = text
    let currencies = InvoiceCurrencies(picture.file.invoices)
    let paid = Self.paid(picture.file)
    hits = picture.timeline.indices.filter { place in
      let item = picture.timeline[place]
      guard part.shows(item) else { return false }
      let words = TimelineWords(item, currencies, policy)
      var texts = [words.source, words.headline, words.note]
      var amounts: [Money] = []
      switch item.event {
      case .entry(let entry, _):
        texts += entry.body.invoiceNumbers
        texts.append(entry.body.first(ContactRecord.self)?.person ?? "")
        amounts = entry.body.all(PromiseTerms.self).map(\.amount)
      case .credit(let credit):
        texts += paid[credit.id] ?? []
        amounts = [credit.amount]
      case .lapsed(let incentive): amounts = [incentive.amount]
      case .application(let application, _):
        if let currency = currencies[application.invoice] {
          amounts = [Money(minor: application.amount, currency)]
        }
      }
      return Self.finds(query, in: SearchText.folded(texts.joined(separator: "\n")), amounts)
    }
  }

  private static func finds(_ query: SearchQuery, in text: String, _ amounts: [Money]) -> Bool {
    func has(_ amount: AmountSought?) -> Bool { amount.map { amounts.contains(where: $0.means) } ?? false }
    return query.words.allSatisfy { text.contains($0.text) || has($0.amount) } || has(query.amount)
  }

  /// The numbers of the invoices that a credit was applied to.
  private static func paid(_ file: AccountFile) -> [DocumentID: [String]] {
    let numbers = Dictionary(
      file.invoices.map { ($0.id, $0.number) }, uniquingKeysWith: { first, _ in first })
    var paid: [DocumentID: [String]] = [:]
    for application in file.applications {
      guard let credit = application.credit, let number = numbers[application.invoice] else { continue }
      paid[credit, default: []].append(number)
    }
    return paid
  }
}

extension AccountScreen {
  /// Looks for words in the story, from the line under the cursor on; no words end the search.
  mutating func search(_ text: String, _ sitting: Sitting) -> Turn {
    storySearch = StorySearch(text.trimmed, in: picture, storyPart, sitting.policy)
    guard let storySearch else { return .none }
    guard !storySearch.hits.isEmpty else {
      self.storySearch = nil
      return .message("Nothing in the story matches “\(text.trimmed)”.")
    }
    let here = storyPlace(sitting) ?? 0
    return show(storySearch.hits.firstIndex { $0 >= here } ?? 0, of: storySearch, sitting)
  }

  /// The next hit below, or the one before; round and round.
  mutating func nextHit(by step: Int, _ sitting: Sitting) -> Turn {
    guard let search = storySearch, !search.hits.isEmpty else { return .none }
    let here = storyPlace(sitting) ?? 0
    let count = search.hits.count
    let place =
      step > 0
      ? search.hits.firstIndex { $0 > here } ?? 0
      : search.hits.lastIndex { $0 < here } ?? count - 1
    return show(place, of: search, sitting)
  }

  /// Shows or hides the payments of the day under the cursor, one by one.
  mutating func unfold(_ sitting: Sitting) -> Turn {
    guard let place = storyPlace(sitting), let day = foldedDay(at: place, sitting) else { return .none }
    if unfolded.remove(day) == nil { unfolded.insert(day) }
    fit(sitting)
    let layout = storyLayout(width: AccountAreas.width(sitting.body), sitting)
    if let line = layout.headline(ofGroupAt: place) { story.select(line) }
    return .none
  }

  /// The day whose payments are one line at a place of the story; nil where there is no such line.
  func foldedDay(at place: Int, _ sitting: Sitting) -> CalendarDay? {
    let layout = storyLayout(width: AccountAreas.width(sitting.body), sitting)
    return layout.first(ofGroupAt: place) == nil ? nil : picture.timeline[place].day
  }

  /// Where in the story the cursor stands.
  func storyPlace(_ sitting: Sitting) -> Int? {
    storyLayout(width: AccountAreas.width(sitting.body), sitting).place(of: story.selected)?.told
  }

  private mutating func show(_ index: Int, of search: StorySearch, _ sitting: Sitting) -> Turn {
    let place = search.hits[index]
    if let day = foldedDay(at: place, sitting) { unfolded.insert(day) }
    fit(sitting)
    selectStory(place, sitting)
    return .message("“\(search.text)” \(index + 1) of \(search.hits.count)")
  }

  private mutating func selectStory(_ place: Int, _ sitting: Sitting) {
    let layout = storyLayout(width: AccountAreas.width(sitting.body), sitting)
    guard let line = layout.line(of: place) else { return }
    // Of what people wrote the line that has the word.
    let words = storySearch.map { SearchQuery($0.text).words } ?? []
    let lines = (line..<layout.lines).prefix { layout.place(of: $0)?.told == place }
    let found = lines.first { line in
      let text = layout.place(of: line).flatMap { layout.text(at: $0) }.map { SearchText.folded($0) } ?? ""
      return words.contains { text.contains($0.text) }
    }
    story.select(found ?? line)
  }
}
