import Receivables

/// Why a form cannot be saved, and the field to mend if it is one of them.
struct FieldProblem: Error, Hashable, Sendable {
  var field: FormField?
  var sentence: String

  init(_ field: FormField?, _ sentence: String) {
    self.field = field
    self.sentence = sentence
  }

  /// What the rules object to, said of the form's own field.
  init(_ problem: CallProblem) { self.init(problem.field.map { FormField($0) }, problem.sentence) }

  /// What cannot be read in a field.
  init(_ field: FormField, _ problem: TypingProblem) { self.init(field, problem.sentence) }
}
