import DemoCompany
import Glibc

extension DemoBook {
  /// Writes the company's exports as CSV files into a directory, which is made when it is missing. Throws
  /// `CommandFailure`.
  func export(to directory: String) throws(CommandFailure) {
    mkdir(directory, 0o755)
    try write("\(directory)/customers.csv", company.writeCustomers)
    try write("\(directory)/invoices.csv", company.writeInvoices)
    try write("\(directory)/payments.csv", company.writePayments)
  }

  private func write(_ path: String, _ produce: ((String) -> Void) -> Void) throws(CommandFailure) {
    guard let file = fopen(path, "we") else { throw unwritable(path) }
    produce { fputs($0, file) }
    let failed = ferror(file) != 0
    guard fclose(file) == 0, !failed else { throw unwritable(path) }
  }

  private func unwritable(_ path: String) -> CommandFailure {
    CommandFailure("Could not write \(path): \(String(cString: strerror(errno))).", .inputOutput)
  }
}
