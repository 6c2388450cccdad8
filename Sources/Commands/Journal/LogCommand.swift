import ArgumentParser
import Ledger
import Receivables
import Workbench

/// `kept log`: records a call as the call screen does, or that something is withdrawn.
struct LogCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "log",
    abstract: "Record a call, a letter or a visit, or that something is withdrawn, as the workbench does.",
    discussion: """
      Days and amounts are read as in the call screen: fri, +3, 15, eom, 27 nov or 2026-11-27; 1200.00, 12.5k or all. \
      What is not said takes the default of the result: a promise covers everything past due. A call in which several \
      things were said is told in one line, outcomes between semicolons, each beginning with its code.

        kept log 10042 --result PP --amount 1200.00 --date 2026-11-27 --method ach --who Jane --note "after lunch"
        kept log 10042 "pp 12.5k fri ach jane; di INV-77 400 price; cb tue 1400"
        kept log 10042 --withdraw --who Jane --note "their customer has not paid"

      An earlier entry is corrected by naming it: what is not said again stays as it was said then, and the day on which \
      it was said stays too.

        kept log 10042 --corrects 12 --amount 900.00 --because "misheard"
      """)

  @OptionGroup var options: GlobalOptions
  @OptionGroup var recording: RecordingOptions

  @Argument(help: "The account's number.")
  var account: String

  @Argument(
    help: ArgumentHelp(
      "The call in one line, in quotes: codes of results, each with what was said.", valueName: "line"))
  var line: String?

  @Option(
    help: ArgumentHelp("What came of it: the code of a call result, such as PP or NA.", valueName: "code"))
  var result: String?

  @Flag(
    help: """
      Instead of a result: the customer takes a promise, a dispute or a plan back, for the reason in --note. When \
      several are open, --matter says which, or --date or --amount which promise.
      """)
  var withdraw = false

  @Option(
    help: ArgumentHelp(
      "What is withdrawn, by its number in the list of matters of 'kept account'.", valueName: "number"))
  var matter: String?

  @Option(
    help: ArgumentHelp(
      "The entry that this one corrects and replaces: a call, a comment, a snooze or a hold.",
      valueName: "number"))
  var corrects: Int64?

  @Option(help: ArgumentHelp("Why the entry that --corrects names was wrong.", valueName: "text"))
  var because: String?

  @Option(help: ArgumentHelp("How it came about: OUT, IN, EM …", valueName: "code"))
  var action: String?

  @Option(help: ArgumentHelp("How much is promised, said to be sent, or contested."))
  var amount: String?

  @Option(parsing: .unconditional, help: ArgumentHelp("The day that the result asks for.", valueName: "day"))
  var date: String?

  @Option(help: "The time of day of a callback.")
  var time: String?

  @Option(help: "How it will be or was paid.")
  var method: String?

  @Option(help: ArgumentHelp("With whom.", valueName: "name"))
  var who: String?

  @Option(help: ArgumentHelp("The number dialled.", valueName: "number"))
  var phone: String?

  @Option(help: "Why it is unpaid, or why the account is skipped.")
  var reason: String?

  @Option(help: "Why it is contested.")
  var disputeReason: String?

  @Option(parsing: .unconditional, help: ArgumentHelp("What was said.", valueName: "text"))
  var note: String?

  @Option(help: "Cheque number, transfer reference or court file.")
  var reference: String?

  @Option(help: ArgumentHelp("An invoice that it is about; may be given several times.", valueName: "number"))
  var invoice: [String] = []

  @Option(
    help: ArgumentHelp(
      """
      How a plan is paid: 3, '6 weekly', '500 weekly', '1.2k monthly', the first on --date and monthly unless said; or \
      on days of their own, '4 dec, 18 dec, 8 jan' or '4 dec 1000, 18 dec 500, 8 jan'. A whole number up to 120 is how \
      many, anything else how much at a time.
      """, valueName: "text"))
  var instalments: String?

  @Option(
    help: ArgumentHelp(
      "What is given up of a promise or a plan if the rest comes by its last day: 2%, 98.00, 'fee 40.00', '2% until fri'."
    ))
  var discount: String?

  @Option(help: "Where to send what the customer does not have.")
  var address: String?

  @Option(help: ArgumentHelp("Why a promise is further away than the policy allows.", valueName: "text"))
  var whyLate: String?

  @Option(
    help: ArgumentHelp(
      "Who approved a plan or a discount that is beyond the policy's limits.", valueName: "name"))
  var approvedBy: String?

  func validate() throws {
    let said = [withdraw, result != nil, line != nil].count(where: { $0 })
    guard (corrects == nil) == (because == nil) else {
      throw ValidationError("--corrects NUMBER and --because TEXT go together.")
    }
    guard said == 1 || corrects != nil && said == 0, corrects == nil || !withdraw else {
      throw ValidationError(
        "Say the call in one line, or --result CODE, or --withdraw, or --corrects NUMBER.")
    }
  }

  func run() throws {
    try refuseLong(note)
    try recording.record(on: account, options) { picture, book in
      guard let corrects else { return try body(on: picture, in: book) }
      return try correction(of: EntryNumber(rawValue: corrects), on: picture, in: book)
    }
  }

  func body(on picture: AccountPicture, in book: OpenBook) throws -> EntryBody {
    if let line { return try call(told: line, on: picture, in: book) }
    if let result { return try call(result, on: picture, in: book) }
    return try withdrawal(on: picture, in: book)
  }

  private func call(_ code: String, on picture: AccountPicture, in book: OpenBook) throws -> EntryBody {
    guard let result = book.policy.result(code.uppercased()) else {
      let known = book.policy.results.filter { !$0.isRetired }.map { "\($0.code) \($0.meaning)" }
      throw CommandFailure(
        "Nothing was recorded. There is no result \(code); known are \(known.joined(separator: ", ")).",
        .badData)
    }
    try refuseOptions(
      besides: TypedCall.lines(of: result), of: "\(result.code), \(result.meaning),",
      orElse: " or choose another result")
    let lines = texts.compactMap { name, text in CallLine(rawValue: name).map { ($0, text) } }
    let part = TypedCall.Part(result, Dictionary(lines, uniquingKeysWith: { first, _ in first }))
    return try told([part], on: picture, in: book)
  }

  private func call(told line: String, on picture: AccountPicture, in book: OpenBook) throws -> EntryBody {
    try refuseOptions(besides: [], of: "A call in one line")
    do {
      let parts = try CallSentence(on: picture, policy: book.policy).parts(of: line)
      return try told(parts, inOneLine: true, on: picture, in: book)
    } catch let problem as SentenceProblem {
      throw CommandFailure("Nothing was recorded. \(problem)", .badData)
    }
  }

  func told(
    _ parts: [TypedCall.Part], inOneLine: Bool = false, on picture: AccountPicture, in book: OpenBook
  ) throws -> EntryBody {
    var zones = ZoneLibrary()
    let rules = zones.rules(of: picture.file)
    let call = TypedCall(parts, on: picture, tagged: [], policy: book.policy, zones: rules)
    let body = try call.told(inOneLine: inOneLine).body
    let moment = Moment(
      now: Machine.now, zones: rules, localOffset: Machine.localOffset, localRules: zones.local())
    for remark in CallbackCheck.remarks(on: call, body, for: picture, moment) { StandardOutput.say(remark) }
    return body
  }

  /// An option that nothing is made of is a mistake, not a detail to leave out.
  func refuseOptions(besides used: Set<String>, of what: String, orElse: String = "") throws {
    let idle = texts.keys.filter { !used.contains($0) }.map(option).sorted()
    guard !idle.isEmpty else { return }
    let them = idle.count == 1 ? "it" : "them"
    throw CommandFailure(
      "Nothing was recorded. \(what) does not ask for \(idle.joined(separator: ", ")). Leave \(them) out\(orElse).",
      .validationFailure)
  }

  /// The option behind a line of the form.
  private func option(_ line: String) -> String {
    switch line {
    case "contact": "--who"
    case "invoices": "--invoice"
    case "exception": "--why-late"
    case "approval": "--approved-by"
    case "dispute_reason": "--dispute-reason"
    default: "--\(line)"
    }
  }

  /// What the options say, by the names of the lines of the form.
  var texts: [String: String] {
    [
      "action": action, "contact": who, "phone": phone, "date": date, "amount": amount, "time": time,
      "method": method, "reference": reference,
      "invoices": invoice.isEmpty ? nil : invoice.joined(separator: " "),
      "instalments": instalments, "discount": discount, "dispute_reason": disputeReason, "address": address,
      "reason": reason,
      "exception": whyLate, "approval": approvedBy, "note": note, "matter": matter,
    ].compactMapValues { $0 }
  }
}

extension LogCommand {
  /// The entry that takes back what the options name.
  func withdrawal(on picture: AccountPicture, in book: OpenBook) throws -> EntryBody {
    try refuseOptions(besides: ["contact", "note", "date", "amount", "matter"], of: "A withdrawal")
    let open = picture.withdrawable
    let meant = try open.filter { try isMeant($0, on: picture, in: book) }
    guard let matter = meant.first, meant.count == 1 else {
      throw CommandFailure("Nothing was recorded. \(problem(open, meant, on: picture))", .badData)
    }
    return try picture.withdrawal(of: matter.id, by: who ?? "", reason: note ?? "")
  }

  /// By its number, or as a promise by amount and day.
  private func isMeant(_ open: Matter, on picture: AccountPicture, in book: OpenBook) throws -> Bool {
    if let matter, open.id.text != matter { return false }
    guard amount != nil || date != nil else { return true }
    guard let promise = picture.promises.first(where: { $0.id == open.id }) else { return false }
    return try isMeant(promise.terms, in: book)
  }

  private func isMeant(_ terms: PromiseTerms, in book: OpenBook) throws -> Bool {
    if let amount, (try? TypedAmount.read(amount, full: terms.amount)) != terms.amount { return false }
    guard let date else { return true }
    do {
      return try TypedDay.read(date, today: book.today, rules: book.policy.dayRules) == terms.day
    } catch {
      throw CallProblem(nil, error.sentence)
    }
  }

  /// What there is instead of the one to withdraw, first things first.
  private func problem(_ open: [Matter], _ meant: [Matter], on picture: AccountPicture) -> String {
    guard !open.isEmpty else { return "\(picture.file.customer.number) has nothing open to withdraw." }
    let listed = open.map { "\($0.id.text) \($0.kind) \($0.title)" }.joined(separator: "; ")
    let which = meant.isEmpty ? "Nothing that is open is meant" : "Several may be meant"
    return "\(which): \(listed). Say which with --matter."
  }
}
