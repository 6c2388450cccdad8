internal import CNcursesW
public import TextScreen

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
