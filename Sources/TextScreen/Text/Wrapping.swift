/// Breaks text into lines at blanks, or within a word that is wider than a line.
public enum Wrapping {
  /// The sanitised lines of a text, each at most `width` cells: `lines(of: "kept his promise", width: 8)` is
  /// `["kept his", "promise"]`. An empty text is one empty line.
  public static func lines(of text: String, width: Int) -> [String] {
    let characters = Array(text)
    return ranges(of: characters, width: width).map { Sanitised.text(of: String(characters[$0])) }
  }

  /// The same lines as ranges of characters; the blank or line break at a break belongs to no line.
  static func ranges(of characters: [Character], width: Int) -> [Range<Int>] {
    let widths = characters.map { DisplayWidth.of($0) }
    var lines: [Range<Int>] = []
    var start = 0
    var used = 0
    var blank: Int?
    for (index, character) in characters.enumerated() {
      if character.isNewline {
        lines.append(start..<index)
        (start, used, blank) = (index + 1, 0, nil)
        continue
      }
      let cells = widths[index]
      if used + cells > max(width, 1) && start < index {
        let end = character == " " ? index : blank ?? index
        lines.append(start..<end)
        start = character == " " || blank != nil ? end + 1 : end
        (used, blank) = (0, nil)
        for earlier in start..<max(index, start) { used += widths[earlier] }
        if character == " " { continue }
      }
      if character == " " { blank = index }
      used += cells
    }
    lines.append(min(start, characters.count)..<characters.count)
    return lines
  }
}
