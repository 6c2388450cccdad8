internal import CNcursesW
import FoundationEssentials
import Glibc
public import TextScreen

extension TerminalSession {
  /// Shows a frame: sends what differs from the frame before, in one piece. Who knows in which rows alone it may differ
  /// names them.
  public func paint(_ frame: Frame, rows: [Int]? = nil) {
    TerminalOutput.write(writer.update(&shown, to: frame, rows: rows, on: size))
  }
}

extension TerminalSession {
  /// Wears another theme from the next frame on. `NO_COLOR` and terminals without colours stay mono.
  public func wear(_ theme: Theme) {
    writer = FrameWriter(ScreenWords(), Palette(theme: theme).looks)
    repaint()
  }

  /// Sends every cell of the next frame, whatever the terminal is thought to show.
  public func repaint() { shown = nil }
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
