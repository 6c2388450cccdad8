import TextScreen

/// How far long work has come.
struct ProgressBox: Hashable, Sendable {
  var what: String
  var percent: Int

  func draw(into frame: inout Frame) {
    let box = Rectangle.centred(Size(columns: 60, rows: 4), in: frame.size)
    frame.putBox(box, title: "Working")
    let inside = box.inside
    frame.put(what, at: inside.origin, width: inside.size.columns, role: .overlay)
    let done = min(max(percent, 0), 100)
    let meter = Meter([Meter.Part(Int64(done), "█", .overlay), Meter.Part(Int64(100 - done), "░", .overlay)])
    let below = Position(column: inside.origin.column, row: inside.origin.row + 1)
    frame.put(meter, at: below, width: inside.size.columns - 6)
    frame.put(
      "\(done) %", at: Position(column: inside.columns.upperBound - 5, row: below.row), width: 5,
      role: .overlay,
      align: .trailing)
    frame.cursor = inside.origin
  }
}
