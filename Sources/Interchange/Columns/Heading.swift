import Receivables

/// Where an export's headings stand, and what stood above them.
public struct Heading: Hashable, Sendable {
  /// The line of the headings, from 1.
  public let line: Int
  /// The headings as the file spells them.
  public let names: [String]
  /// The title lines above, cells joined by a space.
  public let titles: [String]
  /// Between two fields: comma, semicolon, tab or bar.
  public let delimiter: Character
  /// Where the rows begin.
  let bodyStart: Int
  let bodyLine: Int

  /// Names the headings, in their order, in 16 hexadecimal digits: under this a mapping is remembered.
  public var digest: String {
    var digest = TextDigest()
    for name in names {
      digest.add(HeadingName(name).folded)
      digest.add(0)
    }
    return digest.text
  }
}

/// A column's heading as it is compared: letters and digits only, in lower case, `#` read as "number".
///
/// `HeadingName("*Contact Name").folded == HeadingName("contact_name").folded`.
public struct HeadingName: Sendable {
  /// As written.
  public let text: String
  /// The form that is compared.
  public let folded: String

  /// Folds a heading as an export spells it.
  public init(_ heading: String) {
    var folded = ""
    for scalar in heading.unicodeScalars {
      if scalar == "#" {
        folded += "number"
      } else if scalar == "%" {
        folded += "percent"
      } else if scalar.isASCII {
        // The words in a column are compared like headings, one for every row of a file.
        if let letter = Self.folded(UInt8(ascii: scalar)) { folded.unicodeScalars.append(letter) }
      } else if scalar == "º" || scalar == "ª" {
        continue
      } else if scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
        folded += scalar.properties.lowercaseMapping
      }
    }
    self.folded = folded
    text = heading
  }

  private static func folded(_ ascii: UInt8) -> Unicode.Scalar? {
    switch ascii {
    case 0x30...0x39, 0x61...0x7A: Unicode.Scalar(ascii)
    case 0x41...0x5A: Unicode.Scalar(ascii + 0x20)
    default: nil
    }
  }
}

extension HeadingName: Hashable {
  /// The same heading, however it is written.
  public static func == (left: HeadingName, right: HeadingName) -> Bool { left.folded == right.folded }

  /// By the form that is compared.
  public func hash(into hasher: inout Hasher) { hasher.combine(folded) }
}

extension Heading {
  /// Up to `limit` different values of the column at `index`, for people who have to say what it holds.
  public func samples(of index: Int, in text: ExportText, limit: Int = 3) -> [String] {
    var scanner = RecordScanner(self, text)
    var record = Record()
    var samples: [String] = []
    var rows = 0
    while samples.count < limit, rows < 200, (try? scanner.next(&record)) == true {
      rows += 1
      guard index < record.fields.count, !record.fields[index].isEmpty else { continue }
      let value = String(scanner.string(record.fields[index]).prefix(40))
      if !samples.contains(value) { samples.append(value) }
    }
    return samples
  }

  /// The first lines below it, cell by cell as they stand in the file, for whoever compares columns.
  public func rows(in text: ExportText, limit: Int = 200) -> [[String]] {
    var scanner = RecordScanner(self, text)
    var record = Record()
    var rows: [[String]] = []
    while rows.count < limit, (try? scanner.next(&record)) == true {
      rows.append(record.fields.map { String(scanner.string($0).prefix(40)) })
    }
    return rows
  }
}
