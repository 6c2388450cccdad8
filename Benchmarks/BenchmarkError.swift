/// Why something could not be measured.
struct BenchmarkError: Error, CustomStringConvertible {
  let sentence: String
  var description: String { sentence }
}
