import Receivables

/// The summary of an account as one canonical text: equal summaries have equal text, so `verify` compares one value,
/// and a new part of a summary needs no change of the file's form.
///
/// A `key value…` line a part. Days are days since 1970, amounts minor units: `next call_back 20784 840 -18000
/// America/New_York`, `balance USD 0 6902 0 0 0 credits 0 past 6902 0 0 1200 0 0`.
enum SummaryText {
  static func text(of summary: AccountSummary) -> String {
    var lines = WordLines()
    if let lane = summary.lane { lines.begin("lane", lane.rawValue) }
    if let next = summary.next {
      lines.begin("next", next.kind.rawValue)
      lines.add(next.day)
      lines.add(next.time?.minutes)
      lines.add(next.offset)
      lines.add(next.zone ?? "")
    }
    lines.begin("rank")
    lines.add(summary.priority)
    lines.add(summary.band.rawValue)
    lines.add(summary.orderAmount)
    for number in [
      summary.flags.rawValue, summary.views.rawValue, summary.promiseLevel, summary.openMatters,
    ] { lines.add(number) }
    if let day = summary.oldestDue { lines.begin("oldest", day) }
    if let promise = summary.promise {
      lines.begin("promise")
      lines.add(promise.amount, promise.day)
      lines.add(promise.state.rawValue)
    }
    for promised in summary.promised {
      lines.begin("awaited")
      lines.add(promised.amount, promised.day)
    }
    for sum in summary.matterSums {
      lines.begin("matters", sum.view.rawValue)
      lines.add(sum.since)
      for amount in sum.amounts { lines.add(amount) }
      if let owner = sum.owner { lines.add(String(word(of: owner).dropFirst())) }
    }
    if let day = summary.lastContact { lines.begin("contact", day) }
    if let worked = summary.lastWorked {
      lines.begin("worked", worked.day)
      lines.add(worked.result)
    }
    if let day = summary.changesOn { lines.begin("changes", day) }
    for balance in summary.balances {
      lines.begin("balance", balance.currency.code)
      for bucket in balance.buckets { lines.add(bucket) }
      lines.add("credits")
      lines.add(balance.credits)
      lines.add("past")
      lines.add(balance.pastDue.open)
      for slice in Slice.allCases { lines.add(balance.pastDue[slice]) }
    }
    for reason in summary.reasons {
      lines.begin("why")
      lines.add(reason.points)
      add(reason.finding, to: &lines)
      lines.add("for")
      lines.add(reason.code)
    }
    return lines.text
  }

  private static func add(_ finding: Reason.Finding, to lines: inout WordLines) {
    switch finding {
    case .since(let day): lines.add("since", day)
    case .amount(let money): lines.add("amount", money)
    case .number(let number): lines.add("number", number)
    case .promise(let money, let day): lines.add("promise", money, day)
    case .failed(let money, let paid, let day):
      lines.add("failed", money, day)
      lines.add(paid)
    case .at(let day, let time):
      lines.add("at", day)
      if let time { lines.add(time.minutes) }
    case .run(let amounts, let day):
      lines.add("run", day)
      for amount in amounts { lines.add(amount) }
    case .newlyDue(let money, let day): lines.add("newly_due", money, day)
    case .takenBack(let money, let day): lines.add("taken_back", money, day)
    case .disputed(let day, let owner): lines.add("disputed", day, word(of: owner))
    case .creditExpected(let day, let owner): lines.add("credit_expected", day, word(of: owner))
    case .freed(let money, let day): lines.add("freed", money, day)
    case .escalated(let title, let state, let day, let owner):
      lines.add("escalated")
      lines.add(state.rawValue, day, word(of: title) + word(of: owner))
    case .gate(let finding): lines.add("gate " + GateText.words(of: finding) + word(of: finding.title))
    case .review(let review): lines.add("review " + GateText.words(of: review))
    }
  }

  /// Whatever was typed as one word behind a blank, which is none of those that words are told apart by: `" =Jane%20Doe"`.
  static func word(of owner: String?) -> String {
    guard let owner else { return "" }
    let digits = Array("0123456789ABCDEF".utf8)
    var word: [UInt8] = []
    for byte in owner.utf8 {
      if byte > 0x20, byte < 0x7F, byte != 0x25 {
        word.append(byte)
      } else {
        word += [0x25, digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      }
    }
    return " =" + String(decoding: word, as: UTF8.self)
  }
}

// MARK: Reading it back

extension SummaryText {
  /// The summary that `text` was. Throws `LedgerError.unreadable`.
  static func summary(in text: String) throws(LedgerError) -> AccountSummary {
    var summary = AccountSummary(
      balances: [], lane: nil, next: nil, priority: 0, band: .d, orderAmount: 0, oldestDue: nil, flags: [],
      promise: nil, promiseLevel: 0, views: [], openMatters: 0, lastContact: nil, lastWorked: nil,
      reasons: [],
      changesOn: nil)
    var text = text
    let isRead = text.withUTF8 { bytes in Word.eachLine(of: bytes) { take($0, into: &summary) } }
    guard isRead else { throw .unreadable("the summary “\(text)”") }
    return summary
  }

  /// Takes the words of one line; nil when they mean nothing.
  private static func take(_ words: [Word], into summary: inout AccountSummary) -> Void? {
    guard words.count > 1 else { return nil }
    switch words[0] {
    case "lane":
      guard let lane = Lane(rawValue: words[1].text) else { return nil }
      summary.lane = lane
    case "next":
      guard let next = next(words) else { return nil }
      summary.next = next
    case "rank":
      guard words.count == 8, let priority = words[1].count, let band = Band(rawValue: words[2].text),
        let amount: Int64 = words[3].number(), let flags = words[4].count,
        let views = words[5].count, let level = words[6].count,
        let matters = words[7].count
      else { return nil }
      (summary.priority, summary.band, summary.orderAmount) = (priority, band, amount)
      (summary.flags, summary.views) = (AccountFlags(rawValue: flags), WorklistViews(rawValue: views))
      (summary.promiseLevel, summary.openMatters) = (level, matters)
    case "oldest": return words[1].day.map { summary.oldestDue = $0 }
    case "contact": return words[1].day.map { summary.lastContact = $0 }
    case "changes": return words[1].day.map { summary.changesOn = $0 }
    case "worked":
      let result = joined(words[2...])
      return words[1].day.map { summary.lastWorked = WorkedMark(day: $0, result: result) }
    case "promise":
      guard words.count == 5, let amount = money(words[1], words[2]), let day = words[3].day,
        let state = PromiseState(rawValue: words[4].text)
      else { return nil }
      summary.promise = PromiseMark(amount: amount, day: day, state: state)
    case "awaited":
      guard words.count == 4, let amount = money(words[1], words[2]), let day = words[3].day else {
        return nil
      }
      summary.promised.append(PromisedMoney(day: day, amount: amount))
    case "matters": return matterSum(words).map { summary.matterSums.append($0) }
    case "balance":
      guard let balance = balance(words) else { return nil }
      summary.balances.append(balance)
    case "why":
      // The code is the policy's and may be of several words.
      guard let end = words.firstIndex(where: { "for" ~= $0 }), end > 3, let points = words[1].count,
        let finding = finding(words[2], Array(words[3..<end]))
      else { return nil }
      // Whoever has one has several, and they are large to move.
      if summary.reasons.isEmpty { summary.reasons.reserveCapacity(8) }
      summary.reasons.append(Reason(code: joined(words[(end + 1)...]), finding: finding, points: points))
    default: return nil
    }
    return ()
  }

  /// A text of several words.
  private static func joined(_ words: ArraySlice<Word>) -> String {
    words.count == 1 ? words[words.startIndex].text : words.map(\.text).joined(separator: " ")
  }

  private static func time(_ word: Word) -> TimeOfDay? {
    word.count.flatMap { TimeOfDay(hour: $0 / 60, minute: $0 % 60) }
  }

  static func money(_ minor: Word, _ currency: Word) -> Money? {
    guard let minor: Int64 = minor.number(), let currency = Currency(currency.text) else { return nil }
    return Money(minor: minor, currency)
  }

  private static func next(_ words: [Word]) -> NextAction? {
    guard words.count >= 5, let kind = NextAction.Kind(rawValue: words[1].text), let day = words[2].day else {
      return nil
    }
    return NextAction(
      kind, on: day, at: time(words[3]), zone: words.count > 5 ? words[5].text : nil,
      offset: words[4].count)
  }

  private static func balance(_ words: [Word]) -> CurrencyBalance? {
    guard let currency = Currency(words[1].text), let credits = words.firstIndex(where: { "credits" ~= $0 }),
      credits > 2, words.count > credits + 3, "past" ~= words[credits + 2],
      let credit: Int64 = words[credits + 1].number(), let open: Int64 = words[credits + 3].number(),
      let buckets = numbers(words[2..<credits]), let parts = numbers(words[(credits + 4)...]),
      let pastDue = Slices(open: open, parts: parts)
    else { return nil }
    var balance = CurrencyBalance(currency: currency, bucketCount: buckets.count)
    (balance.buckets, balance.credits, balance.pastDue) = (buckets, credit, pastDue)
    return balance
  }

  private static func numbers(_ words: ArraySlice<Word>) -> [Int64]? {
    var numbers: [Int64] = []
    numbers.reserveCapacity(words.count)
    for word in words {
      guard let number: Int64 = word.number() else { return nil }
      numbers.append(number)
    }
    return numbers
  }

  /// What `word` wrote, without a word no owner; nil in all when it is none of its words.
  static func owner(_ word: Word?) -> String?? {
    guard let word else { return .some(nil) }
    guard var rest = word.bytes(after: 0x3D) else { return nil }
    var bytes: [UInt8] = []
    while let byte = rest.popFirst() {
      guard byte == 0x25 else {
        bytes.append(byte)
        continue
      }
      guard rest.count >= 2, let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16)
      else {
        return nil
      }
      bytes.append(value)
      rest = rest.dropFirst(2)
    }
    return .some(String(decoding: bytes, as: UTF8.self))
  }

  private static func run(_ words: [Word]) -> Reason.Finding? {
    guard let day = words[0].day, let amounts = amounts(words[1...]) else { return nil }
    return .run(amounts, day)
  }

  private static func matterSum(_ words: [Word]) -> MatterSum? {
    guard words.count > 2, let view = WorklistView(rawValue: words[1].text), let day = words[2].day else {
      return nil
    }
    // Amounts are pairs of words, an owner is one behind them.
    let hasOwner = words.count % 2 == 0
    guard let owner = owner(hasOwner ? words.last : nil),
      let amounts = amounts(words[3..<(words.count - (hasOwner ? 1 : 0))])
    else { return nil }
    return MatterSum(view: view, since: day, owner: owner, amounts: amounts)
  }

  private static func amounts(_ words: ArraySlice<Word>) -> [Money]? {
    guard words.count % 2 == 0 else { return nil }
    var amounts: [Money] = []
    for place in stride(from: words.startIndex, to: words.endIndex, by: 2) {
      guard let amount = money(words[place], words[place + 1]) else { return nil }
      amounts.append(amount)
    }
    return amounts
  }

  fileprivate static func finding(_ kind: Word, _ words: [Word]) -> Reason.Finding? {
    switch (kind, words.count) {
    case ("escalated", 3), ("escalated", 4): return GateText.escalated(words)
    case ("gate", _): return GateText.gate(words).map { .gate($0) }
    case ("review", _): return GateText.review(words).map { .review($0) }
    case ("since", 1): return words[0].day.map { .since($0) }
    case ("number", 1): return words[0].number().map { .number($0) }
    case ("run", 3...): return run(words)
    case ("at", 1): return words[0].day.map { .at($0, nil) }
    case ("at", 2):
      guard let day = words[0].day, let time = time(words[1]) else { return nil }
      return .at(day, time)
    case ("disputed", 1), ("disputed", 2), ("credit_expected", 1), ("credit_expected", 2):
      guard let day = words[0].day, let owner = owner(words.dropFirst().first) else { return nil }
      return "disputed" ~= kind
        ? .disputed(since: day, owner: owner) : .creditExpected(since: day, owner: owner)
    case ("amount", 2): return money(words[0], words[1]).map { .amount($0) }
    case (_, 3...):
      guard let money = money(words[0], words[1]), let day = words[2].day else { return nil }
      switch (kind, words.count) {
      case ("promise", 3): return .promise(money, day)
      case ("newly_due", 3): return .newlyDue(money, since: day)
      case ("taken_back", 3): return .takenBack(money, day)
      case ("freed", 3): return .freed(money, day)
      case ("failed", 4): return words[3].number().map { .failed(money, paid: $0, day) }
      default: return nil
      }
    default: return nil
    }
  }
}
