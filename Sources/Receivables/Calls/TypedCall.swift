extension CallReading {
  /// The call that the form describes, with every default of its result. `started` and `ended` are when it was made,
  /// `offsets` seconds east of UTC by zone. Throws the first line that is wrong.
  public func completed(
    started: Instant? = nil, ended: Instant? = nil, offsets: [String: Int] = [:]
  ) throws(LineProblem) -> CompletedCall {
    var typed = try proposed()
    (typed.started, typed.ended) = (started, ended)
    do {
      return try typed.completed(
        for: picture, policy: policy, currency: try at(.amount, currency), offsets: offsets)
    } catch let problem as CallProblem {
      let isUnexplained = problem.field == .date && isLate && text(.exception) == nil
      throw isUnexplained ? LineProblem(.exception, problem.sentence) : LineProblem(problem)
    } catch let problem as LineProblem {
      throw problem
    } catch {
      throw LineProblem(nil, "\(error)")
    }
  }

  private func proposed() throws(LineProblem) -> ProposedCall {
    var record = ProposedCall(
      action: try at(.action, action).code, result: result.code, contact: contact, phone: phone,
      reason: try at(.reason, reason)?.code, note: try note(), invoices: try at(.invoices, chosenIDs))
    if let kind = result.promiseKind { record.promise = try promise(kind) }
    if result.holdsPlan { record.plan = try plan() }
    if result.holdsDispute { record.dispute = try dispute() }
    if result.returns == .askedDay, result.promiseKind == nil, let day = try at(.date, day) {
      let time = try at(.time, time)
      record.next = NextAction(result.nextKind, on: day, at: time, zone: time == nil ? nil : zone)
    }
    return record
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
      exception: isLate ? text(.exception) : nil)
  }

  private func dispute() throws(LineProblem) -> ProposedDispute {
    guard isChosen else { throw LineProblem(.invoices, "Which invoices are contested?", asksForList: true) }
    guard let reason = try at(.disputeReason, disputeReason) else {
      throw LineProblem(.disputeReason, "Why is it contested?", asksForList: true)
    }
    return ProposedDispute(
      reason: reason.code, amount: try at(.amount, typedAmount), invoices: try at(.invoices, chosenIDs))
  }

  /// The note, after what was asked and has no place of its own in a record: a court's file, a day, an address.
  private func note() throws(LineProblem) -> String {
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
    if let typed = text(.note) { lines.append(typed) }
    return lines.joined(separator: "\n")
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

/// A call told in texts, read exactly as the call form reads them: for callers without a screen.
public enum TypedCall {
  /// The lines that a call with `result` makes something of, by the names of `record`.
  public static func lines(of result: CallResult) -> Set<String> {
    var fields = Set(CallLine.lines(of: result)).union([.invoices])
    if result.promiseKind != nil { fields.formUnion([.method, .reference]) }
    if result.promiseKind == .promise { fields.insert(.exception) }
    if result.promiseKind == nil, result.returns == .askedDay { fields.formUnion([.date, .time]) }
    return Set(fields.map(\.rawValue))
  }

  /// The call with that result, with every default filled in.
  ///
  /// `texts` are keyed by the names of the form's lines: `action contact phone date amount time method reference
  /// invoices instalments dispute_reason address reason exception note`. Throws `CallProblem` with what to mend.
  public static func record(
    of texts: [String: String], result: CallResult, on picture: AccountPicture, policy: Policy,
    offsets: [String: Int] = [:]
  ) throws(CallProblem) -> CompletedCall {
    var fields: [CallLine: String] = [:]
    for (name, text) in texts {
      guard let field = CallLine(rawValue: name) else {
        throw CallProblem(nil, "A call has no line “\(name)”.")
      }
      fields[field] = text
    }
    let reading = CallReading(
      picture: picture, tagged: [], policy: policy, today: picture.asOf, result: result, texts: fields)
    do {
      return try reading.completed(offsets: offsets)
    } catch {
      let choices = error.asksForList ? error.field.map { Self.choices($0, picture, policy) } : nil
      throw CallProblem(nil, [error.sentence, choices].compactMap { $0 }.joined(separator: " "))
    }
  }

  /// What a line with a list takes, where there is no list to open: `"There are: check, ACH, wire."`.
  private static func choices(_ field: CallLine, _ picture: AccountPicture, _ policy: Policy) -> String {
    let texts: [CodedText] =
      switch field {
      case .action: policy.actions
      case .method: policy.methods
      case .reason: policy.reasons
      case .disputeReason: policy.disputeReasons
      default: []
      }
    let names =
      field == .invoices
      ? picture.invoices.prefix(20).map(\.invoice.number) : texts.filter { !$0.isRetired }.map(\.title)
    return "There are: \(names.joined(separator: ", "))."
  }
}
