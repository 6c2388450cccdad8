/// What was learned about when a customer pays; the latest one holds, before what the books say. It names all of it, so
/// that what is not there does not hold any more.
public struct PaymentRunRecord: EntrySection {
  /// `[payment_run]`.
  public static let name = "payment_run"
  /// What people typed, and who they are.
  public static let personalKeys: Set<String>? = ["by"]
  /// The most lead days that make sense: beyond them somebody mistyped.
  public static let mostLeadDays = 60

  /// When they pay; nil when they follow no rhythm.
  public var calendar: PaymentCalendar?
  /// Who said so.
  public var person: String?

  /// A calendar, or that there is none.
  public init(_ calendar: PaymentCalendar?, by person: String? = nil) {
    self.calendar = calendar
    self.person = person
  }

  /// Reads what `write` wrote. Throws `EntryTextError`.
  public init(reading lines: SectionLines) throws(EntryTextError) {
    let text = try lines.needed("run")
    person = lines["by"]
    guard text != "none" else { return }
    guard let run = PaymentRun(text: text) else { throw EntryTextError("a payment run that is not one") }
    func days(_ key: String) throws(EntryTextError) -> Int {
      let days = try lines.optional(key) { (text) throws(EntryTextError) in try EntryValue.number(text) } ?? 0
      guard (0...Int64(Self.mostLeadDays)).contains(days) else {
        throw EntryTextError("a “\(key)” of too many days")
      }
      return Int(days)
    }
    calendar = PaymentCalendar(run, cutOffDays: try days("cut_off"), approvalDays: try days("approval"))
  }

  /// `run 2nd Thu`, `cut_off 2`, `approval 3`, `by Jane Doe`; `run none`.
  public func write(to lines: inout SectionWriter) {
    lines.line("run", (calendar?.run.text ?? "none") as String)
    if let calendar, calendar.cutOffDays > 0 { lines.line("cut_off", String(calendar.cutOffDays) as String) }
    if let calendar, calendar.approvalDays > 0 {
      lines.line("approval", String(calendar.approvalDays) as String)
    }
    lines.line("by", person)
  }

  /// `"pays Thursdays, cut-off 2 days before, says Jane Doe"`.
  public var words: SectionWords {
    let gist = calendar.map { calendar in
      (["pays \(calendar.run.spoken)"] + calendar.text.split(separator: ", ").dropFirst().map(String.init))
        .joined(separator: ", ")
    }
    return SectionWords((gist ?? "pays in no rhythm") + (person.map { ", says \($0)" } ?? ""))
  }

  /// Sets none.
  public func next(_ policy: Policy) -> NextAction? { nil }
}
