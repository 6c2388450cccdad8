/// What speaks against the time of a callback, said before it is saved and not refused: it may be meant so.
public enum CallbackCheck {
  /// That a time that was typed does not exist or comes twice on its day, that a callback of the entry has passed by the
  /// clock, or that the person who asked for it is not there then. The past is told on the day on the wall only: under
  /// another business date nobody waits. `body` is what `call` comes to.
  ///
  /// `"18:30 on Thu 26 Nov 2026 is outside the hours of Wanda Sato, who is there 9-17."`
  public static func remarks(
    on call: TypedCall, _ body: EntryBody, for picture: AccountPicture, _ moment: Moment
  ) -> [String] {
    call.readings.compactMap { $0.clockRemark(moment) } + remarks(on: body, for: picture, moment)
  }

  static func remarks(on body: EntryBody, for picture: AccountPicture, _ moment: Moment) -> [String] {
    let contact = picture.contact(body.first(ContactRecord.self)?.person)
    return body.all(ContactStep.self).map(\.action).filter { $0.kind == .callBack }.flatMap { step in
      [passed(step, picture.asOf, moment), outside(step, contact)].compactMap { $0 }
    }
  }

  private static func passed(_ step: NextAction, _ today: CalendarDay, _ moment: Moment) -> String? {
    guard let time = step.time, moment.localDay == today, let instant = moment.instant(of: step),
      instant < moment.now
    else { return nil }
    let there = step.zone.flatMap { moment.local($0) }.map { "\($0.time.text) there" }
    let now = there ?? moment.clock(moment.now)
    return "\(time.text) on \(step.day.long) has passed: it is \(now) now."
  }

  private static func outside(_ step: NextAction, _ contact: Contact?) -> String? {
    guard let time = step.time, let contact, let hours = contact.hours,
      TypedReach.isOutside(hours, at: time)
    else { return nil }
    return
      "\(time.text) on \(step.day.long) is outside the hours of \(contact.title), who is there \(hours)."
  }
}
