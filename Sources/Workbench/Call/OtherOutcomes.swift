import Receivables

/// The outcomes of a call besides the one that shows: those said before it and those said after it.
struct OtherOutcomes: Sendable {
  private(set) var before: [CallForm]
  private(set) var after: [CallForm]

  /// None unless they are given.
  init(before: [CallForm] = [], after: [CallForm] = []) {
    self.before = before
    self.after = after
  }

  /// Whether the one that shows is the only one.
  var isEmpty: Bool { before.isEmpty && after.isEmpty }

  /// The place of the one that shows among all of them, from 0.
  var place: Int { before.count }

  /// The one said before.
  var last: CallForm? { before.last }

  /// All of them in their order with the one that shows.
  func all(with shown: CallForm?) -> [CallForm] { before + (shown.map { [$0] } ?? []) + after }

  /// Goes on from the one that shows: answers the one said after it, nil for a new one.
  mutating func goOn(from shown: CallForm) -> CallForm? {
    before.append(shown)
    return after.isEmpty ? nil : sharing(after.removeFirst(), with: shown)
  }

  /// Goes back from the one that shows, if anything was typed into it: answers the one said before it.
  mutating func goBack(from shown: CallForm?) -> CallForm? {
    guard let last = before.popLast() else { return nil }
    guard let shown else { return last }
    after.insert(shown, at: 0)
    return sharing(last, with: shown)
  }

  /// Shows the one at a place instead.
  mutating func show(_ place: Int, insteadOf shown: CallForm) -> CallForm {
    var all = all(with: shown)
    guard all.indices.contains(place) else { return shown }
    let form = all.remove(at: place)
    before = Array(all[..<place])
    after = Array(all[place...])
    return sharing(form, with: shown)
  }

  /// Drops the one that shows: answers the one beside it.
  mutating func drop(_ shown: CallForm) -> CallForm? {
    let beside = before.popLast() ?? (after.isEmpty ? nil : after.removeFirst())
    return beside.map { sharing($0, with: shown) }
  }

  private func sharing(_ form: CallForm, with shown: CallForm) -> CallForm {
    var form = form
    form.share(with: shown)
    return form
  }
}

extension CallScreen {
  /// The whole call as it is typed, with `form` as the outcome that shows. What has no line in a form any more is told
  /// after the note.
  func typedCall(_ form: CallForm, _ sitting: Sitting) -> TypedCall {
    let forms = others.all(with: form)
    var parts = forms.map(\.part)
    for line in CallLine.shared { parts[0].texts[line] = form.part.texts[line] }
    let note = [form.part.texts[.note]].compactMap { $0 } + forms.flatMap(\.unasked)
    if !note.isEmpty { parts[0].texts[.note] = note.joined(separator: "\n") }
    return TypedCall(
      parts, on: picture, tagged: tagged, policy: sitting.policy, zones: sitting.moment.zones)
  }

  /// What the texts of `form` mean beside the other outcomes.
  func reading(_ form: CallForm, _ sitting: Sitting) -> CallReading {
    typedCall(form, sitting).reading(of: others.place)
  }

  /// What the other outcomes say, beside `form`.
  func lines(besides form: CallForm, _ sitting: Sitting) -> [String] {
    let forms = others.all(with: nil)
    guard !forms.isEmpty else { return [] }
    var parts = forms.map(\.part)
    for line in CallLine.shared { parts[0].texts[line] = form.part.texts[line] }
    let call = TypedCall(
      parts, on: picture, tagged: tagged, policy: sitting.policy, zones: sitting.moment.zones)
    let lines = (try? call.completed())?.body.outcomeLines(policy: sitting.policy, seen: sitting.today)
    return lines ?? forms.map { "\($0.result.code) \($0.result.meaning)" }
  }

  /// What the fields of `form` are explained by.
  func answers(_ form: CallForm, _ reading: CallReading, _ sitting: Sitting) -> FormAnswers {
    let texts = form.part.texts.map { ($0.key.name, $0.value) }
    return FormAnswers(
      picture: reading.picture, sitting: sitting,
      texts: Dictionary(texts, uniquingKeysWith: { first, _ in first }))
  }
}
