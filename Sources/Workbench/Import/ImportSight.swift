/// What a file would do to the book, before it is taken: what it was taken for, what nobody knows of it, and what would come
/// of it. Nothing is stored for it.
public struct ImportSight: Hashable, Sendable {
  /// Where the file lies.
  public var path: String
  /// What was said of it so far.
  public var answers: ImportAnswers
  /// What it was taken for and why, a sentence a line: `"It is read as \"Xero invoices\"."`
  public var found: [String] = []
  /// What only a person can say; the file is taken when all is said.
  public var questions: [ImportQuestion] = []
  /// What was said of files of this form, now or earlier, each with what can be said instead.
  public var said: [ImportQuestion] = []
  /// Why it cannot be taken whatever is said: sentences.
  public var refusals: [String] = []
  /// What it would add and change: sentences.
  public var counts: [String] = []
  /// What a person should know, its own totals first: sentences.
  public var notes: [String] = []
  /// Its columns.
  public var columns: [ImportColumn] = []
  /// The first documents as they would be, cells in their order: customer, kind, number, dates, amount, open.
  public var rows: [[String]] = []
  /// What would be different in the book, the first of it.
  public var differences: [String] = []
  /// How many more differences there are.
  public var moreDifferences = 0

  /// Nothing is known of it yet.
  public init(path: String, answers: ImportAnswers) { (self.path, self.answers) = (path, answers) }

  /// Whether it can be taken as it stands.
  public var canBeTaken: Bool { questions.isEmpty && refusals.isEmpty }

  /// The name of the file without its folder.
  public var name: String { path.split(separator: "/").last.map(String.init) ?? path }
}

/// A column of a file and what it is read as.
public struct ImportColumn: Hashable, Sendable {
  /// As the file spells it.
  public var heading: String
  /// What it tells: `"due date"`; nil when nobody reads it.
  public var role: String?
  /// The first values.
  public var samples: [String]
  /// What else it could be read as.
  public var choices: [ImportQuestion.Choice]

  /// A column.
  public init(heading: String, role: String?, samples: [String], choices: [ImportQuestion.Choice]) {
    (self.heading, self.role, self.samples, self.choices) = (heading, role, samples, choices)
  }
}

/// Something that a file does not say and nobody guesses.
public struct ImportQuestion: Hashable, Sendable {
  /// What can be answered.
  public struct Choice: Hashable, Sendable {
    /// What a person reads.
    public var title: String
    /// What it says.
    public var answer: ImportAnswer

    /// A choice.
    public init(_ title: String, _ answer: ImportAnswer) { (self.title, self.answer) = (title, answer) }
  }

  /// A sentence with what depends on it.
  public var text: String
  /// What can be answered, the most likely first.
  public var choices: [Choice]
  /// The word whose meaning can be typed instead, where it is one of payment terms.
  public var term: String?

  /// A question.
  public init(_ text: String, _ choices: [Choice], term: String? = nil) {
    (self.text, self.choices, self.term) = (text, choices, term)
  }
}

/// What somebody says of a file.
public indirect enum ImportAnswer: Hashable, Sendable {
  /// What a word of a column means, by its key: `"credit_note"`, `"net 30"`.
  case word(String, means: String)
  /// A column that is not read.
  case ignore(String)
  /// The column that plays a role, by the role's key.
  case column(String, role: String)
  /// That no column plays a role, by the role's key.
  case untold(role: String)
  /// Several of these at once.
  case all([ImportAnswer])
  /// That its columns are asked for one by one.
  case oneByOne
  /// The order of its dates: `"dmy"`.
  case dateOrder(String)
  /// The currency of amounts that name none, by its code.
  case currency(String)
  /// That it closes or renames as many as it does.
  case agree
}

/// All that somebody said of a file.
public struct ImportAnswers: Hashable, Sendable {
  /// What words mean, by their text.
  public private(set) var words: [String: String] = [:]
  /// Columns that are not read.
  public private(set) var ignored: [String] = []
  /// The column of each role, by the role's key.
  public private(set) var columns: [String: String] = [:]
  /// Roles that no column plays, by their keys.
  public private(set) var untold: [String] = []
  /// Whether columns are asked for one by one, since they are not what was proposed.
  public private(set) var isOneByOne = false
  /// The order of its dates.
  public private(set) var dateOrder: String?
  /// The currency of amounts that name none.
  public private(set) var currency: String?
  /// Whether it may close or rename as many as it does.
  public private(set) var agrees = false

  /// Nothing was said.
  public init() {}

  /// Adds an answer; the last word on a thing holds.
  public mutating func add(_ answer: ImportAnswer) {
    switch answer {
    case .word(let text, let meaning): words[text] = meaning
    case .ignore(let heading):
      columns = columns.filter { $0.value != heading }
      if !ignored.contains(heading) { ignored.append(heading) }
    case .column(let heading, let role):
      ignored.removeAll { $0 == heading }
      columns = columns.filter { $0.value != heading }
      columns[role] = heading
    case .untold(let role): untold.append(role)
    case .all(let answers): for answer in answers { add(answer) }
    case .oneByOne: isOneByOne = true
    case .dateOrder(let order): dateOrder = order
    case .currency(let code): currency = code
    case .agree: agrees = true
    }
  }
}
