import Glibc
import Interchange
import Receivables
import TextScreen

/// Asks for each column that a file needs and whose name says nothing.
struct ColumnQuestions {
  let heading: Heading
  let text: ExportText
  let names: ColumnNames

  /// A layout with the answers; `base` as it was when nothing had to be asked. Throws `CommandFailure`.
  func ask(startingFrom base: Layout?, file: String) throws -> Layout? {
    var layout = base ?? Layout(of: heading, file: file)
    var columns = try ColumnMap(heading, names: names, layout: base)
    var hasAnswers = false
    for role in Self.asked where columns[role] == nil {
      if role == .customerName, columns[.accountNumber] != nil { continue }
      guard let name = try column(for: role, among: columns.unused) else { continue }
      layout.columns[role] = name
      hasAnswers = true
      columns = try ColumnMap(heading, names: names, layout: layout)
    }
    return hasAnswers ? layout : base
  }

  private static let asked: [ColumnRole] = [
    .accountNumber, .customerName, .documentNumber, .issued, .due, .amount, .balance, .settled, .currency,
  ]

  private func column(for role: ColumnRole, among unused: [String]) throws(CommandFailure) -> String? {
    guard !unused.isEmpty else { return nil }
    let choices = unused.enumerated().map { offset, name in
      let samples = heading.names.firstIndex(of: name).map { heading.samples(of: $0, in: text) } ?? []
      return Sanitised.text(of: "  \(offset + 1)  \(name): \(samples.joined(separator: ", "))")
    }
    while true {
      let answer = try Question.ask(
        "Which column is the \(role.title)? Enter for none.\n" + choices.joined(separator: "\n"))
      if answer.isEmpty { return nil }
      if let number = Int(answer), unused.indices.contains(number - 1) { return unused[number - 1] }
      if let name = unused.first(where: { HeadingName($0) == HeadingName(answer) }) { return name }
    }
  }
}

/// Asks a person on the terminal, beside the output.
enum Question {
  /// Whether there is a person to ask.
  static var canAsk: Bool { isatty(STDIN_FILENO) == 1 && isatty(STDERR_FILENO) == 1 }

  /// The answer to `prompt`, without blanks around it. Throws `CommandFailure` when nobody answers.
  static func ask(_ prompt: String) throws(CommandFailure) -> String {
    StandardOutput.say(prompt)
    guard let line = readLine() else {
      throw CommandFailure("Nothing was stored: the question was not answered.", .badData)
    }
    return String(line.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
  }

  /// Whether the answer is yes.
  static func agrees(_ prompt: String) throws(CommandFailure) -> Bool {
    ["y", "yes"].contains(try ask(prompt + " [y/N]").lowercased())
  }

  /// Which of the two days `example` means.
  static func dateOrder(of example: String, in file: String) throws(CommandFailure) -> DateOrder {
    let readings = DateOrder.allCases.compactMap { order in
      (try? DateText.read(example, order: order)).map { (order, $0.long) }
    }
    let choices = readings.enumerated().map { "  \($0.offset + 1)  \($0.element.1)" }.joined(separator: "\n")
    while true {
      let answer = try ask("Dates of \(file) can be read in several ways. What is \(example)?\n\(choices)")
      if let number = Int(answer), readings.indices.contains(number - 1) { return readings[number - 1].0 }
    }
  }
}
