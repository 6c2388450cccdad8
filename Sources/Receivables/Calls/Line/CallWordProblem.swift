/// Why one call of a line was not understood.
struct CallWordProblem: Error {
  let word: String?
  let sentence: String

  init(_ word: String?, _ sentence: String) {
    self.word = word
    self.sentence = sentence
  }
}
