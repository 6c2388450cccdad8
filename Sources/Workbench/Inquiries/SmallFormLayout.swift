import Receivables
import TextScreen

/// Where the parts of a small form stand: a box of two rows for each field, the second for how it is understood, and
/// below them what will come of it.
struct SmallFormLayout {
  private let box: Rectangle
  /// The column of what is typed.
  private let column: Int
  /// The width of what is typed.
  let width: Int
  private let fields: [FormField]
  /// Lines about what will come of it.
  private let outlook: [String]

  init(_ form: Form, outlook sentences: [String], rows: Int, in size: Size) {
    fields = form.fields
    let columns = min(76, size.columns)
    let room = max(size.rows - fields.count * 2 - 6, 0)
    outlook = Array(sentences.flatMap { Wrapping.lines(of: $0, width: columns - 4) }.prefix(room))
    let below = max(outlook.count, min(rows, room))
    box = .centred(Size(columns: columns, rows: fields.count * 2 + below + 3), in: size)
    let titles = (fields.map { DisplayWidth.of($0.title) }.max() ?? 0) + 1
    column = box.inside.origin.column + titles
    width = box.inside.size.columns - titles
  }

  /// The field whose two rows a cell is in.
  func field(at position: Position) -> DraftName? {
    let row = position.row - box.inside.origin.row
    guard box.inside.contains(position), row >= 0, fields.indices.contains(row / 2) else { return nil }
    return fields[row / 2].name
  }

  /// Draws the form over what shows.
  func draw(_ form: Form, title: String, _ answers: FormAnswers, into frame: inout Frame) {
    frame.putBox(box, title: title)
    let inside = box.inside
    let commands = answers.sitting.commands
    for (index, field) in fields.enumerated() {
      let row = inside.origin.row + index * 2
      frame.put(
        field.title, at: Position(column: inside.origin.column, row: row),
        width: column - inside.origin.column, role: .overlay)
      let reading = form.reading(field, answers)
      frame.put(field, of: form, at: Position(column: column, row: row), width: width, preset: reading.preset)
      let text = way(of: field, form, commands) + reading.text(commands)
      // A text that is still being typed may well mean nothing yet, so it is said without alarm.
      let isWrong = reading.kind == .problem && (field.name != form.focus || form.isRefused)
      frame.put(
        text, at: Position(column: column, row: row + 1),
        width: isWrong ? min(DisplayWidth.of(text), width) : width, role: isWrong ? .failure : .overlay)
    }
    for (index, line) in outlook.enumerated() {
      let place = Position(column: inside.origin.column, row: inside.origin.row + fields.count * 2 + index)
      frame.put(line, at: place, width: inside.size.columns, role: .overlay)
    }
    let below = Position(column: inside.origin.column, row: inside.rows.upperBound - 1)
    frame.put(footer(form, commands), at: below, width: inside.size.columns, role: .overlay)
  }

  /// Which of a few values is chosen, and how to choose another.
  private func way(of field: FormField, _ form: Form, _ commands: CommandTable) -> String {
    let values = field.values
    guard values.count > 1, let place = values.firstIndex(where: { $0.value == form.text(field.name) })
    else { return "" }
    let keys = [Command.previousValue, .nextValue].map { commands.name(of: $0, in: .choice) }
    return "\(place + 1) of \(values.count), \(keys.joined(separator: " ")) chooses · "
  }

  private func footer(_ form: Form, _ commands: CommandTable) -> String {
    let save = commands.name(of: .save, in: .form)
    let next = form.isOnLastField ? " or \(commands.name(of: .nextField, in: .form))" : ""
    let lists = form.focused?.list == nil ? "" : " · \(commands.name(of: .pick, in: .form)) lists"
    return "\(save)\(next) saves · \(commands.name(of: .back, in: .form)) leaves, a draft is kept\(lists)"
  }
}
