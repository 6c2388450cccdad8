import Receivables
import SQLEngine

/// Accounts as they are worked, in the order of their row numbers: those that belong together are one, and who is a part of
/// another one does not come by itself.
final class WholeAccounts {
  private let stream: AccountStream
  private let related: RelatedAccounts
  private let connection: Connection

  /// The accounts of `selection`. In `touched` the wholes take the place of their parts. Throws `SQLError`.
  init(_ selection: AccountRows.Selection, on connection: Connection) throws {
    related = try RelatedAccounts(on: connection)
    if selection == .touched { try related.putTops(on: connection) }
    stream = try AccountStream(selection, on: connection)
    self.connection = connection
  }

  /// The next account; nil after the last. Throws `SQLError` and `LedgerError.unreadable`.
  func next() throws -> AccountFile? {
    while let file = try stream.next() {
      guard !related.isPart(file.customer.id.rawValue) else { continue }
      return try related.whole(file, on: connection)
    }
    return nil
  }
}
