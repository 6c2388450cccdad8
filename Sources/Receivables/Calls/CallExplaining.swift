extension CallReading {
  /// What the form says beside a field.
  public func reading(_ field: CallLine, _ moment: Moment) -> LineReading {
    do {
      return try meaning(field, moment)
    } catch {
      return LineReading(error)
    }
  }

  private func meaning(_ field: CallLine, _ moment: Moment) throws(TypingProblem) -> LineReading {
    let isTyped = text(field) != nil
    switch field {
    case .action: return said(try action().title, isTyped, preset: try action().title)
    case .contact: return contactReading(isTyped)
    case .phone: return try phoneReading(isTyped, moment)
    case .date:
      let forms = side == .past ? "12 nov, -3, 15 …" : "fri, +3, 15, eom …"
      return said(try day().map { TypedDay.explain($0, today: today) } ?? forms, isTyped)
    case .time:
      if let remark = clockRemark(moment) { return LineReading(text: remark, kind: .doubt) }
      return said(try timeReading(moment), isTyped)
    case .amount: return try amountReading(isTyped)
    case .method:
      guard !isTyped, let method = try method() else {
        return said(try method()?.title ?? "how it is paid", isTyped)
      }
      return .standing("as the customer paid last", preset: method.title)
    case .reason: return said(try reason()?.title ?? "why it is not paid yet", isTyped)
    case .disputeReason: return said(try disputeReason()?.title ?? "why it is contested", isTyped)
    case .invoices: return try invoicesReading(isTyped)
    case .instalments: return said(try instalmentsReading(), isTyped)
    case .address: return said(text(.address) ?? person?.email ?? "", isTyped, preset: person?.email)
    case .exception: return said("beyond \(policy.promises.longestDays) days", isTyped)
    case .discount: return said(try discountReading(), isTyped)
    case .approval: return said(excess ?? "", isTyped)
    case .because: return .standing("why it is corrected")
    case .reference, .note: return .standing("")
    }
  }

  private func said(_ text: String, _ isTyped: Bool, preset: String? = nil) -> LineReading {
    isTyped ? .understood(text) : .standing(text, preset: preset)
  }

  private func contactReading(_ isTyped: Bool) -> LineReading {
    guard let person else { return said(isTyped ? "not in the books" : "nobody is in the books", isTyped) }
    return said(
      [person.name, person.role].compactMap { $0 }.joined(separator: ", "), isTyped, preset: person.name)
  }

  private func phoneReading(_ isTyped: Bool, _ moment: Moment) throws(TypingProblem) -> LineReading {
    let clock = moment.clock(in: person?.zone, hours: person?.hours)
    guard let number = try dialled() else {
      let all = Callee.all(of: picture).contains { $0.phone != nil }
      return said(all ? "every number was found dead" : "no number is in the books", isTyped)
    }
    if let person, person.isDead { return LineReading(text: "was found dead", kind: .doubt) }
    let isNew = !Callee.all(of: picture).contains { $0.phone?.digits == Phone(number: number).digits }
    let known: String? =
      isTyped
      ? (isNew ? "not in the books" : person?.phone?.label)
      : [number, person?.phone?.label].compactMap { $0 }.joined(separator: " ")
    return said([known, clock].compactMap { $0 }.joined(separator: ", "), isTyped, preset: number)
  }

  private func amountReading(_ isTyped: Bool) throws(TypingProblem) -> LineReading {
    if isTyped { return .understood(try amount().description) }
    if result.holdsDispute { return .standing("the invoices as a whole") }
    if asksAmount { return .standing("how much of \(try full())") }
    if let sum = instalmentsSum {
      return .standing("\(sum), what the instalments come to", preset: sum.grouped)
    }
    let (invoices, cover) = try covered(try currency())
    let all = picture.said.isEmpty ? ", all past due" : ", the rest"
    let which = limit(invoices).map { ", past due, \($0)" } ?? all
    let full = try full()
    return .standing("\(full)" + (cover == .pastDue ? which : ""), preset: full.grouped)
  }

  private func invoicesReading(_ isTyped: Bool) throws(TypingProblem) -> LineReading {
    if result.holdsDispute, !isChosen { return said("which of them", isTyped) }
    let (invoices, cover) = try covered(try currency())
    if cover == .pastDue, let more = promised(beyond: invoices) { return said(more, isTyped) }
    // As many numbers as a field can show.
    let isFew = (1...4).contains(invoices.count)
    let preset = isFew ? invoices.map(\.invoice.number).joined(separator: " ") : nil
    let isOne = invoices.count == 1
    let limit = limit(invoices)
    let count = isOne ? invoices[0].invoice.number : "\(invoices.count) invoices"
    let which =
      switch cover {
      case .typed: ""
      case .tagged: ", tagged"
      case .planned: ", with those of the plan"
      case .pastDue where !picture.said.isEmpty: ", the rest"
      case .pastDue: limit.map { " \($0)" } ?? (isOne ? ", past due" : ", all past due")
      case .open: isOne ? ", open" : ", all open"
      }
    return said(
      result.agreesSum ? "\(count), \(try full())\(which)" : "\(count)\(which)", isTyped, preset: preset)
  }

  /// Why part of these invoices is left out of what can be expected.
  private func limit(_ invoices: [OpenItem]) -> String? {
    if invoices.contains(where: { $0.slices[.disputed] > 0 }) { return "not disputed" }
    if invoices.contains(where: { $0.slices[.held] > 0 }) { return "not on hold" }
    if result.holdsPlan { return nil }
    return invoices.contains { $0.slices[.planned] > 0 } ? "not in a plan" : nil
  }

  /// What a promise covers that is for more than is past due: the next due invoices too.
  private func promised(beyond pastDue: [OpenItem]) -> String? {
    guard result.promiseKind != nil || result.holdsPlan, let amount = try? typedAmount(),
      let covered = try? picture.covered([], amount: amount.minor, in: amount.currency),
      covered.count > pastDue.count, let full = try? picture.fullAmount(on: covered, in: amount.currency)
    else { return nil }
    return "\(covered.count) invoices, \(full), some not due"
  }

  private func discountReading() throws(TypingProblem) -> String {
    guard try incentive() != nil else { return "2%, 98.00, fee 40.00; none" }
    return try offered().map { "\($0.terms.amount) off, until \($0.terms.until.brief(today))" }
      ?? "until the last day"
  }

  private func instalmentsReading() throws(TypingProblem) -> String {
    guard let typed = try instalments() else { return "3, 6 weekly, 500 weekly or 4 dec, 18 dec" }
    do {
      let plan = try plan()
      return plan.explained(typed)
    } catch  where error.field == .instalments {
      throw TypingProblem(error.sentence)
    } catch {
      switch typed {
      case .count(_, let rhythm), .each(_, let rhythm): return rhythm.rawValue
      case .days(let days): return "\(days.count) instalments"
      }
    }
  }

  /// What is odd about the time on the clock of whoever is called on the day that is meant: that it comes twice, or does
  /// not exist. Nil where there is nothing to say, or no time yet.
  func clockRemark(_ moment: Moment) -> String? {
    guard let time = try? time(), let day = try? day() else { return nil }
    guard let zone else { return moment.localRules?.reading(day, at: time).remark(at: "here") }
    return moment.zones[zone]?.reading(day, at: time).remark(at: "there")
  }

  private func timeReading(_ moment: Moment) throws(TypingProblem) -> String {
    guard let time = try time() else { return "1400, 14:00, 2pm" }
    // Clocks may go on differently until the day that is meant.
    let day = (try? day()) ?? today
    guard let zone, let instant = moment.zones[zone]?.reading(day, at: time).instant else { return time.text }
    let city = zone.split(separator: "/").last.map { $0.split(separator: "_").joined(separator: " ") } ?? zone
    guard let here = moment.here(instant) else { return "\(time.text) in \(city)" }
    guard here.day != day || here.time != time else { return time.text }
    let other = here.day < day ? " day before" : here.day > day ? " next day" : ""
    return "\(time.text) in \(city), \(here.time.text) here\(other)"
  }
}

extension ProposedPlan {
  /// What each instalment comes to: `"333.33 USD monthly, the last 333.34 USD"`, `"17 of 500.00 USD weekly, the last
  /// 466.17 USD"`, `"3 instalments, the last 200.00 USD"`.
  fileprivate func explained(_ typed: TypedInstalments) -> String {
    guard let first = instalments.first?.amount, let last = instalments.last?.amount else { return "" }
    let (part, rest) = (Money(minor: first, currency), Money(minor: last, currency))
    let end = part == rest ? "" : ", the last \(rest)"
    switch typed {
    case .count(_, let rhythm): return "\(part) \(rhythm)\(end)"
    case .each(_, let rhythm): return "\(instalments.count) of \(part) \(rhythm)\(end)"
    case .days:
      let isSame = instalments.dropLast().allSatisfy { $0.amount == first }
      return isSame ? "\(instalments.count) of \(part)\(end)" : "\(instalments.count) instalments\(end)"
    }
  }
}

/// What stands beside a line: how its text is understood, what holds without one, or what is wrong with it.
public struct LineReading: Hashable, Sendable {
  /// What kind of remark it is.
  public enum Kind: Hashable, Sendable {
    /// What the typed text means.
    case understood
    /// What holds because nothing was typed.
    case standing
    /// What should be looked at twice.
    case doubt
    /// Why the text means nothing.
    case problem
  }

  /// What a person reads.
  public var text: String
  /// What kind of remark it is.
  public var kind: Kind
  /// For a problem: whether a list of what the line takes would help.
  public var asksForList = false
  /// For what holds without a text: the text that means the same; nil where there is none.
  public var preset: String?

  /// What is said of a line.
  public init(text: String, kind: Kind, asksForList: Bool = false, preset: String? = nil) {
    self.text = text
    self.kind = kind
    self.asksForList = asksForList
    self.preset = preset
  }

  /// What a typed text means.
  public static func understood(_ text: String) -> LineReading { LineReading(text: text, kind: .understood) }

  /// What holds without one.
  public static func standing(_ text: String, preset: String? = nil) -> LineReading {
    LineReading(text: text, kind: .standing, preset: preset)
  }

  /// Why a typed text means nothing.
  public init(_ problem: TypingProblem) {
    self.init(text: problem.sentence, kind: .problem, asksForList: problem.asksForList)
  }
}
