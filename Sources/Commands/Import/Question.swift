import Glibc
import Receivables

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
