extension VirtualScreen {
  /// Runs a control sequence and answers whether it is one that is known here.
  mutating func run(_ final: Character, _ numbers: [Int]) -> Bool {
    let count = max(numbers.first ?? 1, 1)
    switch final {
    case "A": move(column: column, row: row - count)
    case "B": move(column: column, row: row + count)
    case "C": move(column: column + count, row: row)
    case "D": move(column: column - count, row: row)
    case "G": move(column: count - 1, row: row)
    case "d": move(column: column, row: count - 1)
    case "H", "f": move(column: max(numbers.dropFirst().first ?? 1, 1) - 1, row: count - 1)
    case "I": move(column: (column / 8 + count) * 8, row: row)
    case "Z": move(column: (max(column - 1, 0) / 8 - count + 1) * 8, row: row)
    case "J": eraseScreen(numbers.first ?? 0)
    case "K": eraseLine(numbers.first ?? 0)
    case "X": erase(row: row, column..<column + count)
    case "@": insertCells(count)
    case "P": deleteCells(count)
    case "L" where region.contains(row): scroll(row..<region.upperBound, by: -count)
    case "M" where region.contains(row): scroll(row..<region.upperBound, by: count)
    case "S": scroll(region, by: count)
    case "T": scroll(region, by: -count)
    case "m": style.apply(numbers)
    case "r":
      region = count - 1..<min(max(numbers.dropFirst().first ?? rows, count), rows)
      move(column: 0, row: 0)
    case "l", "h", "t": break
    default: return false
    }
    return true
  }

  private mutating func eraseScreen(_ part: Int) {
    if part != 0 { for row in 0..<row { erase(row: row, 0..<columns) } }
    if part != 1 { for row in row + 1..<max(rows, row + 1) { erase(row: row, 0..<columns) } }
    eraseLine(part)
  }

  private mutating func eraseLine(_ part: Int) {
    switch part {
    case 0: erase(row: row, column..<columns)
    case 1: erase(row: row, 0..<column + 1)
    default: erase(row: row, 0..<columns)
    }
  }
}
