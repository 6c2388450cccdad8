/// What a command found, in every form in which it can be written.
protocol Listing {
  /// One header line, then one line a record.
  func csv() throws -> String
  /// For programs.
  func json() throws -> JSONValue
  /// For people.
  func text() throws -> String
}

extension Listing {
  /// Writes it to the standard output.
  func write(as format: OutputFormat) throws {
    switch format {
    case .text: try StandardOutput.write(text())
    case .csv: try StandardOutput.write(csv())
    case .json: try StandardOutput.write(json().text)
    }
  }
}
