/// Gives every word behind a result its meaning, by what the result asks.
struct CallWordReading {
  let rule: CallResult
  let picture: AccountPicture
  let policy: Policy
  var invoices: [DocumentID] = []
  var amount: Money?
  var isAll = false
  var day: CalendarDay?
  var time: TimeOfDay?
  var instalments: Int?
  var rhythm: PlanRhythm?
  var method: String?
  var reason: String?
  var disputeReason: String?
  var reference: String?
  var contact: String?

  init(_ rule: CallResult, for picture: AccountPicture, policy: Policy) {
    self.rule = rule
    self.picture = picture
    self.policy = policy
  }

  /// That of the named invoices, else of the oldest.
  var currency: Currency? { picture.currency(of: invoices) ?? picture.leadingCurrency }

  /// Invoices first: they decide in which currency the amounts are.
  mutating func take(_ words: [String]) throws(CallWordProblem) {
    var others: [String] = []
    for word in words {
      if let invoice = try invoice(word) { invoices.append(invoice) } else { others.append(word) }
    }
    for word in others {
      guard takeNumber(word) || takeName(word) else {
        throw CallWordProblem(word, "“\(word)” means nothing after \(rule.code), \(rule.meaning).")
      }
    }
  }

  private func invoice(_ word: String) throws(CallWordProblem) -> DocumentID? {
    let isMarked = word.hasPrefix("#")
    let number = DocumentKey(isMarked ? String(word.dropFirst()) : word).text.lowercased()
    let found = picture.invoices.first { DocumentKey($0.invoice.number).text.lowercased() == number }
    guard let found else {
      guard !isMarked else {
        throw CallWordProblem(word, "No open invoice has the number \(word.dropFirst()).")
      }
      return nil
    }
    if !isMarked, !rule.asks.contains(.invoices), word.utf8.allSatisfy(\.isDigit) {
      throw CallWordProblem(
        word,
        "“\(word)” could be the invoice or a number. Type #\(word) for the invoice, \(word).00 for the amount."
      )
    }
    return found.invoice.id
  }

  private var wantsAmount: Bool {
    amount == nil && !isAll && (rule.promiseKind != nil || rule.holdsPlan || rule.asks.contains(.amount))
  }

  private var wantsDay: Bool { day == nil && (rule.promiseKind != nil || rule.asks.contains(.date)) }

  /// Amounts, numbers of instalments, days and times.
  private mutating func takeNumber(_ word: String) -> Bool {
    if wantsAmount, ["all", "full"].contains(word.lowercased()) {
      isAll = true
      return true
    }
    if rule.holdsPlan, instalments == nil, word.utf8.count <= 3, word.utf8.allSatisfy(\.isDigit) {
      instalments = Int(word)
      return true
    }
    if wantsAmount, word.utf8.contains(where: \.isDigit), let currency,
      let found = try? TypedAmount.read(word, full: .zero(currency))
    {
      amount = found
      return true
    }
    if wantsDay,
      let found = try? TypedDay.read(word, today: picture.asOf, order: policy.dateOrder, side: side)
    {
      day = found
      return true
    }
    if rule.asks.contains(.time), time == nil, let found = try? TypedTime.read(word) {
      time = found
      return true
    }
    return false
  }

  /// Money already sent and notices lie in the past.
  private var side: TypedDay.Side {
    rule.nextKind == .checkPayment || rule.nextKind == .legal ? .past : .future
  }

  /// Rhythms of a plan, ways of paying, reasons, people and references.
  private mutating func takeName(_ word: String) -> Bool {
    if word.hasPrefix("@"), contact == nil {
      contact = String(word.dropFirst())
    } else if rule.holdsPlan, rhythm == nil, let found = PlanRhythm(rawValue: word.lowercased()) {
      rhythm = found
    } else if rule.promiseKind != nil, method == nil, let found = code(word, policy.methods) {
      method = found
    } else if rule.holdsDispute, disputeReason == nil, let found = code(word, policy.disputeReasons) {
      disputeReason = found
    } else if reason == nil, let found = code(word, policy.reasons) {
      reason = found
    } else if contact == nil, let found = person(word) {
      contact = found
    } else if rule.asks.contains(.reference), reference == nil {
      reference = word
    } else {
      return false
    }
    return true
  }

  /// The only code that `word` begins, given at least three letters of it.
  private func code(_ word: String, _ table: [CodedText]) -> String? {
    guard word.utf8.count >= 3 else { return nil }
    return try? table.meant(by: word).code
  }

  /// The only person with a name that begins so.
  private func person(_ word: String) -> String? {
    let typed = word.lowercased()
    let found = picture.file.contacts.filter { contact in
      contact.name.lowercased().split(separator: " ").contains { $0.hasPrefix(typed) }
    }
    return found.count == 1 ? found.first?.name : nil
  }
}
