// Measures what the product promises about speed and size, on a large book, in a terminal of its own. `make bench`
// runs it; BENCH_CUSTOMERS makes the book smaller or larger, and BENCH_KEEP leaves out the import.
import Foundation
import Glibc

let arguments = CommandLine.arguments
guard arguments.count == 3 else {
  print("usage: Bench PATH-OF-KEPT DIRECTORY-FOR-THE-BOOK")
  exit(64)
}
do {
  let wishes = ProcessInfo.processInfo.environment
  var book = LargeBook(kept: arguments[1], directory: arguments[2])
  if let customers = wishes["BENCH_CUSTOMERS"].flatMap({ Int($0) }) { book.customers = customers }
  var report = PaceReport(book: book)
  try report.run(importing: wishes["BENCH_KEEP"] == nil)
} catch {
  print("Nothing more was measured: \(error)")
  exit(EXIT_FAILURE)
}
