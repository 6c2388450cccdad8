/// Customers that stand alone above their lines, and their parts above those: jobs, sites. Two customers may each have a "Main
/// site", which is called `Alder:Main site` then.
///
/// A part stands directly below its customer, or follows the total of another part.
struct CustomerSections {
  private var names: [String] = []
  private var endedPart = false
  /// Whether lines came since a name stood alone.
  var hasLines = false

  /// Whose the lines are that come now; nil where no name stands above them.
  var name: String? { names.isEmpty ? nil : names.joined(separator: ":") }

  /// A name stands alone.
  mutating func begin(_ name: String) {
    let isPart = !names.isEmpty && (!hasLines || endedPart)
    // Some reports write the whole name themselves.
    if isPart, !name.hasPrefix(names.joined(separator: ":") + ":") {
      names.append(name)
    } else {
      names = [name]
    }
    (hasLines, endedPart) = (false, false)
  }

  /// A total stands there: `"Total Main site"` ends that part.
  mutating func end(_ label: String) {
    let label = HeadingName(label).folded
    guard let last = names.last, label.contains(HeadingName(last).folded) else { return }
    endedPart = names.count > 1
    // What follows the total of a customer is of another one, but has no name yet.
    if endedPart { names.removeLast() } else { hasLines = true }
  }
}
