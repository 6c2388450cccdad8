import Glibc
import Interchange
import Receivables
import TextScreen
import Workbench

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

  /// What somebody answers to a question on a file; nil for nothing. Throws `CommandFailure` when nobody is there.
  static func answer(to question: ImportQuestion) throws(CommandFailure) -> ImportAnswer? {
    let choices = question.choices.enumerated().map {
      Sanitised.text(of: "  \($0.offset + 1)  \($0.element.title)")
    }
    let hint = question.term == nil ? "" : "\n  or terms such as net 30"
    while true {
      let typed = try ask(
        Sanitised.text(of: question.text) + "\n" + choices.joined(separator: "\n") + hint)
      if typed.isEmpty {
        return question.choices.last { if case .untold = $0.answer { true } else { false } }?.answer
      }
      if let number = Int(typed), question.choices.indices.contains(number - 1) {
        return question.choices[number - 1].answer
      }
      if let term = question.term, WordMeaning(key: typed) != nil { return .word(term, means: typed) }
      let begun = question.choices.filter { $0.title.lowercased().hasPrefix(typed.lowercased()) }
      if let first = begun.first { return first.answer }
    }
  }
}
