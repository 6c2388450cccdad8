/// Text in lines of a fixed width, with words in it that say what follows.
///
/// Banks break such texts wherever a line is full, also within a word or a number. A full line goes on without a space;
/// a shorter one lost the space at its end.
struct TaggedText {
  /// All lines as one.
  private(set) var text: [Unicode.Scalar] = []
  /// Where lines begin in it.
  private var starts: Set<Int> = []

  /// Joins lines of at most `width` characters.
  init(_ lines: [String], width: Int) {
    var isFull = true
    for line in lines {
      let scalars = Array(line.unicodeScalars)
      if !isFull, text.last != " ", scalars.first != " " { text.append(" ") }
      starts.insert(text.count)
      text += scalars
      isFull = scalars.count >= width
    }
  }

  /// The text as one line; nil for nothing.
  var line: String? { Self.string(text[...]).oneLine }

  /// The values behind tags of SEPA, `EREF+` to the next one, and what stands before the first as `""`.
  ///
  /// A tag stands at the beginning of a line or behind a space; it may itself be broken over two lines.
  var sepa: [String: String] {
    values { place in
      guard place + 5 <= text.count, text[place + 4] == "+" else { return nil }
      let isAtStart =
        place == 0 || text[place - 1] == " " || (place...(place + 4)).contains { starts.contains($0) }
      let tag = Self.string(text[place..<(place + 4)])
      return isAtStart && Self.sepaTags.contains(tag) ? (tag, 5) : nil
    }
  }

  /// The values behind tags between slashes, `/EREF/` to the next one, and what stands before the first as `""`.
  var slashed: [String: String] {
    values { place in
      guard text[place] == "/" else { return nil }
      guard let end = text[(place + 1)...].prefix(5).firstIndex(of: "/") else { return nil }
      let tag = Self.string(text[(place + 1)..<end])
      return Self.slashTags.contains(tag) ? (tag, end - place + 1) : nil
    }
  }

  /// Whether it is written with tags between slashes.
  var isSlashed: Bool {
    guard text.first == "/" else { return false }
    return slashed.keys.contains { !$0.isEmpty }
  }

  /// Cuts the text where `tag` finds one; of a tag that comes twice both values stand together.
  private func values(
    _ tag: (Int) -> (name: String, length: Int)?
  ) -> [String: String] {
    var values: [String: String] = [:]
    var name = ""
    var start = 0
    var place = 0
    func close(_ end: Int) {
      guard let value = Self.string(text[start..<end]).oneLine else { return }
      values[name] = values[name].map { "\($0) \(value)" } ?? value
    }
    while place < text.count {
      guard let found = tag(place) else {
        place += 1
        continue
      }
      close(place)
      name = found.name
      // The slash that ends a tag may begin the next one: "/ORDP//NAME/".
      place += found.length
      start = place
    }
    close(text.count)
    return values
  }

  private static func string(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    String(String.UnicodeScalarView(scalars))
  }

  /// Deutsche Kreditwirtschaft, DFÜ-Abkommen, annex 3, on field 86.
  private static let sepaTags: Set<String> = [
    "EREF", "KREF", "MREF", "BREF", "RREF", "CRED", "DEBT", "COAM", "OAMT", "SVWZ", "ABWA", "ABWE", "IBAN",
    "PURP",
  ]

  /// Those of the banks of the Netherlands and of SWIFT's own guide.
  private static let slashTags: Set<String> = [
    "TRTP", "TRCD", "IBAN", "BIC", "NAME", "REMI", "EREF", "MARF", "CSID", "ORDP", "BENM", "ULTD", "ULTB",
    "ULTC", "ADDR", "ISDT", "CNTP", "PREF", "RTRN", "PURP", "ID", "SVCL", "OCMT", "CHGS", "EXCH", "CHGA",
    "ACCW", "IREF", "CREF", "INIT",
  ]
}
