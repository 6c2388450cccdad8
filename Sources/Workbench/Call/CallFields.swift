import Receivables
import TextScreen

/// The fields of the call form as one result asks them. What their texts mean is `CallReading`'s business.
struct CallFields: Sendable {
  let result: CallResult
  /// Invoices that the call is about when none are typed.
  let tagged: [DocumentID]
  /// Whether it corrects an earlier call, so that it asks why.
  var isCorrection = false

  /// Every field that there is, so that what was typed for another result is kept.
  var all: [FormField] { CallLine.allCases.map(field) }

  /// The names of those that the result asks, in their order.
  var asked: [DraftName] {
    var lines = CallLine.lines(of: result)
    if isCorrection { lines.insert(.because, at: lines.endIndex - 1) }
    return lines.map(\.name)
  }

  /// Where the cursor is at first: on the first question that has no default.
  var first: DraftName {
    let asks = result.asks.map { CallLine($0) }
    let implied = CallLine.implied(by: result)
    return (asks.first { !implied.contains($0) } ?? asks.first ?? .note).name
  }

  /// What the texts of the form mean.
  func reading(_ answers: FormAnswers) -> CallReading {
    let texts = answers.texts.compactMap { name, text in CallLine(name).map { ($0, text) } }
    return CallReading(
      picture: answers.picture, tagged: tagged, policy: answers.sitting.policy, today: answers.picture.asOf,
      result: result, texts: Dictionary(texts, uniquingKeysWith: { first, _ in first }))
  }

  private func field(_ line: CallLine) -> FormField {
    let entry: FormField.Entry = line == .note ? .note : .line(limit: Self.limit(of: line))
    return FormField(line.name, line.title, entry, list: list(line)) { answers in
      reading(answers).reading(line, answers.sitting.moment)
    }
  }

  /// In characters. Many invoices can be picked, and a plan may have many days of its own.
  private static func limit(of line: CallLine) -> Int {
    switch line {
    case .invoices: 20_000
    case .instalments: 4_000
    default: 200
    }
  }

  /// What a field takes; nil for one that takes any text. Invoices are marked in a list of their own.
  private func list(_ line: CallLine) -> (@Sendable (FormAnswers) -> [Choice<FormTexts>])? {
    switch line {
    case .action: coded(line) { $0.actions }
    case .method: coded(line) { $0.methods }
    case .reason: coded(line) { $0.reasons }
    case .disputeReason: coded(line) { $0.disputeReasons }
    case .contact, .phone: { Self.people($0) }
    case .approval:
      { answers in
        answers.sitting.policy.approvers.map { Choice([line.name: $0], $0) }
      }
    case .date, .amount, .time, .reference, .invoices, .instalments, .discount, .address, .exception, .note,
      .because:
      nil
    }
  }

  private func coded(
    _ line: CallLine, _ texts: @escaping @Sendable (Policy) -> [CodedText]
  ) -> @Sendable (FormAnswers) -> [Choice<FormTexts>] {
    { answers in
      texts(answers.sitting.policy).filter { !$0.isRetired }.map { Choice([line.name: $0.title], $0.title) }
    }
  }

  private static func people(_ answers: FormAnswers) -> [Choice<FormTexts>] {
    Callee.all(of: answers.picture).map {
      Choice($0.texts, $0.name, detail: $0.detail(answers.sitting.moment))
    }
  }
}

extension Callee {
  /// What the form holds when this one is called.
  var texts: FormTexts { [CallLine.contact.name: name, CallLine.phone.name: phone?.number ?? ""] }
}
