import ArgumentParser
import Ledger
import Receivables

/// `kept contact`: what was learned about a person at a customer.
struct ContactCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "contact",
    abstract: "Add a person at a customer, or correct what is known of one.",
    discussion: """
      What is not said stays as it is; an empty text takes it away. Whoever has the name is corrected, whoever --was \
      names takes the new one, and everybody else is added. No import undoes it.

        kept contact 10042 --name "Jane Doe" --role treasurer --phone "+1 555 0100 mobile" --source switchboard
        kept contact 10042 --name "Jane Roe" --was "Jane Doe" --drop "+1 555 0100"
        kept contact 10042 --name "Bob Roe" --standing left
      """)

  @OptionGroup var options: GlobalOptions
  @OptionGroup var recording: RecordingOptions

  @Argument(help: "The account's number.")
  var account: String

  @Option(help: "The person's name; may be left out for a number of nobody known.")
  var name: String?

  @Option(help: ArgumentHelp("The name by which they were known here until now.", valueName: "name"))
  var was: String?

  @Option(help: "What they do there.")
  var role: String?

  @Option(
    help: ArgumentHelp(
      "A number of theirs, and what it is; may be given several times.", valueName: "number"))
  var phone: [String] = []

  @Option(help: ArgumentHelp("A number that is not theirs any more.", valueName: "number"))
  var drop: [String] = []

  @Option(help: ArgumentHelp("Where the numbers came from.", valueName: "text"))
  var source: String?

  @Option(help: ArgumentHelp("Where letters go.", valueName: "address"))
  var email: String?

  @Option(help: ArgumentHelp("The language they speak best: de, en.", valueName: "code"))
  var language: String?

  @Option(
    help: ArgumentHelp("Their time zone, when it is not the customer's: Europe/Berlin.", valueName: "zone"))
  var zone: String?

  @Option(help: ArgumentHelp("When they are there, on their own clock: 9-17.", valueName: "hours"))
  var hours: String?

  @Option(help: ArgumentHelp("When they are best reached, in words.", valueName: "text"))
  var best: String?

  @Option(help: ArgumentHelp("Who is called first: 1 before 2; 0 takes the rank away.", valueName: "number"))
  var rank: Int?

  @Option(
    help: ArgumentHelp("Whether they may be called: reachable, left or do_not_call.", valueName: "standing"),
    transform: ContactStanding.init(option:))
  var standing: ContactStanding?

  func validate() throws {
    guard rank.map({ (0...99).contains($0) }) ?? true else {
      throw ValidationError("--rank takes a number from 0 to 99.")
    }
  }

  func run() throws {
    try recording.record(on: account, options) { picture, _ in try body(on: picture) }
  }

  private func body(on picture: AccountPicture) throws -> EntryBody {
    let former = try was.map { try known($0, picture) }
    do {
      var person = ProposedPerson(former, name: name ?? "")
      person.numbers = try TypedNumbers.read((phone + drop.map { "not \($0)" }).joined(separator: ";"))
      (person.role, person.source, person.language) = (role, source, language)
      (person.bestTime, person.rank, person.standing) = (best, rank, standing)
      person.email = try unlessEmpty(email, TypedReach.email)
      person.timeZone = try unlessEmpty(zone, TypedReach.zone)
      person.hours = try unlessEmpty(hours, TypedReach.hours)
      return try person.completed(for: picture)
    } catch let problem as TypingProblem {
      throw CallProblem(nil, problem.sentence)
    }
  }

  private func unlessEmpty(
    _ text: String?, _ read: (String) throws(TypingProblem) -> String
  ) throws(TypingProblem) -> String? {
    guard let text, !text.isEmpty else { return text }
    return try read(text)
  }

  /// Whoever is known by that name.
  private func known(_ name: String, _ picture: AccountPicture) throws -> Contact {
    if let contact = picture.contacts.first(where: { $0.name.lowercased() == name.lowercased() }) {
      return contact
    }
    let names = picture.contacts.map(\.title).joined(separator: ", ")
    throw CommandFailure(
      "Nothing was recorded. Nobody is called \(name) here; known are \(names.isEmpty ? "none" : names).",
      .badData)
  }
}

extension ContactStanding {
  /// A standing as the command line writes it. Throws a usage error that names them.
  init(option text: String) throws {
    let name = text.lowercased().split { $0 == "-" || $0 == "_" || $0 == " " }.joined(separator: "_")
    guard let standing = ContactStanding(rawValue: name) else {
      let known = ContactStanding.allCases.map(\.rawValue).joined(separator: ", ")
      throw ValidationError("“\(text)” is no standing; there are \(known).")
    }
    self = standing
  }
}
