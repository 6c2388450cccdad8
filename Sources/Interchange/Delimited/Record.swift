/// One record of a delimited text: a line, or several when a quoted field holds line ends.
struct Record {
  /// The line on which it begins, from 1.
  var line = 1
  var fields: [RecordField] = []

  /// An empty line, or one of spaces.
  var isBlank: Bool { fields.count == 1 && fields[0].isEmpty }

  /// Whether anything stands behind the last of `count` columns.
  func overruns(_ count: Int) -> Bool {
    fields.count > count && fields[count...].contains { !$0.isEmpty }
  }
}
