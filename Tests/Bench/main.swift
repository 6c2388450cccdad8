// Measures what the product promises about speed and size, on a book of 100 000 customers, in a terminal of its own.
// `make bench` runs it; BENCH_CUSTOMERS makes the book smaller or larger.
import Glibc

do {
  let customers = getenv("BENCH_CUSTOMERS").flatMap { Int(String(cString: $0)) } ?? 100_000
  let book = try BigBook(customers: customers, directory: ".build/bench")
  print("book         \(customers) customers, \(try book.lineCount) invoices and credit notes")

  let (time, plain) = (try book.importTime(), try book.plainImportTime())
  print("import       \(Samples.seconds(time)), \(Samples.ratio(time, plain)) times sqlite3 .import")

  let desk = DeskTimes(book: book)
  print("first frame  \(Samples(try desk.firstFrames(20)))")
  print("row key      \(Samples(try desk.rowKeys(500)))")
  print("binary       \(try book.programSize / 1_000_000) MB before stripping")
} catch {
  print("Nothing more was measured; this \(error)")
  exit(EXIT_FAILURE)
}
