public import Receivables

extension CallReading {
  /// The record that the form describes, with every default of its result. Throws the first field that is wrong.
  func record() throws(FieldProblem) -> CallRecord {
    let typed = try typedRecord()
    do {
      return try typed.completed(for: picture, policy: policy, currency: try at(.amount, currency))
    } catch let problem as CallProblem {
      let isUnexplained = problem.field == .date && isLate && text(.exception) == nil
      throw isUnexplained ? FieldProblem(.exception, problem.sentence) : FieldProblem(problem)
    } catch let problem as FieldProblem {
      throw problem
    } catch {
      throw FieldProblem(nil, "\(error)")
    }
  }

  private func typedRecord() throws(FieldProblem) -> CallRecord {
    var record = CallRecord(
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

  private func promise(_ kind: PromiseTerms.Kind) throws(FieldProblem) -> PromiseTerms {
    guard let day = try at(.date, day) else {
      throw FieldProblem(.date, "On which day will it be paid? Type fri, +3, 15 or eom.")
    }
    if asksAmount, text(.amount) == nil {
      throw FieldProblem(.amount, "How much of it is promised?")
    }
    return PromiseTerms(
      kind: kind, amount: try at(.amount, amount), day: day, method: try at(.method, method)?.code,
      reference: text(.reference), invoices: try at(.invoices, chosenIDs),
      exception: isLate ? text(.exception) : nil)
  }

  private func dispute() throws(FieldProblem) -> DisputeTerms {
    guard isChosen else { throw FieldProblem(.invoices, "Which invoices are contested?", asksForList: true) }
    guard let reason = try at(.disputeReason, disputeReason) else {
      throw FieldProblem(.disputeReason, "Why is it contested?", asksForList: true)
    }
    return DisputeTerms(
      reason: reason.code, amount: try at(.amount, typedAmount), invoices: try at(.invoices, chosenIDs))
  }

  /// The note, after what was asked and has no place of its own in a record: a court's file, a day, an address.
  private func note() throws(FieldProblem) -> String {
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
    _ field: FormField, _ read: () throws(TypingProblem) -> Value
  ) throws(FieldProblem) -> Value {
    do {
      return try read()
    } catch {
      throw FieldProblem(field, error)
    }
  }
}

/// A call told in texts, read exactly as the call form reads them: for callers without a screen.
public enum TypedCall {
  /// The lines that a call with `result` makes something of, by the names of `record`.
  public static func lines(of result: CallResult) -> Set<String> {
    var fields = Set(CallForm(result).fields).union([.invoices])
    if result.promiseKind != nil { fields.formUnion([.method, .reference]) }
    if result.promiseKind == .promise { fields.insert(.exception) }
    if result.promiseKind == nil, result.returns == .askedDay { fields.formUnion([.date, .time]) }
    return Set(fields.map(\.rawValue))
  }

  /// The record of a call with that result, with every default filled in.
  ///
  /// `texts` are keyed by the names of the form's lines: `action contact phone date amount time method reference
  /// invoices instalments dispute_reason address reason exception note`. Throws `CallProblem` with what to mend.
  public static func record(
    of texts: [String: String], result: CallResult, on picture: AccountPicture, policy: Policy
  ) throws(CallProblem) -> CallRecord {
    var fields: [FormField: String] = [:]
    for (name, text) in texts {
      guard let field = FormField(rawValue: name) else {
        throw CallProblem(nil, "A call has no line “\(name)”.")
      }
      fields[field] = text
    }
    let reading = CallReading(
      picture: picture, tagged: [], policy: policy, today: picture.asOf, result: result, texts: fields)
    do {
      return try reading.record()
    } catch {
      let choices = error.asksForList ? error.field.map { Self.choices($0, picture, policy) } : nil
      throw CallProblem(nil, [error.sentence, choices].compactMap { $0 }.joined(separator: " "))
    }
  }

  /// What a line with a list takes, where there is no list to open: `"There are: check, ACH, wire."`.
  private static func choices(_ field: FormField, _ picture: AccountPicture, _ policy: Policy) -> String {
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
