/// How often something was met in a file, and where.
public struct Occurrences: Hashable, Sendable {
  /// More lines are not kept.
  private static let limit = 10

  /// How often.
  public private(set) var count = 0
  /// The lines of the first, from 1.
  private var lines: [Int] = []
  private var column: String?
  private var what: String?

  /// None yet.
  public init() {}

  /// Counts another one on `line`, in the column of that heading. `what` describes it; only that of the first line is
  /// kept. They may come in any order.
  public mutating func add(line: Int, column: String? = nil, _ what: String? = nil) {
    count += 1
    let place = lines.lastIndex { $0 <= line }.map { $0 + 1 } ?? 0
    if place == 0 { (self.column, self.what) = (column, what) }
    guard place < Self.limit, place == 0 || lines[place - 1] != line else { return }
    lines.insert(line, at: place)
    if lines.count > Self.limit { lines.removeLast() }
  }

  /// For people: `"3, first \"banana\" on line 7, column \"Terms\", then on lines 9 and 12"`.
  public var told: String {
    guard let first = lines.first else { return "\(count)" }
    let place = "on line \(first)" + (column.map { ", column \"\($0)\"" } ?? "")
    let rest = lines.dropFirst().map(String.init)
    let others =
      switch rest.count {
      case 0: ""
      case 1 where count == 2: ", then on line \(rest[0])"
      case 1...: ", then on lines \(rest.joined(separator: ", "))\(count > lines.count ? " …" : "")"
      default: ""
      }
    return "\(count), first \(what.map { $0 + " " } ?? "")\(place)\(others)"
  }
}
