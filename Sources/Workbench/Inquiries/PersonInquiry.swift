import Receivables
import TextScreen

/// Asks what was learned about a person at the customer: somebody new, or what is another way with somebody known.
struct PersonInquiry: Inquiry {
  let name: DraftName = "person"
  let noun = "change of a contact"
  let title = "Person at"

  var row: CommandRow {
    CommandRow(
      .person, "person", "Add a contact, or correct what is known of one.",
      Binding([.queue, .account], .character("e")), unavailable: \.noAccount)
  }

  private static let which: DraftName = "person"
  /// The choice for somebody who is not known yet.
  private static let nobody = "new"
  /// What is typed to take away what is known.
  private static let nothing = "-"

  private let calledName = Asked<String>(
    "name", "Name",
    preset: { meant($0)?.title },
    hint: { answers in meant(answers) == nil ? "as they say it" : "as it is" },
    read: { (text, _) throws(TypingProblem) in text }, explain: { _, _ in nil })
  private let role = Self.change("role", "Role", "what they do there", \.role)
  private let numbers = Asked<TypedNumbers>(
    "numbers", "Numbers",
    hint: { answers in
      let known = meant(answers)?.phones.map(\.number).joined(separator: ", ") ?? ""
      return known.isEmpty ? "+1 555 0100 mobile, +1 555 0101 office" : "\(known); not NUMBER drops one"
    },
    read: { (text, _) throws(TypingProblem) in try TypedNumbers.read(text) },
    explain: { numbers, _ in
      (numbers.added.map { "\($0.number) \($0.label ?? "")".trimmed } + numbers.dropped.map { "not \($0)" })
        .joined(separator: ", ")
    })
  private let email = Self.change("email", "E-mail", "where letters go", \.email, TypedReach.email)
  private let language = Self.change("language", "Language", "de, en, es", \.language)
  private let zone = Self.change("zone", "Zone", "Europe/Berlin", \.timeZone, TypedReach.zone)
  private let hours = Self.change("hours", "Hours", "9-17, on their clock", \.hours, TypedReach.hours)
  private let best = Self.change("best", "Best time", "mornings, not on Fridays", \.bestTime)

  func fields(_ subject: Subject) -> [FormField] {
    let known = subject.picture.contacts.map {
      Choice(Self.value($0), $0.headline, detail: $0.phones.map(\.number).joined(separator: ", "))
    }
    let which = Asked.oneOf(
      Self.which, "Who", [Choice(Self.nobody, "somebody new", detail: "not known here yet")] + known, at: nil)
    let mark = Asked.oneOf(
      Mark.field, "Call", Mark.allCases.map { Choice($0.rawValue, $0.title, detail: $0.detail) }, at: nil)
    return [
      which.field, calledName.field, role.field, numbers.field, email.field, language.field, zone.field,
      hours.field, best.field, mark.field,
    ]
  }

  func body(_ answers: FormAnswers) throws(FormProblem) -> EntryBody {
    let who = answers.text(Self.which)
    let known = Self.meant(answers)
    guard known != nil || who == Self.nobody else {
      throw FormProblem(sentence: "This person is not known here any more.", field: Self.which)
    }
    var person = ProposedPerson(known, name: try answers[calledName], numbers: try answers[numbers])
    person.role = try answers[role]
    person.email = try answers[email]
    person.language = try answers[language]
    person.timeZone = try answers[zone]
    person.hours = try answers[hours]
    person.bestTime = try answers[best]
    Mark(rawValue: answers.text(Mark.field))?.set(&person)
    do {
      return try person.completed(for: answers.picture)
    } catch {
      throw FormProblem(sentence: error.sentence, field: error.field == .who ? calledName.field.name : nil)
    }
  }

  /// Names somebody among the known: somebody without a name goes by a number.
  private static func value(_ contact: Contact) -> String {
    contact.name.isEmpty ? contact.phones.first?.number ?? "" : contact.name
  }

  private static func meant(_ answers: FormAnswers) -> Contact? {
    let who = answers.text(which)
    return who == nobody ? nil : answers.picture.contacts.first { value($0).trimmed == who }
  }

  /// A line that keeps what is known when it is empty and takes it away with a dash.
  private static func change(
    _ name: DraftName, _ title: String, _ example: String, _ known: any KeyPath<Contact, String?> & Sendable,
    _ read: @escaping @Sendable (String) throws(TypingProblem) -> String = { (text) in text }
  ) -> Asked<String?> {
    Asked(
      name, title,
      preset: { meant($0)?[keyPath: known] },
      hint: { meant($0)?[keyPath: known] == nil ? example : "as it is; \(nothing) takes it away" },
      read: { (text, _) throws(TypingProblem) in
        text.isEmpty ? nil : text == nothing ? "" : try read(text)
      },
      explain: { text, _ in text.map { $0.isEmpty ? "not known any more" : $0 } })
  }
}

extension PersonInquiry {
  /// Whether and in which order somebody is called.
  private enum Mark: String, CaseIterable {
    case asItIs, first, reachable, left, doNotCall

    static let field: DraftName = "mark"

    var title: String {
      switch self {
      case .asItIs: "as it is"
      case .first: "is called first"
      case .reachable: "may be called"
      case .left: "has left"
      case .doNotCall: "do not call"
      }
    }

    var detail: String {
      switch self {
      case .asItIs: "nothing changes"
      case .first: "before everybody else here"
      case .reachable: "nothing speaks against it"
      case .left, .doNotCall: "offered to nobody as the one to call"
      }
    }

    func set(_ person: inout ProposedPerson) {
      switch self {
      case .asItIs: break
      case .first: (person.rank, person.standing) = (1, .reachable)
      case .reachable: person.standing = .reachable
      case .left: person.standing = .left
      case .doNotCall: person.standing = .doNotCall
      }
    }
  }
}
