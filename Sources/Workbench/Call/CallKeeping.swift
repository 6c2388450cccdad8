import Receivables
import TextScreen

extension CallScreen {
  /// Takes up the forms where a draft left them.
  mutating func restore(_ fields: FormTexts, _ policy: Policy) {
    if let milliseconds = fields[Kept.started].flatMap({ Int64($0) }) {
      started = Instant(milliseconds: milliseconds)
    }
    if let ids = fields[Kept.tagged] {
      tagged = ids.split(separator: " ").compactMap { Int64($0) }.map { DocumentID(rawValue: $0) }
    }
    form = restored(fields, policy)
    guard let form else { return }
    others = OtherOutcomes(
      before: restored(fields, "before", policy, with: form),
      after: restored(fields, "after", policy, with: form))
  }

  /// Writes out the days of a draft of another day as they were meant then: `fri` is another Friday by now.
  mutating func pinDays(_ policy: Policy) {
    guard let day = draft.typedOn else { return }
    if let shown = form { form = pinned(shown, on: day, policy) }
    others = OtherOutcomes(
      before: others.before.map { pinned($0, on: day, policy) },
      after: others.after.map { pinned($0, on: day, policy) })
  }

  private func pinned(_ form: CallForm, on day: CalendarDay, _ policy: Policy) -> CallForm {
    var form = form
    let reading = CallReading(
      picture: picture, tagged: tagged, policy: policy, today: day, result: form.result,
      texts: form.part.texts)
    if !form.text(.date).trimmed.isEmpty, let meant = try? reading.day() {
      form.state.set(CallLine.date.name, to: meant.iso)
    }
    return form
  }

  private func restored(_ fields: FormTexts, _ policy: Policy) -> CallForm? {
    guard let result = fields[Kept.result].flatMap({ policy.result($0) }) else { return nil }
    var form = CallForm(result, tagged: tagged, isCorrection: correcting != nil)
    form.state.take(fields)
    return form
  }

  /// The outcomes on one side of the form that shows: their names begin with the side and a number from 1.
  private func restored(
    _ fields: FormTexts, _ side: String, _ policy: Policy, with shown: CallForm
  ) -> [CallForm] {
    var forms: [CallForm] = []
    while true {
      let prefix = "\(side)\(forms.count + 1)_"
      let own = fields.filter { $0.key.text.hasPrefix(prefix) }.compactMap { name, text in
        DraftName(String(name.text.dropFirst(prefix.count))).map { ($0, text) }
      }
      guard var form = restored(Dictionary(own, uniquingKeysWith: { $1 }), policy) else { return forms }
      form.share(with: shown)
      forms.append(form)
    }
  }

  /// What to run so that nothing typed is lost: nothing when the draft outside is up to date.
  mutating func keepDraft(_ sitting: Sitting) -> [Effect] {
    guard isTyped else { return [] }
    return draft.keep(texts, of: correcting?.file ?? picture.file, sitting)
  }

  /// Everything that is typed, by the names of a draft.
  var texts: FormTexts {
    guard let shown = form ?? held ?? others.last else { return [:] }
    var fields = shown.state.typed
    fields[Kept.result] = shown.result.code
    fields[Kept.started] = String(started.milliseconds)
    if !tagged.isEmpty {
      fields[Kept.tagged] = tagged.map { String($0.rawValue) }.joined(separator: " ")
    }
    // On the results of a new outcome it is the last one that is gone on with.
    let isNew = form == nil && held == nil
    keep(isNew ? others.before.dropLast() : others.before, as: "before", in: &fields)
    keep(others.after, as: "after", in: &fields)
    return fields
  }

  private func keep(_ forms: [CallForm], as side: String, in fields: inout FormTexts) {
    for (index, form) in forms.enumerated() {
      var own = form.state.typed.filter { name, _ in
        CallLine(name).map { !CallLine.shared.contains($0) } ?? false
      }
      own[Kept.result] = form.result.code
      for (name, text) in own {
        if let name = DraftName("\(side)\(index + 1)_\(name.text)") { fields[name] = text }
      }
    }
  }

  /// What a draft holds besides the fields of the forms.
  private enum Kept {
    static let result: DraftName = "result"
    static let started: DraftName = "started"
    static let tagged: DraftName = "tagged"
  }
}
