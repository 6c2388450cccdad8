internal import CNcursesW
import FoundationEssentials
import Glibc
public import TextScreen

extension TerminalSession {
  /// Shows a frame. What differs from the frame before is painted, and of that ncurses sends what differs from what is
  /// on the screen. The cells of `left` stay as they are.
  public func paint(_ frame: consuming Frame, leaving left: Rectangle? = nil) {
    let window = kept_window()
    let size = self.size
    // It was handed over, so that to keep a part of the last one copies no other cell.
    var frame = frame
    if let left, let shown { frame.keep(left, of: shown) }
    let columns = min(frame.size.columns, size.columns)
    let known = shown?.size == frame.size ? shown : nil
    if known == nil { werase(window) }
    var run: [cchar_t] = []
    run.reserveCapacity(columns)
    for row in 0..<min(frame.size.rows, size.rows) {
      let first = row * frame.size.columns
      let all = first..<first + columns
      guard let changed = known.map({ Self.changes(in: all, from: $0, to: frame) }) ?? all else { continue }
      paint(frame.cells[changed], row: row, column: changed.lowerBound - first, &run)
    }
    wmove(
      window, Int32(min(max(frame.cursor.row, 0), size.rows - 1)),
      Int32(min(max(frame.cursor.column, 0), size.columns - 1)))
    wnoutrefresh(window)
    if isendwin() {
      // The terminal was lent: ncurses sets its modes again, which only the terminal itself has.
      doupdate()
    } else {
      screen.relay.inOnePiece { _ = doupdate() }
    }
    shown = frame
  }

  /// From the first to the last cell that differs, without half of a wide character; nil when none does.
  private static func changes(in cells: Range<Int>, from old: Frame, to new: Frame) -> Range<Int>? {
    old.cells.withUnsafeBufferPointer { old in
      new.cells.withUnsafeBufferPointer { new in
        var first = cells.lowerBound
        // Most cells were copied from the same place, and what is equal byte by byte needs no closer look.
        while first + chunk <= cells.upperBound, isSame(old, new, first) { first += chunk }
        while first < cells.upperBound, old[first] == new[first] { first += 1 }
        guard first < cells.upperBound else { return nil }
        var last = cells.upperBound - 1
        while last - chunk > first, isSame(old, new, last + 1 - chunk) { last -= chunk }
        while old[last] == new[last] { last -= 1 }
        if new[first].glyph.width == 0, first > cells.lowerBound { first -= 1 }
        if new[last].glyph.width == 2, last + 1 < cells.upperBound { last += 1 }
        return first..<last + 1
      }
    }
  }

  /// Cells that are compared at once.
  private static let chunk = 16

  private static func isSame(
    _ old: UnsafeBufferPointer<Cell>, _ new: UnsafeBufferPointer<Cell>, _ place: Int
  ) -> Bool {
    guard let old = old.baseAddress, let new = new.baseAddress else { return false }
    return memcmp(old + place, new + place, chunk * MemoryLayout<Cell>.stride) == 0
  }

  /// What is not ASCII ends a run, so that the next one starts in its own column even if this system's tables give a
  /// character another width.
  private func paint(_ cells: ArraySlice<Cell>, row: Int, column: Int, _ run: inout [cchar_t]) {
    var start = cells.startIndex
    for place in cells.indices {
      let cell = cells[place]
      if cell.glyph.width > 0 { run.append(palette.character(cell)) }
      guard !cell.glyph.isASCII || place + 1 == cells.endIndex else { continue }
      wmove(kept_window(), Int32(row), Int32(column + start - cells.startIndex))
      wadd_wchnstr(kept_window(), run, Int32(run.count))
      run.removeAll(keepingCapacity: true)
      start = place + 1
    }
  }
}

extension TerminalSession {
  /// Wears another theme from the next frame on. `NO_COLOR` and terminals without colours stay mono.
  public func wear(_ theme: Theme) {
    palette = Palette(theme: theme)
    repaint()
  }

  /// Sends every cell of the next frame, whatever the terminal is thought to show.
  public func repaint() {
    shown = nil
    clearok(kept_window(), true)
  }
}

extension TerminalSession {
  private static let mostCopied = 74_000

  /// Rings the terminal's bell, or flashes the screen where it is set up so.
  public func ring() { TerminalOutput.write("\u{7}") }

  /// Asks the terminal to put a text on the clipboard (OSC 52), also over ssh. Answers false for a text that is longer
  /// than terminals take, 74,000 bytes; whether the terminal allows it cannot be known.
  public func copy(_ text: String) -> Bool {
    guard text.utf8.count <= Self.mostCopied else { return false }
    TerminalOutput.write("\u{1B}]52;c;" + Data(text.utf8).base64EncodedString() + "\u{7}")
    return true
  }
}

/// The attributes and colour pair of every role on this terminal.
struct Palette {
  /// A blank of each role.
  private var blanks = Array(repeating: cchar_t(), count: Role.allCases.count)

  /// Gives each role a colour pair, as many colours as the terminal has.
  init(theme: Theme) {
    let forbidden = getenv("NO_COLOR").map { $0.pointee != 0 } ?? false
    let hasColours = !forbidden && has_colors() && start_color() == OK
    let hasDefaults = hasColours && use_default_colors() == OK
    let theme = hasColours ? theme : .mono
    for (place, role) in Role.allCases.enumerated() {
      let look = theme[role]
      var pair: Int16 = 0
      if hasColours, look.foreground != nil || look.background != nil {
        let foreground = Self.number(look.foreground) ?? (hasDefaults ? -1 : 7)
        let background = Self.number(look.background) ?? (hasDefaults ? -1 : 0)
        if init_pair(Int16(place + 1), foreground, background) == OK { pair = Int16(place + 1) }
      }
      setcchar(&blanks[Int(role.rawValue)], [0x20, 0], Self.attributes(look), pair, nil)
    }
  }

  /// The cell as ncurses stores it.
  func character(_ cell: Cell) -> cchar_t {
    var character = blanks[Int(cell.role.rawValue)]
    let values = cell.glyph.values
    character.chars = (
      wchar_t(values.0), wchar_t(values.1), wchar_t(values.2), wchar_t(values.3), wchar_t(values.4)
    )
    return character
  }

  private static func attributes(_ look: Look) -> attr_t {
    var attributes: attr_t = 0
    if look.bold { attributes |= kept_bold }
    if look.reverse { attributes |= kept_reverse }
    if look.underline { attributes |= kept_underline }
    if look.dim { attributes |= kept_dim }
    return attributes
  }

  private static func number(_ colour: Colour?) -> Int16? {
    colour?.number(of: Int(kept_colours())).map { Int16($0) }
  }
}
