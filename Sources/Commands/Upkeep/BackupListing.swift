import Interchange
import TextScreen

/// Which book `kept backup` copied, and to where.
struct BackupListing: Listing {
  let book: String
  let backup: String

  func json() -> JSONValue { ["backup": .string(backup), "book": .string(book)] }

  func csv() -> String {
    var writer = CSVWriter(header: ["backup", "book"])
    writer.write(backup)
    writer.write(book)
    writer.endRecord()
    return writer.drain()
  }

  func text() -> String { Sanitised.text(of: "The book is backed up to \(backup).") + "\n" }
}
