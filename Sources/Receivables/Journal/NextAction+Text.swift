extension NextAction {
  /// Adds the step's lines to `text`: `next check_promise 2026-11-30`.
  func write(to text: inout String) {
    EntryText.append("next", "\(kind.rawValue) \(day.iso)", to: &text)
    EntryText.append("next.time", time?.text, to: &text)
    EntryText.append("next.zone", zone, to: &text)
  }

  /// The step on the line `next`; time and zone follow on lines of their own. Throws `EntryTextError`.
  init(text: Span<UInt8>) throws(EntryTextError) {
    guard text.count > 11 else { throw EntryTextError("a next step without a day") }
    let name = EntryText.raw(text.extracting(0..<(text.count - 11)))
    guard let kind = Kind(rawValue: name) else { throw EntryTextError("a next step “\(name)”") }
    self.init(kind, on: try EntryText.day(text.extracting((text.count - 10)..<text.count)))
  }
}
