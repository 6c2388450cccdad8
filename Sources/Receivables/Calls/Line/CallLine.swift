/// Calls typed in one line: `pp 12.5k fri ach jane; di INV-77 400 price; cb tue 1400 : asked for a statement`.
///
/// Each begins with the code of its result, after the code of the action when it is not a call out (`in pp all fri`).
/// What follows stands in any order; the first bare number is the amount, the next the day. `#4711` is an invoice, also
/// where the number alone could be an amount; `@jo` is a person who is not in the books; all behind ` : ` is the note.
public enum CallLine {
  /// The complete records that `text` describes, in its order. Throws the first problem.
  public static func read(
    _ text: String, for picture: AccountPicture, policy: Policy
  ) throws(CallLineProblem) -> [CallRecord] {
    var records: [CallRecord] = []
    for (index, part) in text.split(separator: ";").enumerated() {
      do throws(CallWordProblem) {
        records.append(try record(String(part), for: picture, policy: policy))
      } catch {
        throw CallLineProblem(call: index + 1, word: error.word, sentence: error.sentence)
      }
    }
    guard !records.isEmpty else {
      throw CallLineProblem(call: 1, word: nil, sentence: "Type a call, such as: pp all fri ach.")
    }
    return records
  }

  private static func record(
    _ text: String, for picture: AccountPicture, policy: Policy
  ) throws(CallWordProblem) -> CallRecord {
    var words = text.split(whereSeparator: \.isWhitespace).map(String.init)
    var note = ""
    if let colon = words.firstIndex(of: ":") {
      note = words[(colon + 1)...].joined(separator: " ")
      words.removeSubrange(colon...)
    }
    let codes = words.prefix(2).map { $0.uppercased() }
    let hasAction =
      codes.count == 2 && policy.actions.contains { $0.code == codes[0] } && policy.result(codes[1]) != nil
    guard let first = words.first, let code = hasAction ? codes[1] : codes.first else {
      throw CallWordProblem(nil, "Type a call between the semicolons.")
    }
    guard let rule = policy.result(code), !rule.isRetired else {
      throw CallWordProblem(first, "“\(first)” is not a result. Type its two letters, such as pp or na.")
    }
    var reading = CallWordReading(rule, for: picture, policy: policy)
    try reading.take(Array(words.dropFirst(hasAction ? 2 : 1)))
    do {
      return try reading.record(action: hasAction ? codes[0] : "OUT", note: note)
        .completed(for: picture, policy: policy, currency: reading.currency)
    } catch {
      throw CallWordProblem(nil, error.sentence)
    }
  }
}
