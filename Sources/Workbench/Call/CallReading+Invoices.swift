import Receivables

extension CallReading {
  /// Why these invoices are covered.
  enum Cover: Hashable {
    case typed, tagged, pastDue, open
  }

  /// The invoices that the call is about, oldest due first: those typed, else those tagged, else all past due in
  /// `currency`, else all that are open in it.
  func covered(_ currency: Currency) throws(TypingProblem) -> (invoices: [InvoiceStatus], cover: Cover) {
    if let typed = text(.invoices) { return (try named(typed), .typed) }
    let chosen = taggedInvoices
    if !chosen.isEmpty { return (chosen, .tagged) }
    let open = picture.invoices.filter { $0.invoice.original.currency == currency }
    let pastDue = open.filter(\.isPastDue)
    return pastDue.isEmpty ? (open, .open) : (pastDue, .pastDue)
  }

  /// What was typed or tagged; nothing when the rules choose.
  func chosen(_ currency: Currency) throws(TypingProblem) -> [InvoiceStatus] {
    let (invoices, cover) = try covered(currency)
    return cover == .typed || cover == .tagged ? invoices : []
  }

  /// The same by their names, of one currency.
  func chosenIDs() throws(TypingProblem) -> [DocumentID] {
    try chosen(try currency()).map(\.invoice.id)
  }

  /// Whether somebody chose the invoices, or only one comes into question.
  var isChosen: Bool {
    text(.invoices) != nil || picture.onlyInvoice != nil || !taggedInvoices.isEmpty
  }

  /// Those of the tagged invoices that are still open.
  private var taggedInvoices: [InvoiceStatus] {
    tagged.isEmpty ? [] : picture.invoices.filter { tagged.contains($0.invoice.id) }
  }

  /// The currency of the call's amounts: the one typed with the amount, else that of the chosen invoices, else
  /// that in which most is past due.
  func currency() throws(TypingProblem) -> Currency {
    if let typed = text(.amount), let named = AmountWords(typed).currency {
      guard picture.invoices.contains(where: { $0.invoice.original.currency == named }) else {
        throw TypingProblem("Nothing is open in \(named) on this account.")
      }
      return named
    }
    if isChosen, let first = try covered(usualCurrency).invoices.first {
      return first.invoice.original.currency
    }
    return usualCurrency
  }

  /// The currency with the largest past-due amount at the policy's indicative rates.
  private var usualCurrency: Currency {
    func weight(_ balance: CurrencyBalance) -> Int128 {
      let rate = Int128(policy.rates[balance.currency] ?? 1_000_000)
      return Int128(balance.pastDue) * rate / Int128(balance.currency.minorPerMajor)
    }
    let largest = picture.summary.balances.max { weight($0) < weight($1) }
    return largest?.currency ?? picture.invoices.first?.invoice.original.currency ?? policy.currency
  }

  /// Open invoices by their numbers: whole, or an ending that only one of them has.
  private func named(_ typed: String) throws(TypingProblem) -> [InvoiceStatus] {
    if typed.lowercased() == "all" { return picture.invoices }
    let byKey = Dictionary(grouping: picture.invoices) { DocumentKey($0.invoice.number).text.lowercased() }
    var found: Set<DocumentID> = []
    for word in typed.split(whereSeparator: { $0 == " " || $0 == "," || $0 == ";" }) {
      let matches = byKey[DocumentKey(word).text.lowercased()] ?? ending(in: word.lowercased())
      guard let match = matches.first else {
        throw TypingProblem("No open invoice is called “\(word)”.", asksForList: true)
      }
      guard matches.count == 1 else {
        throw TypingProblem("“\(word)” is the end of \(matches.count) invoice numbers. Type more of it.")
      }
      found.insert(match.invoice.id)
    }
    return picture.invoices.filter { found.contains($0.invoice.id) }
  }

  private func ending(in text: String) -> [InvoiceStatus] {
    picture.invoices.filter { $0.invoice.number.lowercased().hasSuffix(text) }
  }
}
