/// Breaks text into lines at blanks, or within a word that is wider than a line. Amounts, percents and dates stay whole:
/// no line ends at a blank between a digit and another digit, a capital or `%`, as in `1 179.08 GBP`, `27 Nov` and `25 %`,
/// or between a weekday or a month and a digit, as in `Fri 27` and `Nov 2026`.
public enum Wrapping {
  /// What matters of a character here.
  private struct Piece {
    var cells = 1
    var isBlank = false
    var isBreak = false
  }

  /// The sanitised lines of a text, each at most `width` cells: `lines(of: "kept his promise", width: 8)` is
  /// `["kept his", "promise"]`. An empty text is one empty line.
  public static func lines(of text: String, width: Int) -> [String] {
    let plain = Sanitised.plain(text) { bytes in
      let starts = bytes.indices.filter { bytes[$0].startsScalar }
      guard starts.count > width else { return [text] }
      let pieces = starts.indices.map { place in
        Piece(
          isBlank: bytes[starts[place]] == 0x20 && !holds(place, in: starts.count) { bytes[starts[$0]] })
      }
      let ends = starts + [bytes.count]
      return ranges(of: pieces, width: width).map {
        String(decoding: bytes[ends[$0.lowerBound]..<ends[$0.upperBound]], as: UTF8.self)
      }
    }
    if let plain { return plain }
    let characters = Array(text)
    return ranges(of: characters, width: width).map { Sanitised.text(of: String(characters[$0])) }
  }

  /// The same lines as ranges of characters; the blank or line break at a break belongs to no line.
  static func ranges(of characters: [Character], width: Int) -> [Range<Int>] {
    let pieces = characters.indices.map { place in
      let character = characters[place]
      return Piece(
        cells: DisplayWidth.of(character),
        isBlank: character == " " && !holds(place, in: characters.count) { characters[$0].asciiValue },
        isBreak: character.isNewline)
    }
    return ranges(of: pieces, width: width)
  }

  /// Whether the blank there holds together what stands before and after it.
  private static func holds(_ blank: Int, in count: Int, _ ascii: (Int) -> UInt8?) -> Bool {
    guard blank > 0, blank + 1 < count, let before = ascii(blank - 1), let after = ascii(blank + 1) else {
      return false
    }
    let isDigit = (0x30...0x39).contains(after)
    if (0x30...0x39).contains(before) { return isDigit || (0x41...0x5A).contains(after) || after == 0x25 }
    guard isDigit else { return false }
    var start = blank
    while start > 0, blank - start < 10, let letter = ascii(start - 1), isLetter(letter) { start -= 1 }
    return namesInDates.contains(String(decoding: (start..<blank).compactMap(ascii), as: UTF8.self))
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }

  private static let namesInDates: Set<String> = {
    let days = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
    let months = [
      "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
      "November",
      "December",
    ]
    let names = days + months
    return Set(names + names.map { String($0.prefix(3)) })
  }()

  private static func ranges(of pieces: [Piece], width: Int) -> [Range<Int>] {
    var lines: [Range<Int>] = []
    var start = 0
    var used = 0
    var blank: Int?
    for (index, piece) in pieces.enumerated() {
      if piece.isBreak {
        lines.append(start..<index)
        (start, used, blank) = (index + 1, 0, nil)
        continue
      }
      if used + piece.cells > max(width, 1) && start < index {
        let end = piece.isBlank ? index : blank ?? index
        lines.append(start..<end)
        start = piece.isBlank || blank != nil ? end + 1 : end
        (used, blank) = (0, nil)
        for earlier in start..<max(index, start) { used += pieces[earlier].cells }
        if piece.isBlank { continue }
      }
      if piece.isBlank { blank = index }
      used += piece.cells
    }
    lines.append(min(start, pieces.count)..<pieces.count)
    return lines
  }
}
