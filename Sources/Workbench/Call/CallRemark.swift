import TextScreen

/// A labelled sentence below the form: what will happen, what to say, what to doubt.
struct CallRemark: Hashable {
  var label: String
  var text: String
  var role: Role = .normal
}

extension Frame {
  /// Draws remarks wrapped below each other, as many lines of them as there is room for.
  mutating func put(_ remarks: [CallRemark], in area: Rectangle, indent: Int) {
    var row = area.origin.row
    for remark in remarks {
      let lines = Wrapping.lines(of: remark.text, width: area.size.columns - indent)
      for (index, line) in lines.enumerated() where row < area.rows.upperBound {
        if index == 0 {
          put(
            remark.label, at: Position(column: area.origin.column, row: row), width: indent - 1,
            role: .heading)
        }
        put(
          line, at: Position(column: area.origin.column + indent, row: row),
          width: area.size.columns - indent, role: remark.role)
        row += 1
      }
    }
  }
}
