import Foundation

/// How the work grows with the book: the same measures on books of ten times as many invoices each, beside SQLite's shell.
struct Growth {
  let kept: String
  let directory: String
  let peers: Peers
  /// Customers, each with about ten invoices.
  let sizes: [Int]

  func run() {
    print(
      "\n"
        + [
          "customers", "import s", "beside .import", "MB", "again s", "frame ms", "row key ms", "account ms",
          "save ms",
        ]
        .map(Self.cell).joined())
    for size in sizes {
      do { try line(of: LargeBook(kept: kept, directory: directory, customers: size)) } catch {
        print(Self.cell(String(size)) + "not measured: \(error)")
      }
    }
  }

  private func line(of book: LargeBook) throws {
    try book.prepare()
    let plain = try ImportWork(book: book, peers: peers).plainImport()
    let (first, again) = (try book.importAll(), try book.importAgain())
    let screen = (columns: 120, rows: 40)
    let frames = try (0..<10).map { _ in try book.pace(screen).firstFrame() }
    let keys = try book.pace(screen).keys(["j"], times: 60)
    let accounts = try book.pace(screen).keys(["\r", "\u{1B}[24~"], times: 40)
    let saves = try book.pace(screen).keys(["c", "n"], times: 40)
    let values: [(Double, Int)] = [
      (first.processor, 2), (first.processor / plain.processor, 2), (first.memory, 0), (again.processor, 2),
      (BenchTable.Value(frames).median, 1), (BenchTable.Value(keys.times).median, 2),
      (BenchTable.Value(accounts.times).median, 2), (BenchTable.Value(saves.times).median, 2),
    ]
    print(
      Self.cell(String(book.customers)) + values.map { Self.cell(BenchTable.rounded($0.0, $0.1)) }.joined())
    fflush(nil)
    // A book of a million customers takes as much of the disk as all others together.
    for suffix in ["", "-wal", "-shm", "-gate"] {
      try? FileManager.default.removeItem(atPath: book.path + suffix)
    }
  }

  private static func cell(_ text: String) -> String {
    text + String(repeating: " ", count: max(16 - text.count, 1))
  }
}
