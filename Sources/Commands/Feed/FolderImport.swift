import ArgumentParser
import Glibc
import Ledger
import Receivables

/// `kept import` of a folder: takes what is new in it, once or until it is ended.
struct FolderImport {
  let folder: FeedFolder
  let options: GlobalOptions
  var wishes: ImportWishes
  let isWatching: Bool

  /// Milliseconds between two looks at the folder. Asking for it costs nothing that anybody would notice, and works on
  /// every file system.
  private static let pause: Int32 = 2_000
  private static let signals = [SIGINT, SIGTERM]

  /// Throws `ExitCode.badData` when a file was refused, and `CommandFailure`, `LedgerError`.
  func run() throws {
    // It must be there before anything lies beside it.
    _ = try LedgerFile(path: options.database, creating: true, offering: .own())
    let lock = try FeedLock(besides: options.database)
    try withExtendedLifetime(lock) {
      Interruption.listen(to: Self.signals)
      defer { Interruption.stopListening(to: Self.signals) }
      var feed = Feed(folder: folder, options: options, wishes: wishes)
      if isWatching { try watch(&feed) } else { try takeOnce(&feed) }
    }
  }

  private func takeOnce(_ feed: inout Feed) throws {
    let waiting = try feed.take(report)
    for file in waiting { try report(FeedLine(file.path, .waits, at: Machine.now)) }
    if feed.hasRefused { throw ExitCode.badData }
  }

  /// What stands in the way is told once, and tried again until it no longer does: a disk that is full, a folder that is
  /// away for a while.
  private func watch(_ feed: inout Feed) throws {
    var told: String?
    while !Interruption.hasCome {
      do {
        _ = try feed.take(report)
        told = nil
      } catch {
        guard let failure = CommandFailure(cause: error) else { throw error }
        guard !Interruption.hasCome else { return }
        if told != failure.sentence { StandardOutput.say(failure.sentence) }
        told = failure.sentence
      }
      poll(nil, 0, Self.pause)
    }
  }

  private func report(_ line: FeedLine) throws {
    let done =
      "\(line.file): taken into \(options.database), but that was not reported; it is not taken again."
    func write() throws {
      if options.format == .json { return try StandardOutput.write(line.json) }
      try StandardOutput.write(line.text + "\n")
    }
    guard line.isTaken else { return try write() }
    try reporting(after: done, write)
  }
}
