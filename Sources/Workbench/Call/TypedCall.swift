public import Receivables

/// A call told in texts, read exactly as the call form reads them: for callers without a screen.
public enum TypedCall {
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
      throw CallProblem(nil, error.sentence)
    }
  }
}
