import Receivables

/// Why a form cannot be saved, and the field to mend if it is one of them.
struct FieldProblem: Error, Hashable, Sendable, CustomStringConvertible {
  var field: FormField?
  var sentence: String

  /// Whether a list of what the field takes would help.
  var asksForList = false

  /// The sentence, and the key that lists what the field takes: only the form has keys.
  var sentenceWithKey: String { asksForList ? "\(sentence) F4 lists what there is." : sentence }

  /// The sentence, so that no text shows how the problem is made.
  var description: String { sentence }

  init(_ field: FormField?, _ sentence: String, asksForList: Bool = false) {
    self.field = field
    self.sentence = sentence
    self.asksForList = asksForList
  }

  /// What the rules object to, said of the form's own field.
  init(_ problem: CallProblem) { self.init(problem.field.map { FormField($0) }, problem.sentence) }

  /// What cannot be read in a field.
  init(_ field: FormField, _ problem: TypingProblem) {
    self.init(field, problem.sentence, asksForList: problem.asksForList)
  }
}
