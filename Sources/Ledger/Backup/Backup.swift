import Glibc
import SQLEngine

/// What a backup came to.
public struct BackupOutcome: Hashable, Sendable {
  /// Where the copy is.
  public let place: String
  /// What is wrong with the file, its journal and what both are made of: with the book, and so with the copy.
  public let problems: [LedgerProblem]
  /// The earlier backup that has less wrong with it and was left as it is; nil when there is none.
  public let spared: String?
}

extension LedgerFile {
  /// Writes a whole copy of the ledger to `destination`, for the user alone, and puts it there only after it was
  /// checked and is on the disk. An earlier backup of the same book that was there is replaced, unless it is better than
  /// this one: then the copy goes beside it, as `destination` with `.suspect` behind it. Anything else is refused. Others
  /// may go on working meanwhile. Throws `LedgerError`.
  public func backup(to destination: String) throws(LedgerError) -> BackupOutcome {
    let doing = "back up to \(destination)"
    return try LedgerError.wrapping(doing) {
      let refusal = try refusalOfBranch(at: destination)
      let place = FilePlace(path: destination)
      try place.prepare()
      let partial = destination + ".partial"
      Self.remove(partial)
      defer { Self.remove(partial) }
      let mask = umask(0o077)
      defer { umask(mask) }
      try connection.run("vacuum into $1", partial)
      let problems = try checkCopy(at: partial)
      if problems.isEmpty, let refusal { throw refusal }
      let rest = restingPlace(of: problems, at: destination)
      try Self.flush(partial)
      // The log of the backup that was there would be taken for the log of this one.
      for suffix in ["-wal", "-shm"] { unlink(rest + suffix) }
      guard rename(partial, rest) == 0 else { throw Self.failure(doing) }
      try Self.flush(place.directory)
      return BackupOutcome(place: rest, problems: problems, spared: rest == destination ? nil : destination)
    }
  }

  /// Where a copy with these problems goes: never in the place of one that has less wrong with it.
  private func restingPlace(of problems: [LedgerProblem], at destination: String) -> String {
    guard !problems.isEmpty, FileIdentity(of: destination) != nil, !isAsBad(destination, as: problems) else {
      return destination
    }
    var (beside, count) = (destination + ".suspect", 1)
    while FileIdentity(of: beside) != nil, !isAsBad(beside, as: problems) {
      count += 1
      beside = "\(destination).suspect-\(count)"
    }
    return beside
  }

  /// Whether what is there is an earlier state of this book with all of these problems.
  private func isAsBad(_ path: String, as problems: [LedgerProblem]) -> Bool {
    guard (try? refuseOtherFiles(at: path)) != nil,
      let there = try? Self.problems(on: Connection(path: path))
    else { return false }
    return problems.allSatisfy(there.contains)
  }

  /// Refuses what is no earlier state of this book. One that only has what this one lacks is refused too, but for a book
  /// that has something wrong with it: what it lacks may be that.
  private func refusalOfBranch(at destination: String) throws -> LedgerError? {
    do {
      try refuseOtherFiles(at: destination)
      return nil
    } catch let error as LedgerError {
      let mine = try BookHistory(of: connection)
      guard case .anotherBook = error, let other = try? BookHistory(of: Connection(path: destination)),
        mine.isRelated(to: other)
      else { throw error }
      return error
    }
  }

  private func refuseOtherFiles(at destination: String) throws {
    guard let there = FileIdentity(of: destination) else { return }
    var refusal = LedgerError.notABackup(path: destination)
    guard there != FileIdentity(of: path),
      (try? FilePlace(path: destination).refuseOthers()) != nil
    else { throw refusal }
    let mine = try BookHistory(of: connection)
    do {
      let other = try Connection(path: destination)
      let mark = try other.first("pragma application_id") { $0.int64(0) }
      guard mark == LedgerSchema.applicationID else { throw refusal }
      // What cannot be read is somebody's book all the same.
      refusal = .anotherBook(path: destination)
      guard try BookHistory(of: other).isPast(of: mine) else { throw refusal }
    } catch let error as SQLError where error.kind != .io {
      throw refusal
    }
  }

  /// When the disk fails SQLite may leave the copy's own journal too.
  private static func remove(_ copy: String) {
    for suffix in ["", "-journal"] { unlink(copy + suffix) }
  }

  /// A ledger that `verify` complains of can still be saved: the copy must only be no worse.
  private func checkCopy(at path: String) throws -> [LedgerProblem] {
    let problems = try Self.problems(on: try Connection(path: path))
    guard !problems.isEmpty else { return [] }
    let mine = try Self.problems(on: connection)
    if let worse = problems.first(where: { !mine.contains($0) }) {
      throw LedgerError.database(doing: "check the copy", reason: worse.sentence)
    }
    return problems
  }

  private static func problems(on connection: Connection) throws -> [LedgerProblem] {
    var problems = ProblemList()
    try connection.transaction(.deferred) {
      try FileCheck.run(on: connection, &problems)
      try SchemaCheck.run(on: connection, &problems)
      var chain = ChainCheck(anchors: [])
      try chain.run(on: connection, &problems) {}
      var books = try BooksCheck(connection: connection)
      let stream = try AccountStream(.all, on: connection)
      while let file = try stream.next() { try books.check(file, AccountBooks(of: file), &problems) }
      try books.checkEnd(&problems)
    }
    return problems.told
  }

  /// Brings what was written to the disk. Throws `LedgerError`.
  static func flush(_ path: String) throws {
    let descriptor = Glibc.open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw failure("flush \(path)") }
    defer { close(descriptor) }
    guard fsync(descriptor) == 0 else { throw failure("flush \(path)") }
  }

  private static func failure(_ doing: String) -> LedgerError {
    .database(doing: doing, reason: String(cString: strerror(errno)))
  }
}

/// What tells an earlier state of a book from another book. Journal and imports are only ever added to, so the past
/// of a book is the beginning of both.
struct BookHistory {
  /// One import; no two books have the same one at the same place.
  private struct Import: Hashable {
    let id, recorded: Int64
    let actor, file, digest: String
  }

  /// Hashes, each of which stands for all entries up to its own.
  private let entries: [[UInt8]]
  private let imports: [Import]

  /// Throws `SQLError`.
  init(of connection: Connection) throws {
    entries = try connection.all("select hash from journal order by number") { $0.blob(0) }
    imports = try connection.all("select id, recorded, actor, file, digest from import_run order by id") {
      Import(
        id: $0.int64(0), recorded: $0.int64(1), actor: $0.text(2), file: $0.text(3), digest: $0.text(4))
    }
  }

  /// Whether both have an entry or an import in common.
  func isRelated(to other: BookHistory) -> Bool {
    !Set(entries).isDisjoint(with: other.entries) || !Set(imports).isDisjoint(with: other.imports)
  }

  /// Whether everything in it is also the beginning of `later`.
  func isPast(of later: BookHistory) -> Bool {
    later.entries.starts(with: entries) && later.imports.starts(with: imports)
  }
}
