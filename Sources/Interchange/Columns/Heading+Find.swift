public import Receivables

extension Heading {
  /// The headings of `text`: the line that names most roles, or the first that looks like headings. Throws
  /// `Refusal` when the text has no columns.
  public static func find(in text: ExportText, names: ColumnNames, layouts: [Layout]) throws(Refusal)
    -> Heading
  {
    try HeadingSearch(text: text, names: names, layouts: layouts).heading()
  }

  /// The one of `layouts` that fits these headings, the most demanding first.
  public func layout(among layouts: [Layout]) -> Layout? {
    let folded = names.map { HeadingName($0) }
    return layouts.filter { $0.fits(folded) }.max { $0.headings.count < $1.headings.count }
  }
}
