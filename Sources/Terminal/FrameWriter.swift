import Glibc
import TextScreen

/// Writes what a terminal has to be sent so that it shows another frame: the cells that differ, and nothing else.
struct FrameWriter {
  private let words: ScreenWords
  private var looks: RoleLooks
  /// Columns and rows of the terminal that a frame has.
  private var extent = Size(columns: 0, rows: 0)
  private var bytes: [UInt8] = []
  /// Whose look the terminal writes in.
  private var role = Role.normal
  /// Where it writes next; nil when that is not sure.
  private var place: Position?

  init(_ words: ScreenWords, _ looks: RoleLooks) {
    self.words = words
    self.looks = looks
  }

  /// What makes a terminal of `size` that shows `old` show `new`, or one that may show anything, where there is no `old`
  /// of the same size. The look is the ordinary one before and after. `old` becomes `new` in its own memory, so that
  /// neither frame is copied as a whole while keys come fast. They differ in no other rows than `rows`, if there are any.
  mutating func update(_ old: inout Frame?, to new: Frame, rows: [Int]? = nil, on size: Size) -> [UInt8] {
    extent = Size(
      columns: min(new.size.columns, size.columns), rows: min(new.size.rows, size.rows))
    bytes.removeAll(keepingCapacity: true)
    place = old.map { within($0.cursor) }
    var rows = rows
    if old?.size != new.size { (old, place, rows) = (cleared(new.size), nil, nil) }
    if let rows {
      for row in rows where row < extent.rows { show(row, of: new, over: &old) }
    } else {
      for row in 0..<extent.rows { show(row, of: new, over: &old) }
    }
    wear(.normal)
    move(to: within(new.cursor))
    if old == nil { old = new }
    old?.cursor = new.cursor
    return bytes
  }

  private mutating func show(_ row: Int, of new: Frame, over old: inout Frame?) {
    if write(new, row, from: old) { old?.take(row: row, of: new) }
  }

  /// Writes what differs in a row, and answers whether anything does.
  private mutating func write(_ new: Frame, _ row: Int, from old: Frame?) -> Bool {
    let cells = row * new.size.columns..<row * new.size.columns + extent.columns
    return new.cells.withUnsafeBufferPointer { new in
      guard let old else {
        write(cells, of: new, row, from: cells.lowerBound)
        return true
      }
      return old.cells.withUnsafeBufferPointer { write(RowChanges($0, new, cells), of: new, row) }
    }
  }

  /// A frame as the terminal shows it once it is cleared; nil where it cannot be.
  private mutating func cleared(_ size: Size) -> Frame? {
    guard let clear = words.clear else { return nil }
    bytes += clear
    return Frame(size: size)
  }

  private func within(_ position: Position) -> Position {
    Position(
      column: min(max(position.column, 0), extent.columns - 1),
      row: min(max(position.row, 0), extent.rows - 1)
    )
  }
}

/// Cells.
extension FrameWriter {
  private mutating func write(_ changes: RowChanges, of cells: UnsafeBufferPointer<Cell>, _ row: Int)
    -> Bool
  {
    let first = changes.row.lowerBound
    var changes = changes
    guard var run = changes.next() else { return false }
    let text = Self.textEnd(cells, changes.row)
    while true {
      let blanks = run.upperBound - max(run.lowerBound, text)
      if let clearToEnd = words.clearToEnd, blanks > clearToEnd.count + 1 {
        write(run.lowerBound..<max(run.lowerBound, text), of: cells, row, from: first)
        wear(.normal)
        move(to: Position(column: max(run.lowerBound, text) - first, row: row))
        bytes += clearToEnd
        return true
      }
      write(run, of: cells, row, from: first)
      guard let next = changes.next() else { return true }
      run = next
    }
  }

  /// Where nothing but ordinary blanks are left of a row.
  private static func textEnd(_ cells: UnsafeBufferPointer<Cell>, _ row: Range<Int>) -> Int {
    var end = row.upperBound
    while end > row.lowerBound, cells[end - 1] == .blank() { end -= 1 }
    return end
  }

  private mutating func write(
    _ run: Range<Int>, of cells: UnsafeBufferPointer<Cell>, _ row: Int, from first: Int
  ) {
    for index in run {
      let cell = cells[index]
      let width = cell.glyph.width
      guard width > 0 else { continue }
      let position = Position(column: index - first, row: row)
      if words.wrapsAtOnce, row == extent.rows - 1, position.column + width >= extent.columns { continue }
      move(to: position)
      if !cell.glyph.isBlank || !looks.haveTheSameBlank(cell.role, role) { wear(cell.role) }
      // Half a wide character cannot be shown.
      let isWhole = position.column + width <= extent.columns
      if isWhole { cell.glyph.write(to: &bytes) } else { bytes.append(0x20) }
      // What is not sure to be one cell wide on every terminal does not shift what comes after it, and at the end of a row
      // a terminal may stand in either of two.
      let isSure = cell.glyph.isSingle && position.column + 1 < extent.columns
      place = isSure ? Position(column: position.column + 1, row: row) : nil
    }
  }

  private mutating func move(to position: Position) {
    guard place != position else { return }
    if !words.placesInAnyLook { wear(.normal) }
    words.place(position, in: &bytes)
    place = position
  }

  private mutating func wear(_ new: Role) {
    guard role != new else { return }
    looks.change(from: role, to: new, in: &bytes)
    role = new
  }
}

extension Glyph {
  fileprivate var isBlank: Bool { isASCII && values.0 == 0x20 }

  /// Whether it is a single character in a single cell.
  fileprivate var isSingle: Bool { width == 1 && values.1 == 0 }

  /// Adds its characters as UTF-8.
  fileprivate func write(to bytes: inout [UInt8]) {
    if isASCII { return bytes.append(UInt8(truncatingIfNeeded: values.0)) }
    bytes += text.utf8
  }
}
