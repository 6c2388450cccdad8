/// Names one value of a TOML document: `calls.results[3].code`.
struct TOMLPath: Hashable, Sendable {
  /// One step down from a table or a list.
  enum Step: Hashable, Sendable {
    /// Into a table.
    case key(String)
    /// Into a list, from 0.
    case index(Int)
  }

  /// From the document's root.
  var steps: [Step] = []

  /// The value of `key` in the table that this path names.
  func key(_ key: String) -> TOMLPath { TOMLPath(steps: steps + [.key(key)]) }

  /// The element at `index` of the list that this path names.
  func index(_ index: Int) -> TOMLPath { TOMLPath(steps: steps + [.index(index)]) }

  /// The table or list that holds the value; nil for the root.
  var parent: TOMLPath? { steps.isEmpty ? nil : TOMLPath(steps: Array(steps.dropLast())) }
}
