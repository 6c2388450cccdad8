/// Where a field's bytes lie in the text.
struct RecordField {
  /// What has to be done before the bytes can be used.
  enum Quoting: UInt8 {
    /// Nothing.
    case none
    /// Two quotes stand for one: `say ""when""`.
    case doubled
    /// Text follows the closing quote: `"Smith" & Sons`. The field begins at its opening quote.
    case partial
  }

  /// First byte; surrounding quotes and spaces are left out.
  var start: Int
  /// Behind the last byte.
  var end: Int
  var quoting = Quoting.none

  var isEmpty: Bool { start == end }
}
