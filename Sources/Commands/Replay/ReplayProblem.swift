/// Why a replay script cannot be read.
struct ReplayProblem: Error, CustomStringConvertible {
  var line: Int
  var sentence: String

  var description: String { "Line \(line) of the replay script: \(sentence)" }
}
