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
}
