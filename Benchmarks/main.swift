// Measures what the product promises about speed and size, on a large book, in a terminal of its own, beside programs
// that do the like. `make bench` runs it; BENCH_CUSTOMERS makes the book smaller or larger, BENCH_KEEP leaves out the
// import, and BENCH_GROWTH="1000 10000 100000 1000000" measures some of it on books of so many customers each.
import Foundation

let arguments = CommandLine.arguments
guard arguments.count == 3 else {
  print("usage: Bench PATH-OF-KEPT DIRECTORY-FOR-THE-BOOK")
  exit(64)
}
do {
  let wishes = ProcessInfo.processInfo.environment
  let peers = Peers(in: arguments[2] + "/peers")
  func book(_ customers: Int) -> LargeBook {
    LargeBook(kept: arguments[1], directory: arguments[2], customers: customers)
  }
  var large = book(wishes["BENCH_CUSTOMERS"].flatMap { Int($0) } ?? 100_000)
  let small = book(300)
  if let sizes = wishes["BENCH_GROWTH"] {
    print("\(ProcessInfo.processInfo.processorCount) processors, load \(load())")
    Growth(
      kept: arguments[1], directory: arguments[2], peers: peers,
      sizes: sizes.split(separator: " ").compactMap { Int($0) }
    ).run()
    exit(EXIT_SUCCESS)
  }
  for book in [large, small] { try book.prepare() }
  print("\(large.customers) customers, \(ProcessInfo.processInfo.processorCount) processors, load \(load())")
  BenchTable.head()
  if wishes["BENCH_KEEP"] == nil || !large.isThere {
    try ImportWork(book: large, peers: peers).run()
  } else {
    // The last run left a book that is at that day.
    large.day = LargeBook.tuesday
  }
  _ = try small.importAll()
  _ = try large.run(["queue"])
  try StartWork(book: large, small: small, peers: peers).run()
  KeyWork(book: large, peers: peers).run()
  ReportWork(book: large, peers: peers).run()
  print("load at the end \(load())")
} catch {
  print("Nothing more was measured: \(error)")
  exit(EXIT_FAILURE)
}

func load() -> String {
  var loads = [0.0, 0.0, 0.0]
  getloadavg(&loads, 3)
  return loads.map { BenchTable.rounded($0, 1) }.joined(separator: " ")
}
