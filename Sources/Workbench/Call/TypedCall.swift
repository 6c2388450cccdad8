public import Receivables

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
