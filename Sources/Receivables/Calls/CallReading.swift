/// What the texts of one outcome of a call mean on an account today. An empty text means its default; a text that means
/// nothing throws a sentence.
public struct CallReading {
  /// The account as of today.
  public let picture: AccountPicture
  /// Invoices that were tagged before the form was opened.
  let tagged: [DocumentID]
  let policy: Policy
  let today: CalendarDay
  let result: CallResult
  let texts: [CallLine: String]

  /// The texts of a form for `result`, by its lines.
  public init(
    picture: AccountPicture, tagged: [DocumentID], policy: Policy, today: CalendarDay, result: CallResult,
    texts: [CallLine: String]
  ) {
    self.picture = picture
    self.tagged = tagged
    self.policy = policy
    self.today = today
    self.result = result
    self.texts = texts
  }

  /// What was typed, without blanks around it; nil for nothing.
  func text(_ field: CallLine) -> String? {
    guard let text = texts[field] else { return nil }
    let words = text.split(separator: " ", omittingEmptySubsequences: false)
    let inner = words.drop { $0.isEmpty }.reversed().drop { $0.isEmpty }.reversed()
    return inner.isEmpty ? nil : inner.joined(separator: " ")
  }

  /// How the contact came about; calling out unless said otherwise.
  func action() throws(TypingProblem) -> CodedText {
    if let typed = text(.action) { return try policy.actions.meant(by: typed) }
    return policy.actions.first { !$0.isRetired } ?? CodedText(code: "OUT", title: "call out")
  }

  /// Why it is unpaid. An account that is only skipped has any reason, which is kept with the note.
  func reason() throws(TypingProblem) -> CodedText? {
    guard let typed = text(.reason) else { return nil }
    guard result.isWorked else {
      return policy.reasons.first { !$0.isRetired && [$0.code, $0.title].contains(typed) }
    }
    return try policy.reasons.meant(by: typed)
  }

  /// Why it is contested.
  func disputeReason() throws(TypingProblem) -> CodedText? {
    try text(.disputeReason).map { (typed) throws(TypingProblem) in
      try policy.disputeReasons.meant(by: typed)
    }
  }

  /// How it will be paid: as the customer paid last unless said otherwise.
  func method() throws(TypingProblem) -> CodedText? {
    if let typed = text(.method) { return try policy.methods.meant(by: typed) }
    let last = picture.file.credits.last { $0.kind == .payment && $0.method != nil }?.method
    return last.flatMap { code in policy.methods.first { $0.code == code && !$0.isRetired } }
  }
}

extension CallReading {
  /// Why these invoices are covered.
  public enum Cover: Hashable, Sendable {
    /// Named, tagged, or chosen by the rules: for a new plan what an earlier one covers too, all past due, else all open.
    case typed, tagged, planned, pastDue, open
  }

  /// The invoices that the call is about, oldest due first: those typed, else those tagged, else all past due in
  /// `currency`, else all that are open in it. Where no sum is agreed the currency does not matter.
  public func covered(_ currency: Currency) throws(TypingProblem) -> (invoices: [OpenItem], cover: Cover) {
    if let chosen = try chosenInvoices(currency) { return chosen }
    let isPastDue = picture.invoices.contains { $0.isPastDue && isOpen($0, in: currency) }
    let invoices = picture.invoices.filter { ($0.isPastDue || !isPastDue) && isOpen($0, in: currency) }
    return (invoices, isPastDue ? .pastDue : .open)
  }

  /// What was typed, tagged or is in an earlier plan; nothing where it is what is past due or open.
  func chosen(_ currency: Currency) throws(TypingProblem) -> [OpenItem] {
    try chosenInvoices(currency)?.invoices ?? []
  }

  /// What was typed or tagged, or for a new plan is in an earlier one; nil when the rules choose.
  private func chosenInvoices(
    _ currency: Currency
  ) throws(TypingProblem) -> (invoices: [OpenItem], cover: Cover)? {
    if let typed = text(.invoices) { return (try picture.named(typed), .typed) }
    let tagged = taggedInvoices
    if !tagged.isEmpty { return (tagged, .tagged) }
    guard result.holdsPlan,
      picture.invoices.contains(where: { $0.slices[.planned] > 0 && isOpen($0, in: currency) })
    else { return nil }
    let planned = picture.invoices.filter {
      ($0.isPastDue || $0.slices[.planned] > 0) && isOpen($0, in: currency)
    }
    return (planned, .planned)
  }

  private func isOpen(_ item: OpenItem, in currency: Currency) -> Bool {
    !result.agreesSum || (item.invoice.original.currency == currency && picture.left(of: item) > 0)
  }

  /// The same by their names, of one currency.
  func chosenIDs() throws(TypingProblem) -> [DocumentID] {
    try chosen(try currency()).map(\.invoice.id)
  }

  /// Whether somebody chose the invoices, or only one comes into question.
  public var isChosen: Bool {
    text(.invoices) != nil || picture.onlyInvoice != nil || !taggedInvoices.isEmpty
  }

  /// Those of the tagged invoices that are still open.
  private var taggedInvoices: [OpenItem] {
    tagged.isEmpty
      ? [] : picture.invoices.filter { tagged.contains($0.invoice.id) && picture.left(of: $0) > 0 }
  }

  /// The currency of the call's amounts: the one typed with an amount, else that of the chosen invoices, else
  /// that in which most is past due.
  public func currency() throws(TypingProblem) -> Currency {
    if let named = text(.amount).flatMap({ AmountWords($0).currency }) ?? instalmentsCurrency {
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

  /// The line that names a currency itself; nil when none does.
  var lineOfCurrency: CallLine? {
    if text(.amount).flatMap({ AmountWords($0).currency }) != nil { return .amount }
    return instalmentsCurrency == nil ? nil : .instalments
  }

  /// The currency with the largest past-due amount at the policy's indicative rates.
  private var usualCurrency: Currency {
    func weight(_ balance: CurrencyBalance) -> Int128 {
      let rate = Int128(policy.rates[balance.currency] ?? 1_000_000)
      return Int128(balance.pastDue.open) * rate / Int128(balance.currency.minorPerMajor)
    }
    let largest = picture.summary.balances.max { weight($0) < weight($1) }
    return largest?.currency ?? picture.invoices.first?.invoice.original.currency ?? policy.currency
  }
}

extension AccountPicture {
  /// Open invoices by their numbers: whole, or an ending of two characters or more that only one of them has.
  public func named(_ typed: String) throws(TypingProblem) -> [OpenItem] {
    if typed.lowercased() == "all" { return invoices }
    let words = typed.split(whereSeparator: { $0 == " " || $0 == "," || $0 == ";" })
    let byKey = numbered(Set(words.map { DocumentKey($0).text.lowercased() }))
    var found: Set<DocumentID> = []
    for word in words {
      let matches = byKey[DocumentKey(word).text.lowercased()] ?? ending(in: word.lowercased())
      guard let match = matches.first else {
        throw TypingProblem("No open invoice is called “\(word)”.", asksForList: true)
      }
      guard matches.count == 1 else {
        throw TypingProblem("“\(word)” is the end of \(matches.count) invoice numbers. Type more of it.")
      }
      found.insert(match.invoice.id)
    }
    return invoices.filter { found.contains($0.invoice.id) }
  }

  /// Those with one of these numbers.
  private func numbered(_ keys: Set<String>) -> [String: [OpenItem]] {
    var found: [String: [OpenItem]] = [:]
    for item in invoices {
      let key = DocumentKey(item.invoice.number).text.lowercased()
      if keys.contains(key) { found[key, default: []].append(item) }
    }
    return found
  }

  private func ending(in text: String) -> [OpenItem] {
    // A single digit is a count that went into the wrong field.
    guard text.count > 1 else { return [] }
    return invoices.filter { $0.invoice.number.lowercased().hasSuffix(text) }
  }
}

extension CallReading {
  /// What can be expected at most for the chosen invoices, or for all past due in the currency of the call. They must be in one currency.
  func full() throws(TypingProblem) -> Money {
    let currency = try currency()
    let covered = try chosen(currency)
    if let other = covered.first(where: { $0.invoice.original.currency != currency }) {
      let also = other.invoice.original.currency
      throw TypingProblem("The invoices are in \(currency) and \(also). Choose those of one currency.")
    }
    do {
      return try picture.fullAmount(
        on: covered.map(\.invoice.id), in: currency, inPlan: result.holdsPlan)
    } catch {
      throw TypingProblem("The invoices add up to more than can be kept exactly.")
    }
  }

  /// The amount that was typed; nil when nothing was.
  func typedAmount() throws(TypingProblem) -> Money? {
    guard let typed = text(.amount) else { return nil }
    return try TypedAmount.read(AmountWords(typed).figure, full: try full())
  }

  /// Whether the result is about a part, so that no amount goes without saying.
  var asksAmount: Bool { result.promiseKind == .promise && result.returns == .askedDay }

  /// The amount of a commitment: what its instalments come to where each says how much, else all of the covered invoices,
  /// unless said otherwise.
  func amount() throws(TypingProblem) -> Money {
    if let typed = try typedAmount() { return typed }
    if let sum = instalmentsSum { return sum }
    return try full()
  }
}

extension CallReading {
  /// What was said of money already sent or of a notice lies in the past, everything else ahead.
  var side: TypedDay.Side {
    switch result.nextKind {
    case .checkPayment, .legal: .past
    default: .future
    }
  }

  /// The day that was typed or that goes without saying: today for money already sent, the next payment run for an
  /// invoice that is in one, the first day of a plan on days of its own.
  public func day() throws(TypingProblem) -> CalendarDay? {
    if let typed = text(.date) {
      return try TypedDay.read(typed, today: today, rules: policy.dayRules, side: side)
    }
    switch result.nextKind {
    case .checkPlan: return firstOwnDay
    case .checkPayment: return today
    case .checkRun: return picture.paying?.run.next(onOrAfter: today)
    default: return nil
    }
  }

  /// The time of day that was typed.
  func time() throws(TypingProblem) -> TimeOfDay? {
    try text(.time).map { (typed) throws(TypingProblem) in try TypedTime.read(typed) }
  }

  /// Whether money is promised for a day beyond the policy's longest range, which needs a reason.
  public var isLate: Bool {
    guard result.promiseKind == .promise, let day = try? day() else { return false }
    return today.distance(to: day) > policy.promises.longestDays
  }
}
