import TextScreen

/// One line typed into the message row: a search, a path.
struct Prompt: Overlay {
  private let purpose: DeskChoice
  private let label: String
  private let hint: String
  private var field: TextField

  /// Asks what to search for.
  static func search(_ text: String) -> Prompt {
    Prompt(
      purpose: .search, label: "/", hint: "name, number, phone, invoice or note", field: TextField(text))
  }

  /// Asks which file to import.
  static var path: Prompt {
    Prompt(
      purpose: .importFile, label: "Import file: ", hint: "a path, such as invoices.csv",
      field: TextField(limit: 1000))
  }

  mutating func type(_ key: Key, _ sitting: inout Sitting) -> OverlayTurn {
    switch key {
    case .escape, .function(12), .function(3): return .close
    case .enter: return .chosen(purpose: purpose.rawValue, value: field.text)
    case .backspace where field.isEmpty: return .close
    default:
      _ = field.handle(key)
      return .stay
    }
  }

  mutating func paste(_ text: String, _ sitting: inout Sitting) -> OverlayTurn {
    field.insert(text)
    return .stay
  }

  func draw(into frame: inout Frame, _ sitting: Sitting) {
    let row = sitting.messageRow
    frame.fill(row: row, role: .message)
    let start = frame.put(label, at: Position(column: 0, row: row), role: .message)
    let width = field.isEmpty ? 4 : frame.size.columns - start
    frame.put(field, at: Position(column: start, row: row), width: width, focused: true)
    if field.isEmpty { frame.put(hint, at: Position(column: start + width + 1, row: row), role: .dim) }
  }
}
