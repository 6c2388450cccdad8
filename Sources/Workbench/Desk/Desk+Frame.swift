public import TextScreen

extension Desk {
  /// What shows now.
  public func frame() -> Frame {
    var frame = Frame(size: sitting.size)
    guard !sitting.isTooSmall else {
      TooSmall.draw(into: &frame)
      return frame
    }
    let screen = screens.top
    frame.cursor = sitting.body.origin
    TitleRow(screen.title(sitting)).draw(into: &frame, sitting)
    screen.draw(into: &frame, in: sitting.body, sitting)
    frame.put(keyBar, row: sitting.keyBarRow)
    message?.draw(into: &frame, lastRow: sitting.messageRow)
    overlay?.draw(into: &frame, sitting)
    progress?.draw(into: &frame)
    return frame
  }

  var keyBar: KeyBar {
    // Nothing else is taken before long work is over.
    guard progress == nil else { return KeyBar([KeyBar.Entry(.escape, "Stop")]) }
    let screen = screens.top
    return KeyBar(
      ([.help] + screen.keyBar).compactMap { command in
        keymap.keys(for: command, in: screen.scope).first.map { KeyBar.Entry($0, command.title) }
      })
  }
}
