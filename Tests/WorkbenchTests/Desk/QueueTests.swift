import Receivables
import Testing
import TextScreen

@testable import Workbench

@Suite struct QueueTests {
  @Test func looks() throws {
    let bench = try DeskBench(Book.six())
    try Golden.check(bench.frame, "queue-80x24")
    let wide = try DeskBench(Book.six(), size: Size(columns: 132, rows: 43))
    try Golden.check(wide.frame, "queue-132x43")
  }
}
