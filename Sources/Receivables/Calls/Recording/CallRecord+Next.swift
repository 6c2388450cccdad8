extension CallRecord {
  /// The one next action: the given one, checked, or the default of the result. Nil when nothing is open and nothing
  /// was said about it.
  func completedNext(
    _ rule: CallResult, for picture: AccountPicture, policy: Policy
  ) throws(CallProblem) -> NextAction? {
    let said = next
    guard var next = said == nil ? try defaultNext(rule, for: picture, policy: policy) : said else {
      return nil
    }
    guard next.day >= picture.asOf else {
      throw CallProblem(.date, "\(next.day.long) has passed. The next step must be today or later.")
    }
    if next.kind == .callBack {
      guard next.time != nil else { throw CallProblem(.time, "At what time? Type 1400 or 2pm.") }
      next.zone = next.zone ?? picture.contact(contact)?.timeZone ?? picture.file.customer.timeZone
    }
    return next
  }

  private func defaultNext(
    _ rule: CallResult, for picture: AccountPicture, policy: Policy
  ) throws(CallProblem) -> NextAction? {
    let today = picture.asOf
    let day: CalendarDay
    switch rule.returns {
    case .businessDays(let count): day = policy.calendar.day(count, businessDaysAfter: today)
    case .laterToday, .now, .today: day = today
    case .afterPromise: day = (promise?.day ?? today).advanced(by: policy.promises.graceDays + 1)
    case .firstInstalment: day = plan?.instalments.first?.due ?? today
    case .askedDay:
      let run = rule.nextKind == .checkRun ? picture.file.customer.paymentRun?.next(onOrAfter: today) : nil
      guard let asked = promise?.day ?? run else {
        throw CallProblem(.date, "On which day? Type fri, +3, 15, eom or 27 nov.")
      }
      day = asked
    }
    return picture.invoices.isEmpty ? nil : NextAction(rule.nextKind, on: day)
  }
}

extension AccountPicture {
  /// The person of that name, in the books.
  func contact(_ name: String?) -> Contact? { file.contacts.first { $0.name == name } }

  /// The first number of that person, or of anybody, that no call found dead.
  func numberToDial(of name: String?) -> String? {
    let people = contact(name).map { [$0] } ?? file.contacts
    return people.lazy.flatMap(\.phones).first { !deadNumbers.contains($0.digits) }?.number
  }
}
