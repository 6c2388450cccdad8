import Receivables

/// Money of a statement on the screen, with what somebody wants to put it against.
struct CashLine: Hashable, Sendable {
  /// How it stands.
  enum State: Int, Hashable, Sendable, Comparable {
    case certain, likely, doubtful, unknown, recorded

    static func < (left: State, right: State) -> Bool { left.rawValue < right.rawValue }

    var title: String {
      switch self {
      case .certain: "certain"
      case .likely: "likely"
      case .doubtful: "several"
      case .unknown: "whose?"
      case .recorded: "recorded"
      }
    }
  }

  let money: ReceivedMoney
  private(set) var matches: [PaymentMatch]
  private(set) var recorded: RecordedMoney?
  /// What somebody said that it pays; nil for what was proposed.
  private(set) var parts: [ProposedReceipt.Part]?

  init(_ line: CashSight.Line) { (money, matches, recorded) = (line.money, line.matches, line.recorded) }

  var state: State {
    if recorded != nil { return .recorded }
    guard let match else { return matches.isEmpty ? .unknown : .doubtful }
    return match.certainty == .certain && parts == nil ? .certain : .likely
  }

  /// What it is taken for, where that is one thing.
  var match: PaymentMatch? { matches.count == 1 ? matches[0] : nil }

  var account: AccountID? { recorded?.customer.id ?? match?.account }

  /// Why it is taken for that, or what is missing.
  var reason: String {
    switch state {
    case .recorded: "It stands in the journal as entry \(recorded?.matter.entry.rawValue ?? 0)."
    case .unknown: "Nothing says whose it is."
    case .doubtful: matches.map { "\($0.customer.number): \($0.reason)" }.joined(separator: "; ")
    default: match?.reason ?? ""
    }
  }

  /// What it pays on the account, as it is now.
  func parts(on picture: AccountPicture) -> [ProposedReceipt.Part] {
    if let parts { return parts }
    guard let match, money.amount.minor > 0 else { return [] }
    return (try? picture.parts(match)) ?? []
  }

  /// What is recorded. Throws `CallProblem`.
  func body(on picture: AccountPicture, _ policy: Policy) throws(CallProblem) -> EntryBody {
    if let parts, money.amount.minor > 0 {
      return try picture.receipt(ProposedReceipt(money, parts: parts), policy)
    }
    guard let match else { throw CallProblem(nil, reason) }
    return try picture.receipt(money, as: match, policy)
  }

  /// Somebody says whose it is.
  mutating func belongs(to customer: Customer) {
    matches = matches.filter { $0.account == customer.id }
    if matches.isEmpty { matches = [.nobody(customer)] }
    parts = nil
  }

  /// Puts it against an invoice as far as it goes, or takes it off again.
  mutating func toggle(_ item: OpenItem, on picture: AccountPicture) {
    var chosen = parts(on: picture)
    let wasChosen = chosen.contains { $0.invoice == item.invoice.id }
    chosen.removeAll { $0.invoice == item.invoice.id }
    if !wasChosen {
      let left = ProposedReceipt(money, parts: chosen).rest
      let amount = min(item.open, left)
      if amount > 0 { chosen.append(ProposedReceipt.Part(invoice: item.invoice.id, amount: amount)) }
    }
    parts = chosen
  }

  /// It pays what a list says that came with it.
  mutating func pay(_ parts: [ProposedReceipt.Part], on picture: AccountPicture) {
    let before = self.parts(on: picture)
    // Why less is paid was said already where nothing else is.
    self.parts = parts.map { part in
      before.first { $0.invoice == part.invoice && $0.amount == part.amount } ?? part
    }
  }

  /// So much of it pays an invoice; nothing takes it off.
  mutating func put(_ amount: Int64, against item: OpenItem, on picture: AccountPicture) {
    var chosen = parts(on: picture)
    let short = chosen.first { $0.invoice == item.invoice.id }?.short
    chosen.removeAll { $0.invoice == item.invoice.id }
    if amount > 0 { chosen.append(.init(invoice: item.invoice.id, amount: amount, short: short)) }
    parts = chosen
  }

  /// Why less of an invoice came than is open.
  mutating func explain(_ short: ProposedReceipt.Short?, of item: OpenItem, on picture: AccountPicture) {
    var chosen = parts(on: picture)
    for index in chosen.indices where chosen[index].invoice == item.invoice.id { chosen[index].short = short }
    parts = chosen
  }

  /// It stands in the journal now.
  mutating func record(_ entry: JournalEntry, on customer: Customer) {
    guard let matter = entry.matters(ReceiptTerms.self).first else { return }
    recorded = RecordedMoney(customer: customer, matter: matter.id, terms: matter.terms)
  }

  /// The entry was taken back: it is proposed as it was.
  mutating func forget(_ entry: EntryNumber) {
    guard let recorded, recorded.matter.entry == entry else { return }
    self.recorded = nil
    parts = nil
    guard matches.count != 1 || matches[0].account != recorded.customer.id else { return }
    var match = PaymentMatch.nobody(recorded.customer)
    match.parts = recorded.terms.covers.map {
      IncomingApplication(invoice: $0.number, amount: $0.amount.minor)
    }
    match.returns = recorded.terms.returns
    matches = [match]
  }

  /// Whether what was recorded is this money, as its file tells it.
  func isSame(as money: RecordedMoney) -> Bool {
    money.terms.amount == self.money.amount && money.terms.booked == self.money.day
      && money.terms.booking == self.money.booking
  }

  /// Somebody else recorded it meanwhile.
  mutating func take(_ recorded: RecordedMoney) { self.recorded = recorded }

  /// What came back is known now.
  mutating func returns(_ match: PaymentMatch) {
    matches = [match]
    parts = nil
  }
}
