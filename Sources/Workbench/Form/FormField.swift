import Receivables
import TextScreen

/// One field of a form: what it is called, how it is typed or chosen, and how what it holds is understood. The call
/// form and the small forms are made of these and of nothing else.
struct FormField: Sendable {
  /// What it is called in drafts, whatever its title is.
  let name: DraftName
  /// What stands before it.
  let title: String
  /// How it is filled in.
  let entry: Entry
  /// What to say when it is empty and must not be; nil for one that may be.
  let missing: String?
  /// Values to pick from a list instead of typing; nil for a field without a list.
  let list: (@Sendable (FormAnswers) -> [Choice<FormTexts>])?
  /// How what it holds is understood, what holds when it is empty, or what is wrong.
  let explain: @Sendable (FormAnswers) -> LineReading

  /// How a field is filled in.
  enum Entry: Hashable, Sendable {
    /// One line of so many characters at most.
    case line(limit: Int)
    /// Lines of text.
    case note
    /// One of a few values, at first that one or the first; the keys only go from one to the next.
    case chosen([Choice<String>], at: String?)
  }

  init(
    _ name: DraftName, _ title: String, _ entry: Entry = .line(limit: 500), missing: String? = nil,
    list: (@Sendable (FormAnswers) -> [Choice<FormTexts>])? = nil,
    explain: @escaping @Sendable (FormAnswers) -> LineReading
  ) {
    self.name = name
    self.title = title
    self.entry = entry
    self.missing = missing
    self.list = list
    self.explain = explain
  }

  /// The values that it is one of; none for a field that is typed.
  var values: [Choice<String>] { if case .chosen(let values, _) = entry { values } else { [] } }

  /// What it holds at first.
  var start: String {
    guard case .chosen(let values, let value) = entry else { return "" }
    return (values.first { $0.value == value } ?? values.first)?.value ?? ""
  }

  /// Whether it is typed.
  var isTyped: Bool { if case .chosen = entry { false } else { true } }

  /// Whether keys can change it.
  var isOpen: Bool { isTyped || values.count > 1 }
}

/// Texts by the names of the fields that hold them.
typealias FormTexts = [DraftName: String]

/// What the fields of a form hold, and the account and sitting that it is read against.
struct FormAnswers: Sendable {
  let picture: AccountPicture
  let sitting: Sitting
  let texts: FormTexts

  /// The days on which the customer is there.
  var calendar: BusinessCalendar { sitting.policy.applied(to: picture.file).calendar }

  /// What a form holds. It is read on the day of the picture, which for a correction is that of the corrected entry.
  init(picture: AccountPicture, sitting: Sitting, texts: FormTexts) {
    self.picture = picture
    var sitting = sitting
    sitting.today = picture.asOf
    self.sitting = sitting
    self.texts = texts
  }

  /// What a field holds, without blanks around it; empty for nothing.
  func text(_ name: DraftName) -> String { texts[name]?.trimmed ?? "" }

  /// What a field means. Throws the problem at the field.
  subscript<Value>(_ asked: Asked<Value>) -> Value {
    get throws(FormProblem) {
      let text = text(asked.field.name)
      if text.isEmpty, let missing = asked.field.missing {
        throw FormProblem(sentence: missing, field: asked.field.name)
      }
      do {
        return try asked.read(text, self)
      } catch {
        throw FormProblem(sentence: error.sentence, field: asked.field.name)
      }
    }
  }
}

/// A field whose text stands for a value: the field explains exactly what is then recorded.
struct Asked<Value>: Sendable {
  let field: FormField
  /// What a text means; the empty one too, unless the field must be filled in.
  let read: @Sendable (String, FormAnswers) throws(TypingProblem) -> Value

  /// A field that shows `preset` and says `hint` while it is empty, and how it is understood as soon as it is not.
  init(
    _ name: DraftName, _ title: String, _ entry: FormField.Entry = .line(limit: 500), missing: String? = nil,
    list: (@Sendable (FormAnswers) -> [Choice<FormTexts>])? = nil,
    preset: @escaping @Sendable (FormAnswers) -> String? = { _ in nil },
    hint: @escaping @Sendable (FormAnswers) -> String,
    read: @escaping @Sendable (String, FormAnswers) throws(TypingProblem) -> Value,
    explain: @escaping @Sendable (Value, FormAnswers) -> String?
  ) {
    self.read = read
    field = FormField(name, title, entry, missing: missing, list: list) { answers in
      let text = answers.text(name)
      guard !text.isEmpty else { return .standing(hint(answers), preset: preset(answers)) }
      do throws(TypingProblem) {
        let value = try read(text, answers)
        return explain(value, answers).map { .understood($0) } ?? .standing(hint(answers))
      } catch {
        return LineReading(error)
      }
    }
  }
}

/// Why a form cannot be opened or saved.
struct FormProblem: Error, Hashable, Sendable, CustomStringConvertible {
  var sentence: String
  /// The field to mend, when it is one.
  var field: DraftName?
  /// Whether the list of what the field takes would help.
  var asksForList = false

  /// The sentence, so that no text shows how the problem is made.
  var description: String { sentence }
}

extension FormProblem {
  /// What the rules object to in a call, at its field.
  init(_ problem: LineProblem) {
    self.init(
      sentence: problem.sentence, field: problem.field?.name, asksForList: problem.asksForList)
  }
}
