import Receivables

/// The reasons of a summary as one compact text: `code points finding`, one a line, the finding being `since 20781`,
/// `amount 120000 USD`, `number 3`, `promise 120000 USD 20781`,
/// `failed 120000 USD 20781 50000`, `at 20781 840` or `in_vain 20781 20782 840`.
enum ReasonText {
  static func text(of reasons: [Reason]) -> String {
    var text = ""
    for reason in reasons {
      if !text.isEmpty { text += "\n" }
      text += "\(reason.code) \(reason.points) "
      switch reason.finding {
      case .since(let day): text += "since \(day.number)"
      case .amount(let money): text += "amount \(money.minor) \(money.currency)"
      case .number(let number): text += "number \(number)"
      case .promise(let money, let day): text += "promise \(money.minor) \(money.currency) \(day.number)"
      case .failed(let money, let paid, let day):
        text += "failed \(money.minor) \(money.currency) \(day.number) \(paid)"
      case .at(let day, let time): text += "at \(day.number)" + (time.map { " \($0.minutes)" } ?? "")
      case .inVain(let day, let next, let time):
        text += "in_vain \(day.number) \(next.number)" + (time.map { " \($0.minutes)" } ?? "")
      }
    }
    return text
  }

  static func reasons(in text: String) throws(LedgerError) -> [Reason] {
    var text = text
    // Bytes, not characters: a queue's first frame reads some hundred of these.
    let reasons = text.withUTF8 { bytes in bytes.split(separator: UInt8(ascii: "\n")).map(reason) }
    guard !reasons.contains(nil) else { throw .unreadable("the reasons “\(text)”") }
    return reasons.compactMap { $0 }
  }

  private static func reason(_ line: Slice<UnsafeBufferPointer<UInt8>>) -> Reason? {
    let words = line.split(separator: UInt8(ascii: " ")).map { String(decoding: $0, as: UTF8.self) }
    guard words.count >= 4, let points = Int(words[1]), let finding = finding(words[2], words.dropFirst(3))
    else { return nil }
    return Reason(code: words[0], finding: finding, points: points)
  }

  private static func finding(_ kind: String, _ words: ArraySlice<String>) -> Reason.Finding? {
    let words = Array(words)
    guard let number = Int64(words[0]) else { return nil }
    let day = CalendarDay(number: Int(number))
    switch (kind, words.count) {
    case ("since", 1): return .since(day)
    case ("number", 1): return .number(number)
    case ("at", 1): return .at(day, nil)
    case ("at", 2): return time(words[1]).map { .at(day, $0) }
    case ("in_vain", 2): return Int(words[1]).map { .inVain(day, next: CalendarDay(number: $0), nil) }
    case ("in_vain", 3):
      guard let next = Int(words[1]), let time = time(words[2]) else { return nil }
      return .inVain(day, next: CalendarDay(number: next), time)
    case ("amount", 2): return Currency(words[1]).map { .amount(Money(minor: number, $0)) }
    case ("promise", 3):
      guard let currency = Currency(words[1]), let due = Int(words[2]) else { return nil }
      return .promise(Money(minor: number, currency), CalendarDay(number: due))
    case ("failed", 4):
      guard let currency = Currency(words[1]), let due = Int(words[2]), let paid = Int64(words[3]) else {
        return nil
      }
      return .failed(Money(minor: number, currency), paid: paid, CalendarDay(number: due))
    default: return nil
    }
  }

  private static func time(_ minutes: String) -> TimeOfDay? {
    Int(minutes).flatMap { TimeOfDay(hour: $0 / 60, minute: $0 % 60) }
  }
}
