import Receivables

/// Views and searches.
extension AccountList {
  var isSearch: Bool { !query.text.isEmpty }

  /// Shows another view, without a search.
  mutating func show(_ view: WorklistView) -> [Effect] {
    viewBeforeSearch = nil
    var query = query
    query.view = view
    query.text = ""
    return ask(query) + [readTotals]
  }

  /// The figures of the day belong to whose queue is listed: everybody's, or the collector's own.
  var readTotals: Effect {
    .loadTotals(collector: (viewBeforeSearch ?? query.view) == .everyone ? nil : query.collector)
  }

  /// Lists what matches a text in the view; an empty text ends the search.
  mutating func search(_ text: String) -> [Effect] {
    let text = text.trimmed
    guard !text.isEmpty else { return endSearch() }
    var query = query
    query.view = viewBeforeSearch ?? query.view
    query.text = text
    viewBeforeSearch = query.view
    return ask(query)
  }

  /// Back to the view as it was before the search, on the account that is selected.
  mutating func endSearch() -> [Effect] {
    guard let view = viewBeforeSearch else { return [] }
    let found = selected
    let effects = show(view)
    guard let found else { return effects }
    return seek(found)
  }

  /// When nothing matched in the view: the same search in all accounts.
  mutating func searchEverywhere() -> [Effect]? {
    guard isSearch, query.view != .all else { return nil }
    var query = query
    query.view = .all
    return ask(query)
  }
}
