extension TypedCall {
  /// The lines that a call with `result` makes something of, by their names.
  public static func lines(of result: CallResult) -> Set<String> {
    var fields = Set(CallLine.lines(of: result)).union([.invoices])
    if result.promiseKind != nil { fields.formUnion([.method, .reference]) }
    if result.promiseKind == .promise { fields.insert(.exception) }
    if result.holdsPlan || result.promiseKind == .promise { fields.insert(.approval) }
    if result.promiseKind == nil, result.returns == .askedDay { fields.formUnion([.date, .time]) }
    return Set(fields.map(\.rawValue))
  }

  /// The call that the parts tell, with every default filled in: for callers without a screen, who cannot open a list.
  /// Throws `CallProblem` with what to mend; of a call in one line with the name that it takes there.
  public func told(inOneLine: Bool = false) throws(CallProblem) -> CompletedCall {
    do {
      return try completed()
    } catch {
      let choices = error.asksForList ? error.field.map(choices) : nil
      let sentence = inOneLine ? error.sentenceInLine : error.sentence
      throw CallProblem(nil, [sentence, choices].compactMap { $0 }.joined(separator: " "))
    }
  }

  /// What a line with a list takes: `"There are: check, ACH, wire."`.
  private func choices(_ field: CallLine) -> String {
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
