internal import CNcursesW
import TextScreen

/// Makes events of what ncurses reads. `read` answers what is there without waiting.
struct KeyDecoder {
  private static let escape: Unicode.Scalar = "\u{1B}"

  /// The next events, none if nothing was there or it meant nothing; `isEmpty` tells the two apart.
  mutating func decode(_ read: () -> RawKey?, paste: () -> String, mouse: () -> InputEvent?) -> Decoded {
    guard let raw = read() else { return Decoded(events: [], isEmpty: true) }
    switch raw {
    case .code(KeySequences.pasteStart): return Decoded(events: [.paste(paste())])
    case .code(KEY_MOUSE): return Decoded(events: mouse().map { [$0] } ?? [])
    case .code(let code): return Decoded(events: Self.key(code: code).map { [.key($0)] } ?? [])
    case .character(Self.escape): return Decoded(events: afterEscape(read))
    case .character(let scalar): return Decoded(events: Self.key(scalar).map { [.key($0)] } ?? [])
    }
  }

  /// What ncurses does not know after an escape is a key or an answer of the terminal that must not be taken for
  /// typing: it is read to its end and dropped.
  private func afterEscape(_ read: () -> RawKey?) -> [InputEvent] {
    guard let next = read() else { return [.key(.escape)] }
    switch next {
    case .character("["):
      while case .character(let scalar)? = read() {
        if (0x40...0x7E).contains(scalar.value) { break }
      }
      return []
    case .character("O"):
      _ = read()
      return []
    case .character("]"), .character("P"), .character("_"), .character("^"):
      while case .character(let scalar)? = read() {
        if scalar == "\u{7}" || scalar == "\\" { break }
      }
      return []
    case .character(let scalar):
      return [.key(.escape)] + (Self.key(scalar).map { [.key($0)] } ?? [])
    case .code(let code):
      return [.key(.escape)] + (Self.key(code: code).map { [.key($0)] } ?? [])
    }
  }

  /// The key of a character; nil for controls that no key of ours sends.
  static func key(_ scalar: Unicode.Scalar) -> Key? {
    switch scalar.value {
    case 0x09: .tab
    case 0x0A, 0x0D: .enter
    case 0x1B: .escape
    case 0x08, 0x7F: .backspace
    case 0x01...0x1A: Unicode.Scalar(scalar.value + 0x60).map { .control(Character($0)) }
    case ..<0x20, 0x80..<0xA0: nil
    default: .character(Character(scalar))
    }
  }

  /// The key of one of ncurses' codes; nil for keys that have no meaning here.
  static func key(code: Int32) -> Key? {
    switch code {
    case KEY_UP: .up
    case KEY_DOWN: .down
    case KEY_LEFT: .left
    case KEY_RIGHT: .right
    case KEY_HOME: .home
    case KEY_END: .end
    case KEY_PPAGE: .pageUp
    case KEY_NPAGE: .pageDown
    case KEY_IC: .insert
    case KEY_DC: .delete
    case KEY_BACKSPACE: .backspace
    case KEY_BTAB: .backTab
    case KEY_ENTER: .enter
    case KEY_F0 + 1...KEY_F0 + 12: .function(Int(code - KEY_F0))
    default: nil
    }
  }
}
