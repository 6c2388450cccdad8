import ArgumentParser
import Glibc
import Ledger
import Receivables
import Settings
import Testing

@testable import Commands

/// A book of its own for one test, filled by the import command.
final class ImportedBook {
  let ledger: LedgerFile
  private let directory: String
  private var written: Set<String> = []

  init() throws {
    var template = Array("/tmp/kept-import-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { throw CommandFailure("no directory", .inputOutput) }
    directory = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
    ledger = try LedgerFile(path: directory + "/book.kept", policy: try PolicyFile.shipped())
  }

  deinit {
    for suffix in ["", "-wal", "-shm", "-gate"] { unlink(directory + "/book.kept" + suffix) }
    for path in written { unlink(path) }
    rmdir(directory)
  }

  func take(
    _ path: String, _ arguments: [String] = [], on day: String = "2026-11-20"
  ) throws -> ImportOutcome {
    try take([path], arguments, on: day)[0]
  }

  /// Several files together.
  func take(
    _ paths: [String], _ arguments: [String] = [], on day: String = "2026-11-20"
  ) throws -> [ImportOutcome] {
    let command = try ImportCommand.parse(paths + arguments)
    let day = try #require(CalendarDay(iso: day))
    try ledger.work(
      on: day, wall: day, signed: Signature(at: Instant(milliseconds: 0), actor: "ann", host: "desk"))
    return try FileIntake(
      wishes: command.wishes { _, _ in true }, ledger: ledger, policy: ledger.policy, today: day
    ).outcomes(of: paths)
  }

  /// Minor units billed, by currency.
  func billed() throws -> [String: Int64] {
    var sums: [String: Int64] = [:]
    try ledger.forEachAccount { file in
      for invoice in file.invoices {
        sums[invoice.original.currency.code, default: 0] += invoice.original.minor
      }
      return true
    }
    return sums
  }

  /// What is open, by currency: how many invoices and credits, and what they come to, minor units.
  func open() throws -> [String: (invoiceCount: Int, invoices: Int64, creditCount: Int, credits: Int64)] {
    var sums: [String: (invoiceCount: Int, invoices: Int64, creditCount: Int, credits: Int64)] = [:]
    try ledger.forEachAccount { file in
      for invoice in file.invoices {
        let paid = file.applications.filter { $0.invoice == invoice.id }.map(\.amount).reduce(0, +)
        guard invoice.original.minor != paid else { continue }
        sums[invoice.original.currency.code, default: (0, 0, 0, 0)].invoiceCount += 1
        sums[invoice.original.currency.code]?.invoices += invoice.original.minor - paid
      }
      for credit in file.credits where credit.spent == nil {
        let used = file.applications.filter { $0.credit == credit.id }.map(\.amount).reduce(0, +)
        guard credit.amount.minor != used else { continue }
        sums[credit.amount.currency.code, default: (0, 0, 0, 0)].creditCount += 1
        sums[credit.amount.currency.code]?.credits -= credit.amount.minor - used
      }
      return true
    }
    return sums
  }

  /// Writes a file that is gone with the book.
  func write(_ text: String, to name: String = "export.csv") throws -> String {
    let path = directory + "/" + name
    written.insert(path)
    guard let file = fopen(path, "w") else { throw CommandFailure("no file", .inputOutput) }
    fputs(text, file)
    fclose(file)
    return path
  }
}
