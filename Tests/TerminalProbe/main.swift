import Glibc
import Terminal
import TextScreen

// Shows what the terminal reports, and leaves in every way there is.

do {
  let session = try TerminalSession(theme: .dark)
  var events: [String] = session.notice.map { [$0] } ?? []
  var isRunning = true
  while isRunning {
    if !session.hasPendingInput { session.paint(picture(of: events, size: session.size)) }
    let event = session.next(timeout: .seconds(60))
    events.append(event.map { "\($0)".replacing("TextScreen.", with: "") } ?? "silence")
    switch event {
    case .key(.character("q")), .hangUp, nil: isRunning = false
    case .key(.character("t")): trap(events.count)
    case .key(.character("o")): print(overflow(events.count))
    case .key(.character("x")): exit(3)
    case .key(.character("e")): _ = "held words\n".withCString { write(STDERR_FILENO, $0, strlen($0)) }
    case .key(.character("w")): session.wear(.mono)
    case .key(.character("r")): session.runOutside { print("outside", terminator: "\n") }
    case .key(.character("y")): events.append("copied \(session.copy("promise kept"))")
    case .key(.character("Y")): events.append("copied \(session.copy(String(repeating: "x", count: 80_000)))")
    default: break
    }
  }
  session.close()
  print("left after", events.last ?? "")
} catch {
  print(error)
  exit(69)
}

func picture(of events: [String], size: Size) -> Frame {
  var frame = Frame(size: size)
  frame.put("東京 PAID\rOWED \(size.columns)x\(size.rows)", at: Position(column: 0, row: 0), role: .title)
  frame.put("selected", at: Position(column: 0, row: 1), width: size.columns, role: .selected)
  for (offset, event) in events.suffix(max(size.rows - 3, 0)).enumerated() {
    frame.put(event, at: Position(column: 0, row: offset + 2))
  }
  frame.put(
    "\(events.count)", at: Position(column: 0, row: size.rows - 1), width: size.columns, align: .trailing)
  frame.cursor = Position(column: 5, row: 1)
  return frame
}

func trap(_ index: Int) { print([0][index]) }

func overflow(_ depth: Int) -> Int { depth < 0 ? 0 : overflow(depth + 1) &+ depth }
