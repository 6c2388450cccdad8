import Receivables
import TextScreen

/// Asks until when an account, or some of its invoices, is not chased, why, and who asked for it.
struct HoldInquiry: Inquiry {
  let name: DraftName = "hold"
  let noun = "hold"
  let title = "Hold"
  let outlookRows = 2

  var row: CommandRow {
    CommandRow(
      .hold, "hold", "Do not chase the account or tagged invoices until a day.",
      Binding([.queue, .account], .character("H")), unavailable: \.noAccount)
  }

  private static let invoices: DraftName = "invoices"

  private let reason = Asked<String>(
    "reason", "Reason", missing: "Why is it not to be chased?",
    list: { answers in
      answers.sitting.policy.holdReasons.filter { !$0.isRetired }.map {
        Choice(["reason": $0.title], $0.title)
      }
    },
    hint: { _ in "do not call, insolvency, sales asked, legal, or other words" },
    read: { (text, answers) throws(TypingProblem) in answers.sitting.policy.holdReason(typed: text) },
    explain: { reason, answers in answers.sitting.policy.holdReasons.title(reason) })
  private let until = Asked.dayAhead(
    "until", "Until", missing: "Until which day? Type fri, +3, 15 or eom.",
    past: "A hold is over on a day after today.")
  private let who = Asked.person("who", "Who", preset: { $0.sitting.collector }) { _ in "who asked for it" }
  private let what = Asked<[OpenItem]>(
    Self.invoices, "Invoices", .line(limit: 20_000),
    list: { answers in
      answers.picture.invoices.map { item in
        let open = Money(minor: item.open, item.invoice.original.currency)
        return Choice([Self.invoices: item.invoice.number], item.invoice.number, detail: "\(open)")
      }
    },
    hint: { _ in "empty means the whole account" },
    read: { (text, answers) throws(TypingProblem) in text.isEmpty ? [] : try answers.picture.named(text) },
    explain: { items, _ in items.map(\.invoice.number).joined(separator: ", ") })

  func fields(_ subject: Subject) -> [FormField] { [reason.field, until.field, who.field, what.field] }

  func start(_ aim: Aim) -> FormTexts {
    aim.invoices.isEmpty ? [:] : [Self.invoices: aim.invoices.joined(separator: " ")]
  }

  func texts(_ said: EntryBody, _ policy: Policy) -> FormTexts? {
    said.first(HoldTerms.self).map { hold in
      [
        reason.field.name: policy.holdReasons.title(hold.reason), until.field.name: hold.until.iso,
        who.field.name: hold.person, what.field.name: hold.covers.map(\.number).joined(separator: " "),
      ]
    }
  }

  func body(_ answers: FormAnswers) throws(FormProblem) -> EntryBody {
    let (reason, day) = (try answers[reason], try answers[until])
    let (who, items) = (try answers[who], try answers[what])
    do {
      return try answers.picture.hold(
        until: day, reason: reason, by: who.isEmpty ? answers.sitting.collector : who,
        on: items.map(\.invoice.id))
    } catch {
      throw FormProblem(sentence: error.sentence)
    }
  }

  func outlook(_ answers: FormAnswers) -> [String] {
    guard let until = try? answers[until], let items = try? answers[what] else { return [] }
    let back = answers.calendar.firstBusinessDay(onOrAfter: until)
    let (what, (verb, comes)) =
      items.count > 1
      ? ("\(items.count) invoices", ("are", "come"))
      : (items.first?.invoice.number ?? "The account", ("is", "comes"))
    let today = answers.sitting.today
    let chased = "\(what) \(verb) not chased until then and \(comes) back on \(back.brief(today))."
    // A hold takes nothing from what has a step of its own.
    let kept = answers.picture.matters.filter { $0.isOpen && $0.kind != HoldTerms.name }.compactMap(\.step)
      .filter { $0.day < back }.sorted { $0.order < $1.order }.map { $0.step(today) }
    return [chased] + (kept.isEmpty ? [] : ["Still before that: \(kept.joined(separator: ", "))."])
  }
}
