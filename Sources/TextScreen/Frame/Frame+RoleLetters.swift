extension Frame {
  /// The rows with a letter for each cell's role, "." for normal: what a golden shows beside `lines()`.
  public func roleLetters() -> [String] {
    (0..<size.rows).map { row in
      String(cells[row * size.columns..<(row + 1) * size.columns].map(\.role.letter))
    }
  }
}

extension Role {
  fileprivate var letter: Character {
    switch self {
    case .normal: "."
    case .title: "T"
    case .heading: "H"
    case .selected: "S"
    case .dim: "d"
    case .good: "g"
    case .warning: "w"
    case .bad: "b"
    case .accent: "a"
    case .key: "K"
    case .keyLabel: "k"
    case .field: "f"
    case .focusedField: "F"
    case .message: "m"
    case .failure: "!"
    case .overlay: "o"
    }
  }
}
