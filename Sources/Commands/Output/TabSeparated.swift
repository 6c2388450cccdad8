import TextScreen

/// Records with a tab between their cells and no quotes: a record is a line, a cell has neither tab nor line end. Made of
/// the CSV of the same records, so that both have the same columns, and the same care for spreadsheets.
enum TabSeparated {
  /// What `CSVWriter` wrote, with tabs. What moves the cursor, breaks a line or hides is written as a sign that shows it.
  static func text(ofCSV csv: String) -> String {
    var text = ""
    var (cell, isQuoted, wasQuote): ([UInt8], Bool, Bool) = ([], false, false)
    func end(_ separator: String) {
      text += clean(String(decoding: cell, as: UTF8.self)) + separator
      (cell, isQuoted, wasQuote) = ([], false, false)
    }
    for byte in csv.utf8 {
      switch byte {
      case UInt8(ascii: "\""):
        // Two of them inside are one.
        if isQuoted, wasQuote { cell.append(byte) }
        wasQuote = isQuoted && !wasQuote
        isQuoted = true
      case UInt8(ascii: ",") where !isQuoted || wasQuote: end("\t")
      case UInt8(ascii: "\n") where !isQuoted || wasQuote: end("\n")
      default: cell.append(byte)
      }
    }
    return text
  }

  /// A quotation mark at the start would have a spreadsheet look for the next one, past tabs and line ends.
  private static func clean(_ cell: String) -> String {
    let text = Sanitised.text(of: cell)
    return text.hasPrefix("\"") ? "'" + text : text
  }
}
