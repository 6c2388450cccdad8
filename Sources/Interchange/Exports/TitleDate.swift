import Receivables

/// Finds the day of a snapshot in the title lines above the headings: "As at 31 March 2026".
enum TitleDate {
  /// The day after one of `words` in the first title that has one.
  static func find(in titles: [String], words: [String], order: DateOrder?) -> CalendarDay? {
    for title in titles {
      let parts = title.lowercased().split { $0 == " " || $0 == ":" }
      for word in words {
        let phrase = word.lowercased().split(separator: " ")
        guard let start = parts.indices.first(where: { parts[$0...].starts(with: phrase) }) else { continue }
        // What follows the date, such as a currency, is not ours to know.
        let rest = parts[(start + phrase.count)...]
        for length in stride(from: min(rest.count, 4), to: 0, by: -1) {
          let text = rest.prefix(length).joined(separator: " ")
          if let day = try? DateText.read(text, order: order) { return day }
        }
      }
    }
    return nil
  }
}
