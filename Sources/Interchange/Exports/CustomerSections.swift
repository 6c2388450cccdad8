/// Customers that stand alone above their lines, and their parts above those: jobs, sites. Two customers may each have a "Main
/// site", which is called `Alder:Main site` then.
///
/// A part stands directly below its customer, or follows the total of another part.
struct CustomerSections {
  private var names: [String] = []
  private var endedPart = false
  /// Names that have a total somewhere in the file: others have no parts.
  private let totalled: Set<String>
  /// Whether lines came since a name stood alone.
  var hasLines = false

  /// With what follows the words of totals in the file, folded.
  init(totalled: Set<String> = []) { self.totalled = totalled }

  /// Whose the lines are that come now; nil where no name stands above them.
  var name: String? { names.isEmpty ? nil : names.joined(separator: ":") }

  /// A name stands alone.
  mutating func begin(_ name: String) {
    let isPart = !names.isEmpty && (!hasLines || endedPart) && (names.last.map(hasTotal) ?? false)
    if isPart, name == (names.last ?? "") + " - Other" {
      // What a customer owes beside its parts.
      (hasLines, endedPart) = (false, false)
      return
    }
    // Some reports write the whole name themselves.
    if isPart, !name.hasPrefix(names.joined(separator: ":") + ":") {
      names.append(name)
    } else {
      names = [name]
    }
    (hasLines, endedPart) = (false, false)
  }

  private func hasTotal(_ name: String) -> Bool {
    let folded = HeadingName(name).folded
    return totalled.contains {
      $0 == folded || $0.hasPrefix(folded) && $0.contains("sub") || $0.hasSuffix(folded)
    }
  }

  /// A line of a document.
  mutating func line() { (hasLines, endedPart) = (true, false) }

  /// A total stands there: `"Total Main site"` ends that part.
  mutating func end(_ label: String) {
    let label = HeadingName(label).folded
    guard let last = names.last, label.contains(HeadingName(last).folded) else { return }
    endedPart = names.count > 1
    // What follows the total of a customer is of another one, but has no name yet.
    if endedPart { names.removeLast() } else { hasLines = true }
  }
}
