/// A call as it is typed: the texts of its outcomes, each read on what the others leave.
public struct TypedCall {
  /// One of the things that came of it, with what was typed about it.
  public struct Part: Sendable {
    /// What came of it.
    public var result: CallResult
    /// The texts by their lines; `CallLine.shared` are read of the first part and hold for all.
    public var texts: [CallLine: String]

    /// An outcome with its texts.
    public init(_ result: CallResult, _ texts: [CallLine: String]) {
      self.result = result
      self.texts = texts
    }
  }

  let picture: AccountPicture
  private let tagged: [DocumentID]
  let policy: Policy
  private let parts: [Part]
  private let zones: [String: ZoneRules]

  /// A call on an account with at least one part. `tagged` are the invoices that it is about when none are typed,
  /// `zones` the rules of clocks by zone.
  public init(
    _ parts: [Part], on picture: AccountPicture, tagged: [DocumentID], policy: Policy,
    zones: [String: ZoneRules]
  ) {
    self.parts = parts
    self.picture = picture
    self.tagged = tagged
    self.policy = policy
    self.zones = zones
  }

  /// What the texts of a part mean on what the other parts leave.
  public func reading(of place: Int) -> CallReading {
    var completion = CallCompletion(of: parts.count, for: picture, policy)
    let note = (try? note()) ?? ""
    for earlier in order {
      if earlier == place { break }
      try? complete(earlier, note: note, &completion)
    }
    return reading(of: place, on: completion.picture)
  }

  /// The same of every part, in their order.
  public var readings: [CallReading] { parts.indices.map(reading) }

  /// The call that the texts describe, with every default of its results. `started` and `ended` are when it was made.
  /// Throws the first line that is wrong.
  public func completed(started: Instant? = nil, ended: Instant? = nil) throws(LineProblem) -> CompletedCall {
    var completion = CallCompletion(of: parts.count, for: picture, policy)
    let note = try note()
    for place in order { try complete(place, note: note, &completion) }
    let first = reading(of: 0, on: picture)
    let call = ProposedCall(
      action: try first.at(.action, first.action).code, contact: first.contact,
      phone: try first.at(.phone, first.dialled), note: note,
      started: started, ended: ended, outcomes: [])
    do {
      return try completion.call(call)
    } catch {
      throw error == .noNumberToMark ? LineProblem(.phone, error.sentence) : LineProblem(error)
    }
  }

  private var order: [Int] {
    CallCompletion.order(parts.indices.map { (parts[$0].result, reading(of: $0, on: picture).isExact) })
  }

  private func reading(of place: Int, on picture: AccountPicture) -> CallReading {
    var texts = parts[place].texts
    for line in CallLine.shared { texts[line] = parts[0].texts[line] }
    return CallReading(
      picture: picture, tagged: tagged, policy: policy, today: picture.asOf, result: parts[place].result,
      texts: texts)
  }

  private func complete(
    _ place: Int, note: String, _ completion: inout CallCompletion
  ) throws(LineProblem) {
    let reading = reading(of: place, on: completion.picture)
    do {
      let call = ProposedCall(
        action: "", contact: reading.contact, phone: reading.phone, note: note, outcomes: [])
      try completion.add(try reading.proposed(), at: place, from: call, zones)
    } catch let problem as CallProblem {
      throw reading.problem(problem, at: place)
    } catch let problem as LineProblem {
      throw problem.of(place)
    } catch {
      throw LineProblem(nil, "\(error)")
    }
  }

  /// What was said of each part and has no place of its own in a record, then the note.
  private func note() throws(LineProblem) -> String {
    var lines: [String] = []
    for place in parts.indices {
      do { lines += try reading(of: place, on: picture).noted() } catch { throw error.of(place) }
    }
    if let typed = reading(of: 0, on: picture).text(.note) { lines.append(typed) }
    return lines.joined(separator: "\n")
  }
}

extension CallReading {
  /// Whether the texts say themselves which money it is about.
  var isExact: Bool {
    let amount = text(.amount).map { !["all", "full"].contains($0.lowercased()) } ?? false
    return amount || text(.invoices) != nil
  }

  /// What the rules object to, at the line to mend.
  fileprivate func problem(_ problem: CallProblem, at place: Int) -> LineProblem {
    let isUnexplained = problem.field == .date && isLate && text(.exception) == nil
    let found = isUnexplained ? LineProblem(.exception, problem.sentence) : LineProblem(problem)
    return found.of(place)
  }

  fileprivate func proposed() throws(LineProblem) -> ProposedOutcome {
    if let line = lineOfCurrency { _ = try at(line, currency) }
    var outcome = ProposedOutcome(
      result.code, reason: try at(.reason, reason)?.code, invoices: try at(.invoices, chosenIDs),
      currency: try at(.amount, currency))
    if let kind = result.promiseKind { outcome.promise = try promise(kind) }
    if result.holdsPlan { outcome.plan = try plan() }
    if result.holdsDispute { outcome.dispute = try dispute() }
    if result.returns == .askedDay, result.promiseKind == nil, let day = try at(.date, day) {
      let time = try at(.time, time)
      outcome.next = NextAction(result.nextKind, on: day, at: time, zone: time == nil ? nil : zone)
    }
    return outcome
  }

  private func promise(_ kind: PromiseTerms.Kind) throws(LineProblem) -> ProposedPromise {
    guard let day = try at(.date, day) else {
      throw LineProblem(.date, "On which day will it be paid? Type fri, +3, 15 or eom.")
    }
    if asksAmount, text(.amount) == nil {
      throw LineProblem(.amount, "How much of it is promised?")
    }
    return ProposedPromise(
      kind: kind, amount: try at(.amount, amount), day: day, method: try at(.method, method)?.code,
      reference: text(.reference), invoices: try at(.invoices, chosenIDs),
      exception: isLate ? text(.exception) : nil,
      incentive: kind == .promise ? try at(.discount, incentive) : nil)
  }

  private func dispute() throws(LineProblem) -> ProposedDispute {
    guard isChosen else { throw LineProblem(.invoices, "Which invoices are contested?", asksForList: true) }
    guard let reason = try at(.disputeReason, disputeReason) else {
      throw LineProblem(.disputeReason, "Why is it contested?", asksForList: true)
    }
    return ProposedDispute(
      reason: reason.code, amount: try at(.amount, typedAmount), invoices: try at(.invoices, chosenIDs))
  }

  /// What was asked and has no place of its own in a record: a court's file, a day, an address.
  fileprivate func noted() throws(LineProblem) -> [String] {
    var lines: [String] = []
    let asked = Set(result.asks)
    if asked.contains(.reference), result.promiseKind == nil, let reference = text(.reference) {
      lines.append("Reference: \(reference)")
    }
    if asked.contains(.date), isDayNoted, let day = try at(.date, day) { lines.append("Date: \(day.long)") }
    if asked.contains(.address), let address = text(.address) ?? person?.email {
      lines.append("Send to: \(address)")
    }
    if let typed = text(.reason), try at(.reason, reason) == nil { lines.append(typed) }
    return lines
  }

  /// Whether the day is neither that of a commitment nor that of the next step.
  private var isDayNoted: Bool {
    result.promiseKind == nil && !result.holdsPlan && result.returns != .askedDay
  }

  func at<Value>(
    _ field: CallLine, _ read: () throws(TypingProblem) -> Value
  ) throws(LineProblem) -> Value {
    do {
      return try read()
    } catch {
      throw LineProblem(field, error)
    }
  }
}
