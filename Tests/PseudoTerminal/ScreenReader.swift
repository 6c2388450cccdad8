internal import CNcursesW
import Glibc

/// Reads a program's output and does to a virtual screen what a terminal would.
struct ScreenReader {
  private enum State {
    case ground
    case escape
    case charset
    case control(String)
    case command(String)
  }

  var screen: VirtualScreen
  private var state = State.ground
  private var pending: [UInt8] = []
  private var lastPrinted: (scalar: Unicode.Scalar, width: Int)?

  init(columns: Int, rows: Int) {
    screen = VirtualScreen(columns: columns, rows: rows)
    setlocale(LC_CTYPE, "C.UTF-8")
  }

  mutating func read(_ bytes: some Sequence<UInt8>) {
    for byte in bytes {
      if pending.isEmpty && byte < 0x80 {
        take(Unicode.Scalar(byte))
        continue
      }
      pending.append(byte)
      guard pending.count == Self.length(pending[0]) else { continue }
      for scalar in String(decoding: pending, as: UTF8.self).unicodeScalars { take(scalar) }
      pending.removeAll()
    }
  }

  private static func length(_ lead: UInt8) -> Int {
    switch lead {
    case 0xC0..<0xE0: 2
    case 0xE0..<0xF0: 3
    case 0xF0...: 4
    default: 1
    }
  }

  private mutating func take(_ scalar: Unicode.Scalar) {
    switch state {
    case .ground: takeText(scalar)
    case .escape: takeEscape(scalar)
    case .charset: state = .ground
    case .control(let parameters):
      if (0x40...0x7E).contains(scalar.value) {
        state = .ground
        run(Character(scalar), parameters)
      } else {
        state = .control(parameters + String(scalar))
      }
    case .command(let text):
      if scalar == "\u{7}" || scalar == "\\" {
        state = .ground
        screen.commands.append(text)
      } else if scalar != "\u{1B}" {
        state = .command(text + String(scalar))
      }
    }
  }

  private mutating func takeText(_ scalar: Unicode.Scalar) {
    switch scalar.value {
    case 0x1B: state = .escape
    case 0x08: screen.move(column: screen.column - 1, row: screen.row)
    case 0x09: screen.move(column: (screen.column / 8 + 1) * 8, row: screen.row)
    case 0x0A: screen.lineFeed()
    case 0x0D: screen.move(column: 0, row: screen.row)
    case 0x07, 0x0E, 0x0F: break
    case ..<0x20, 0x7F..<0xA0: screen.strange.append("U+\(String(scalar.value, radix: 16))")
    default:
      let width = Int(wcwidth(wchar_t(bitPattern: scalar.value)))
      if width < 0 { screen.strange.append("U+\(String(scalar.value, radix: 16))") }
      lastPrinted = (scalar, max(width, 0))
      screen.print(scalar, width: max(width, 0))
    }
  }

  private mutating func takeEscape(_ scalar: Unicode.Scalar) {
    state = .ground
    switch scalar {
    case "[": state = .control("")
    case "]": state = .command("")
    case "(", ")": state = .charset
    case "7": screen.saved = (screen.column, screen.row, screen.style)
    case "8":
      screen.move(column: screen.saved.column, row: screen.saved.row)
      screen.style = screen.saved.style
    case "D": screen.lineFeed()
    case "M": screen.reverseLineFeed()
    case "=", ">", "\\": break
    default: screen.strange.append("ESC \(scalar)")
    }
  }

  private mutating func run(_ final: Character, _ parameters: String) {
    if parameters.hasPrefix("?") {
      setModes(final, parameters.dropFirst().split(separator: ";").compactMap { Int($0) })
      return
    }
    let numbers = parameters.split(separator: ";", omittingEmptySubsequences: false).map { Int($0) ?? 0 }
    if final == "b", let (scalar, width) = lastPrinted {
      for _ in 0..<max(numbers.first ?? 1, 1) { screen.print(scalar, width: width) }
    } else if !screen.run(final, numbers) {
      screen.strange.append("CSI \(parameters)\(final)")
    }
  }

  private mutating func setModes(_ final: Character, _ modes: [Int]) {
    for mode in modes {
      if mode == 1049 && screen.modes.contains(1049) != (final == "h") { screen.swapScreens() }
      if final == "h" { screen.modes.insert(mode) } else { screen.modes.remove(mode) }
    }
  }
}
