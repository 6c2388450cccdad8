import Glibc
import Receivables
import SQLEngine
import SampleEntries
import Testing

@testable import Ledger

/// What is left when the machine stops and the disk had written what was not flushed in any order, or in part.
struct ReorderedCutTests {
  /// How many images are tried: `make cuts` asks for 1,000.
  private static let images = getenv("KEPT_CUTS").flatMap { Int(String(cString: $0)) } ?? 60

  /// A save that was answered, and how many changes of the disk there were then.
  private struct Answer {
    let changes: Int
    let action: ActionID
  }

  /// Makes a book, imports, saves, keeps forms, folds the log, erases, adopts a policy.
  private static func work(
    on disk: RecordedDisk, preparing prepare: (LedgerFile) throws -> Void = { _ in }
  ) throws -> [Answer] {
    let ledger = try LedgerFile(path: disk.path, policy: TestPolicy.shipped())
    try prepare(ledger)
    try ledger.roll(to: TestBooks.start)
    ledger.longLog = 60
    let bench = ImportBench(ledger: ledger)
    var actions = Actions()
    var answers: [Answer] = []
    try bench.take(try (0..<12).map { try .invoice("I-\($0)", of: "\($0 % 4)", name: "Customer \($0 % 4)") })
    for round in 0..<24 {
      let account = AccountID(rawValue: Int64(round % 4 + 1))
      let action = actions.next()
      try ledger.saveDraft(
        CallDraft(
          action: action, account: account, basedOn: 1, collector: "ann", fields: ["note": "round \(round)"]))
      let saved = try ledger.record(
        .note("round \(round) " + String(repeating: "x", count: 40 * round)), on: account,
        day: TestBooks.start,
        action: action)
      answers.append(Answer(changes: disk.count, action: action))
      if round % 8 == 7 {
        try bench.take([.invoice("J-\(round)", of: "\(round % 4)")])
        let erasure = actions.next()
        try ledger.erase(
          [saved.number], of: account, ground: "test", action: erasure, as: "ann", signed: .ann)
        answers.append(Answer(changes: disk.count, action: erasure))
      }
    }
    return answers
  }

  /// Images in which an answered save is lost or something else is wrong.
  private static func faults(in changes: [RecordedDisk.Change], _ answers: [Answer], seed: UInt64) throws
    -> [String]
  {
    var random = Randomness(seed: seed)
    var faults: [String] = []
    for image in 0..<images {
      let cut = Int.random(in: 1...changes.count, using: &random)
      let directory = try TemporaryDirectory()
      let path = directory.file("cut.db")
      try changes.make(path, cutBehind: cut, &random)
      do {
        let ledger = try LedgerFile(path: path, policy: TestPolicy.shipped())
        for answer in answers where answer.changes <= cut {
          if try ledger.entry(of: answer.action) == nil {
            faults.append(
              "image \(image), cut behind change \(cut): the save of change \(answer.changes) is lost")
          }
        }
        guard try ledger.businessDate() != nil else { continue }
        faults += try ledger.verify().map { "image \(image): \($0.sentence)" }
        // The next session works on it.
        try ledger.roll(to: TestBooks.day(1))
      } catch {
        faults.append("image \(image): \(error)")
      }
    }
    return faults
  }

  @Test func whatWasAnsweredIsThereWhateverElseReachedTheDisk() throws {
    let disk = try RecordedDisk()
    let answers = try Self.work(on: disk)
    let changes = try disk.changes()
    #expect(changes.count > 300 && answers.count == 27)
    let faults = try Self.faults(in: changes, answers, seed: 7)
    #expect(faults == [], "\(faults.prefix(8))")
    if Self.images >= 1_000 {
      print("\(Self.images) images of \(changes.count) changes, \(answers.count) saves")
    }
  }

  @Test("With a setting that does not flush at each commit the same images lose saves")
  func plantedCarelessness() throws {
    let disk = try RecordedDisk()
    let answers = try Self.work(on: disk) { try $0.connection.execute("pragma synchronous = normal") }
    let faults = try Self.faults(in: try disk.changes(), answers, seed: 7)
    #expect(faults.contains { $0.hasSuffix(" is lost") }, "\(faults)")
  }
}
