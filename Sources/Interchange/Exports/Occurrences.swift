/// How often something was met in a file, and where first.
public struct Occurrences: Hashable, Sendable {
  /// How often.
  public private(set) var count = 0
  /// The line of the first, from 1.
  private var line = 0
  /// What stands there, when anything does.
  private var text: String?

  mutating func add(line: Int, _ text: String?) {
    if count == 0 { (self.line, self.text) = (line, text) }
    count += 1
  }

  /// `"3, first \"banana\" on line 7"`.
  var told: String {
    let quoted = text.map { "\"\($0.prefix(60))\" " } ?? ""
    return "\(count), first \(quoted)on line \(line)"
  }
}
