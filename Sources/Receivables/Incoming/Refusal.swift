/// Why a file, or a line of it, cannot be taken. Nothing of a refused file is stored.
public struct Refusal: Error, Hashable, Sendable {
  /// The line in the file, from 1; nil when it concerns the file as a whole.
  public var line: Int?
  /// The column's heading as the file spells it.
  public var column: String?
  /// What is wrong and what to do, as a sentence.
  public var reason: String

  /// A refusal.
  public init(line: Int? = nil, column: String? = nil, reason: String) {
    self.line = line
    self.column = column
    self.reason = reason
  }
}

extension Refusal: CustomStringConvertible {
  /// `"line 12, column \"Due Date\": …"`.
  public var description: String {
    switch (line, column) {
    case (let line?, let column?): "line \(line), column \"\(column)\": \(reason)"
    case (let line?, nil): "line \(line): \(reason)"
    case (nil, let column?): "column \"\(column)\": \(reason)"
    case (nil, nil): reason
    }
  }
}
