import Glibc
public import Receivables
import SQLEngine

/// What was taken over from a damaged book, and what was not.
public struct SalvageReport: Hashable, Sendable {
  /// One table.
  public struct Table: Hashable, Sendable {
    /// What its rows are: `"invoices"`.
    public var title: String
    /// Rows that are in the new book.
    public var taken = 0
    /// Rows that could be read and break a rule of the book.
    public var refused = 0
    /// Places where rows may be lost.
    public var gaps = 0
  }

  /// All tables, in their order.
  public var tables: [Table] = []
  /// What the entry of the salvage says.
  public var record: SalvageRecord

  /// Whether everything is there.
  public var isWhole: Bool { record.missing.isEmpty && record.losses.isEmpty }
}

extension LedgerFile {
  /// Makes a new book at `path` of everything that can be read in the damaged one at `damaged`, which is only read. An
  /// entry of the new journal says what is missing. Throws `LedgerError`; nothing is at `path` then.
  public static func salvage(
    _ damaged: String, to path: String, signed signature: Signature, on day: CalendarDay
  ) throws(LedgerError) -> SalvageReport {
    try LedgerError.wrapping("salvage \(damaged)") {
      guard FileIdentity(of: damaged) != nil else {
        throw LedgerError.cannotOpen(path: damaged, reason: "there is no such file")
      }
      guard FileIdentity(of: path) == nil else { throw LedgerError.inTheWay(path: path) }
      try FilePlace(path: path).prepare()
      let mask = umask(0o077)
      defer { umask(mask) }
      // Names that nobody has: what is salvaged may be what an earlier attempt left.
      let mark = String(UInt64.random(in: .min ... .max), radix: 36)
      let (partial, reading) = ("\(path).\(mark).partial", "\(path).\(mark).reading")
      let copy = try copying(damaged) { try DamagedCopy(of: damaged, at: reading) }
      defer { copy.remove() }
      do {
        var salvage = try TakingOver(from: copy.connection, into: partial)
        let report = try salvage.run(naming: damaged, signature, day)
        try flush(partial)
        guard rename(partial, path) == 0 else {
          throw LedgerError.database(doing: "salvage \(damaged)", reason: String(cString: strerror(errno)))
        }
        try flush(FilePlace(path: path).directory)
        return report
      } catch {
        for suffix in ["", "-wal", "-shm"] { unlink(partial + suffix) }
        throw error
      }
    }
  }

  /// While nobody folds the log into the file, where somebody may be working on it.
  private static func copying<Result>(_ path: String, _ body: () throws -> Result) throws -> Result {
    let target = FilePlace(path: path).target
    guard WriteGate.isThere(besides: target) else { return try body() }
    return try WriteGate(besides: target).hold("read \(path)", body)
  }
}
