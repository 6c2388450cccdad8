/// What did not work, so that nothing was measured.
struct BenchFailure: Error, CustomStringConvertible {
  let description: String

  init(_ what: String) { description = "did not work: \(what)" }
}
