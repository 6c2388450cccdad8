import FaultyDisk
import Receivables
import Settings
import Testing

@testable import Ledger

/// A book of its own on a disk of which one call fails.
final class FaultRound {
  let directory: TemporaryDirectory
  let path: String
  let fault: Fault
  /// Which call fails, from 1.
  let call: Int
  /// What failed: `"sync kept.db-wal"`; nil when the work was done before.
  private(set) var failed: String?
  private let disk: OpaquePointer

  /// A round on a copy of `book`, or on none.
  init(_ fault: Fault, at call: Int, book: [UInt8]? = nil) throws {
    self.fault = fault
    self.call = call
    directory = try TemporaryDirectory()
    path = directory.file("kept.db")
    disk = try #require(faulty_disk_make(directory.path))
    if let book { try FileBytes.write(book, to: path) }
  }

  deinit { faulty_disk_release(disk) }

  /// Runs `round` with the first call failing, then with the second, until one ends without a fault; `least` calls
  /// or more must have failed by then. Unless the tests are thorough only every fifth call fails, and all of the last,
  /// with which a commit ends.
  static func each(
    _ fault: Fault, _ work: String, atLeast least: Int, book: [UInt8]? = nil,
    _ round: (FaultRound) throws -> Void
  ) throws {
    func fails(at call: Int) throws -> Bool {
      let tried = try FaultRound(fault, at: call, book: book)
      try round(tried)
      return tried.failed != nil
    }
    let step = Fault.isThorough ? 1 : 5
    var end = 1
    while try fails(at: end) { end += step }
    while end > 1, try !fails(at: end - 1) { end -= 1 }
    for call in max(1, end - step)..<max(1, end - 1) { _ = try fails(at: call) }
    #expect(end > least, "\(work), \(fault.testDescription)")
    if Fault.isThorough { print("\(work), \(fault.testDescription): \(end - 1) calls failed") }
  }

  /// Does `work` while the disk fails, and mends the disk.
  func attempt<Outcome>(_ work: () throws -> Outcome) -> Result<Outcome, any Error> {
    faulty_disk_break(disk, fault.kind.asDisk, Int32(call), fault.lasts ? 1 : 0)
    defer {
      faulty_disk_mend(disk)
      let name = String(cString: faulty_disk_failed(disk))
      failed = name.isEmpty ? nil : name
    }
    return Result { try work() }
  }

  func open() throws -> LedgerFile { try LedgerFile(path: path, policy: TestPolicy.shipped()) }

  /// What a crash at this moment would leave, opened as the next start would.
  func afterCrash<Outcome>(
    opening open: (String) throws -> LedgerFile = {
      try LedgerFile(path: $0, policy: TestPolicy.shipped())
    }, _ look: (LedgerFile) throws -> Outcome
  ) throws -> Outcome {
    let elsewhere = try TemporaryDirectory()
    let copy = elsewhere.file("kept.db")
    for suffix in ["", "-wal", "-journal"] where LedgerFile.exists(at: path + suffix) {
      try FileBytes.write(try FileBytes.read(path + suffix), to: copy + suffix)
    }
    return try look(try open(copy))
  }

  /// For messages: `"call 7, sync kept.db-wal"`.
  var place: Comment { "call \(call), \(failed ?? "no fault")" }
}
